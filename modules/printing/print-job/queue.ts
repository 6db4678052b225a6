/** Putting print jobs into the table, and finding printers for them. */
import { type Context, type RecordOf, refuse } from '#kernel'
import type { printer } from '../printer/printer.entity.ts'
import { printingRefusals } from '../refusals.ts'
import { printBell } from './bell.ts'
import type { PrintedThing, printJob } from './print-job.entity.ts'

export type PrinterRecord = Pick<
  RecordOf<typeof printer>,
  'id' | 'shopId' | 'kind' | 'host' | 'port' | 'width' | 'columns' | 'codePages' | 'drawer' | 'copies'
>
export type PrintJobRecord = RecordOf<typeof printJob>

/** The printer, within reach and of the network. Refuses REFERENCE_NOT_FOUND and PRINTER_IN_BROWSER. */
export async function networkPrinter(context: Context, id: string): Promise<PrinterRecord> {
  const { sql, companyId, scope, actor } = context
  const [row] = await sql<PrinterRecord[]>`
    select id, shop_id as "shopId", kind, host, port, width, columns, code_pages as "codePages", drawer, copies
    from printing.printer where company_id = ${companyId} and id = ${id}`
  if (!row || (scope === 'shop' && !actor.shopIds.includes(row.shopId))) {
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'printerId', message: 'There is no such printer.' }])
  }
  if (row.kind !== 'network')
    throw printingRefusals.refuse('PRINTER_IN_BROWSER', [{ field: 'printerId', message: 'It hangs at a till.' }])
  return { ...row }
}

export type NewJob = {
  printer: PrinterRecord
  what: PrintedThing
  sourceId: string | null
  number: string | null
  copies: number
  isCopy: boolean
  opensDrawer: boolean
  language: string | null | undefined
  id?: string | undefined
}

/** Queues it, and wakes the spooler when that is committed. Refuses PRINTER_HAS_NO_DRAWER. */
export async function queueJob(context: Context, job: NewJob): Promise<PrintJobRecord> {
  const { sql, companyId, now, newId } = context
  if (job.opensDrawer && !job.printer.drawer) {
    throw printingRefusals.refuse('PRINTER_HAS_NO_DRAWER', [{ field: 'printerId', message: 'Choose another printer.' }])
  }
  const { printer, what, sourceId, number, copies, isCopy, opensDrawer, language = null } = job
  const [row] = await sql<PrintJobRecord[]>`
    insert into printing.print_job (company_id, id, printer_id, shop_id, what, source_id, number, copies, is_copy,
      opens_drawer, language, status, attempts, next_attempt_at, created_at, updated_at)
    values (${companyId}, ${job.id ?? newId()}, ${printer.id}, ${printer.shopId}, ${what}, ${sourceId}, ${number},
      ${copies}, ${isCopy}, ${opensDrawer}, ${language}, 'queued', 0, ${now}, ${now}, ${now})
    returning ${jobColumns(context)}`
  if (!row) throw new Error('a print job was not written')
  await wait(context, row)
  announce(context, 'print_job.queued', row)
  return { ...row }
}

/** Lists the job for the spooler, due now. What is listed is all that it reads, however many jobs there have been. */
export const wait = ({ sql, companyId, now }: Context, { id, printerId }: PrintJobRecord) => sql`
  insert into printing.waiting (company_id, print_job_id, printer_id, due_at)
  values (${companyId}, ${id}, ${printerId}, ${now})
  on conflict (company_id, print_job_id) do update set due_at = excluded.due_at`

/** Takes it off the list. */
export const waitNoMore = ({ sql, companyId }: Context, id: string) => sql`
  delete from printing.waiting where company_id = ${companyId} and print_job_id = ${id}`

/** Tells listeners of the job as it is now. */
export function announce(context: Context, type: string, job: PrintJobRecord): void {
  const { id, version, shopId } = job
  context.emit(type, { entity: 'printing.printJob', id, version, shopId, data: { printJob: job } })
  if (type === 'print_job.queued') context.afterCommit(() => context.use(printBell).ring())
}

export const jobColumns = ({ sql }: Pick<Context, 'sql'>) => sql`
  id, version, printer_id as "printerId", shop_id as "shopId", what, source_id as "sourceId", number, status, copies,
  is_copy as "isCopy", opens_drawer as "opensDrawer", language, attempts, error,
  next_attempt_at as "nextAttemptAt", printed_at as "printedAt",
  created_at as "createdAt", updated_at as "updatedAt"`
