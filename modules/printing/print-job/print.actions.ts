/** Printing: a receipt is queued and the answer comes at once; whether the printer is on shows in the job. */
import { receiptLanguages } from '#engines/receipt'
import { boolean, type Context, choice, code, defineAction, group, integer, isRefusal, link, refuse } from '#kernel'
import { registerSession } from '#modules/pos'
import { creditNote, sale } from '#modules/sales'
import { printer } from '../printer/printer.entity.ts'
import { loaders } from '../receipt/load.ts'
import { printJob } from './print-job.entity.ts'
import { announce, jobColumns, networkPrinter, type PrintJobRecord, queueJob, wait, waitNoMore } from './queue.ts'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
const id = code({ label: 'Id', required: true, max: 36, pattern: uuid })
const output = { ...printJob.fields, id, version: integer({ required: true }) }
const printerLink = link({ label: 'Printer', required: true, to: () => printer })

export const print = defineAction('print', {
  label: 'Print',
  says: 'Sends a receipt to a printer of the network, in the background.',
  entity: () => printJob,
  path: '/hardware/print',
  // Whoever sells hands out receipts.
  permission: 'sales.sale.sell',
  input: {
    id: code({ label: 'Id', help: 'Made by the caller, so that a retry is safe', max: 36, pattern: uuid }),
    printer: printerLink,
    document: group(
      {
        sale: link({ label: 'Sale', to: () => sale }),
        creditNote: link({ label: 'Credit note', to: () => creditNote }),
        registerSession: link({ label: 'Report of a session', to: () => registerSession }),
      },
      { label: 'Document', help: 'Exactly one', required: true },
    ),
    copies: integer({ label: 'Copies', help: "The printer's unless told", min: 1, max: 5 }),
    isCopy: boolean({ label: 'Marked as copy' }),
    openDrawer: boolean({ label: 'Opens the drawer' }),
    language: choice(receiptLanguages, { label: 'Language' }),
  },
  output,
  status: 201,
  refuses: ['REFERENCE_NOT_FOUND', 'PRINTER_IN_BROWSER', 'PRINTER_HAS_NO_DRAWER', 'ALREADY_EXISTS'],
  emits: ['print_job.queued'],
  example: {
    printerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a04',
    document: { saleId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a05' },
  },
  run: async (context, { document, copies, isCopy = false, openDrawer = false, ...input }) => {
    if (openDrawer && isCopy && !context.may('printing.printJob.openDrawer')) {
      throw refuse('FORBIDDEN', [{ field: 'openDrawer', message: 'A copy opens no drawer.' }])
    }
    const [chosen, { what, sourceId, number }] = await Promise.all([
      networkPrinter(context, input.printerId),
      theOne(context, document),
    ])
    const job = { what, sourceId, number, isCopy, opensDrawer: openDrawer, language: input.language, id: input.id }
    return queueJob(context, { ...job, printer: chosen, copies: copies ?? chosen.copies })
  },
})

type Named = { saleId?: string | undefined; creditNoteId?: string | undefined; registerSessionId?: string | undefined }
type One = { what: keyof typeof loaders; sourceId: string; number: string }

/** The document that is named, within reach. Refuses REFERENCE_NOT_FOUND, and VALIDATION_FAILED for none or several. */
async function theOne(context: Context, { saleId, creditNoteId, registerSessionId }: Named): Promise<One> {
  // Whoever may not see what a register should hold cannot have it printed either.
  if (registerSessionId && !context.may('pos.registerSession.report')) {
    throw refuse('FORBIDDEN', [{ field: 'document', message: 'This needs the permission pos.registerSession.report.' }])
  }
  const [one, ...more] = await Promise.all([
    ...(saleId ? [found(context, 'sale', { sourceId: saleId, field: 'saleId' })] : []),
    ...(creditNoteId ? [found(context, 'credit_note', { sourceId: creditNoteId, field: 'creditNoteId' })] : []),
    ...(registerSessionId
      ? [found(context, 'register_session', { sourceId: registerSessionId, field: 'registerSessionId' })]
      : []),
  ])
  if (one && more.length === 0) return one
  throw refuse('VALIDATION_FAILED', [{ field: 'document', message: 'Name one sale, credit note or session.' }])
}

async function found(context: Context, what: One['what'], { sourceId, field }: { sourceId: string; field: string }) {
  try {
    const { number } = await loaders[what](context, sourceId, {})
    return { what, sourceId, number }
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'NOT_FOUND') throw error
    throw refuse('REFERENCE_NOT_FOUND', [{ field: `document.${field}`, message: 'There is no such document.' }])
  }
}

export const openDrawer = defineAction('openDrawer', {
  label: 'Open the drawer',
  says: 'Opens the cash drawer without a sale.',
  entity: () => printJob,
  path: '/hardware/drawer',
  input: { printer: printerLink },
  output,
  status: 201,
  refuses: ['REFERENCE_NOT_FOUND', 'PRINTER_IN_BROWSER', 'PRINTER_HAS_NO_DRAWER'],
  emits: ['print_job.queued'],
  example: { printerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a04' },
  run: async (context, { printerId }) => {
    const chosen = await networkPrinter(context, printerId)
    const drawer = { what: 'drawer', sourceId: null, number: null, opensDrawer: true } as const
    return queueJob(context, { ...drawer, printer: chosen, copies: 1, isCopy: false, language: null })
  },
})

export const retryJob = defineAction('retry', {
  label: 'Print again',
  says: 'Tries a job again that failed or was cancelled.',
  entity: () => printJob,
  path: '/hardware/print-jobs/:id/retry',
  permission: 'sales.sale.sell',
  input: { id },
  output,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION'],
  emits: ['print_job.queued'],
  run: (context, { id }) => move(context, id, { from: ['failed', 'cancelled'], to: 'queued' }),
})

export const cancelJob = defineAction('cancel', {
  label: 'Cancel',
  says: 'Takes back a job that has not been printed yet.',
  entity: () => printJob,
  path: '/hardware/print-jobs/:id/cancel',
  permission: 'sales.sale.sell',
  input: { id },
  output,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION'],
  emits: ['print_job.cancelled'],
  run: (context, { id }) => move(context, id, { from: ['queued', 'failed'], to: 'cancelled' }),
})

type Move = { from: readonly string[]; to: 'queued' | 'cancelled' }

async function move(context: Context, id: string, { from, to }: Move): Promise<PrintJobRecord> {
  const { sql, companyId, now } = context
  const [before] = await sql<{ shopId: string; status: string }[]>`
    select shop_id as "shopId", status from printing.print_job
    where company_id = ${companyId} and id = ${id} for update`
  if (!before) throw refuse('NOT_FOUND')
  context.requireShop(before.shopId)
  if (!from.includes(before.status)) {
    throw refuse('INVALID_TRANSITION', [{ field: 'status', message: `The job is ${before.status}.` }])
  }
  const [row] = await sql<PrintJobRecord[]>`
    update printing.print_job set status = ${to}, attempts = case when ${to} = 'queued' then 0 else attempts end,
      next_attempt_at = ${now}, version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and id = ${id} returning ${jobColumns(context)}`
  if (!row) throw refuse('NOT_FOUND')
  await (to === 'queued' ? wait(context, row) : waitNoMore(context, id))
  announce(context, `print_job.${to}`, row)
  return { ...row }
}
