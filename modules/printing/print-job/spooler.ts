/**
 * Sends what is queued: one job at a time to a printer, a few printers at a time. No transaction is open while a
 * printer is spoken to. A lease tells when the process that was sending has died.
 */
import type { Context, Service, Sql } from '#kernel'
import { appendEvents } from '#platform/event-log'
import { type App, makeRun, systemActor } from '#platform/execution'
import { type PrinterLine, printerLine, reasonOf } from '../adapters/printer-line.ts'
import { printBell } from './bell.ts'
import { bytesOf } from './bytes.ts'
import { leaseSeconds, nextAttempt } from './print-job.rules.ts'
import { announce, jobColumns, type PrinterRecord, type PrintJobRecord, waitNoMore } from './queue.ts'

export type SpoolerOptions = { pollMs?: number; concurrency?: number }
export type Spooler = {
  /** Resolves when nothing is being sent and nothing is due. */
  idle: () => Promise<void>
  /** Finishes what is being sent. */
  stop: () => Promise<void>
}

type Due = { companyId: string; id: string; printerId: string }
type Claimed = { job: PrintJobRecord; printer: PrinterRecord }

/** Starts sending; the process provides the line to printers and the bell. */
export function startSpooler(app: App, { pollMs = 1_000, concurrency = 4 }: SpoolerOptions = {}): Spooler {
  const line = serviceOf(app, printerLine)
  const bell = serviceOf(app, printBell)
  const active = new Map<string, Promise<void>>()
  let looking: Promise<void> | undefined
  let isWanted = false
  let isStopped = false

  const look = async (): Promise<void> => {
    do {
      isWanted = false
      for (const due of await dueJobs(app)) {
        const key = `${due.companyId} ${due.printerId}`
        if (isStopped || active.size >= concurrency) return
        if (active.has(key)) continue
        const sent = sendOne(app, line, due)
          .catch((error) => app.log.error({ err: error, printJobId: due.id }, 'a print job could not be worked on'))
          .finally(() => {
            active.delete(key)
            wake()
          })
        active.set(key, sent)
      }
    } while (isWanted && !isStopped)
  }
  const wake = (): void => {
    isWanted = true
    if (looking || isStopped) return
    looking = look()
      .catch((error) => app.log.warn({ err: error }, 'print jobs cannot be read now'))
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(wake, pollMs)
  timer.unref()
  bell.answer(wake)
  wake()
  const settle = async (): Promise<void> => {
    while (looking || active.size > 0) await Promise.all([looking, ...active.values()])
  }
  return {
    idle: async () => {
      wake()
      await settle()
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await settle()
    },
  }
}

function serviceOf<T>(app: App, service: Service<T>): T {
  const found = app.services.get(service.name)
  if (found === undefined) throw new Error(`this process does not provide ${service.name}`)
  return found as T
}

const nowOf = (app: App): string => new Date(app.clock()).toISOString()

const dueJobs = (app: App): Promise<Due[]> =>
  app.db.relay<Due[]>`
    select company_id as "companyId", print_job_id as id, printer_id as "printerId" from printing.waiting
    where due_at <= ${nowOf(app)} order by due_at, print_job_id limit 100`.then((rows) =>
    rows.map((row) => ({ ...row })),
  )

async function sendOne(app: App, line: PrinterLine, { companyId, id }: Due): Promise<void> {
  const claimed = await within(app, companyId, (context) => claim(context, id))
  if (!claimed) return
  const { job, printer } = claimed
  const error = await deliver(app, line, companyId, claimed).then(
    () => undefined,
    (reason: unknown) => reasonOf(reason),
  )
  await within(app, companyId, (context) => conclude(context, job, error))
  if (error) app.log.warn({ printJobId: job.id, printerId: printer.id, error }, 'a receipt was not printed')
}

/** The job, taken for this process; undefined where another has it, or its printer is busy. */
async function claim(context: Context, id: string): Promise<Claimed | undefined> {
  const { sql, companyId, now } = context
  // The printer's row is the lock: of two processes one sees that the other is sending to it.
  const [printer] = await sql<PrinterRecord[]>`
    select p.id, p.shop_id as "shopId", p.kind, p.host, p.port, p.width, p.columns, p.code_pages as "codePages",
      p.drawer, p.copies
    from printing.waiting w join printing.printer p on p.company_id = w.company_id and p.id = w.printer_id
    where w.company_id = ${companyId} and w.print_job_id = ${id} for update of p`
  if (!printer) return undefined
  const [taken] = await sql`
    update printing.waiting w set due_at = ${now}::timestamptz + make_interval(secs => ${leaseSeconds}), is_sent = true
    where company_id = ${companyId} and print_job_id = ${id} and due_at <= ${now}
      and not exists (select 1 from printing.waiting o where o.company_id = ${companyId}
        and o.printer_id = ${printer.id} and o.is_sent and o.due_at > ${now})
    returning print_job_id`
  if (!taken) return undefined
  const [job] = await sql<PrintJobRecord[]>`
    update printing.print_job set status = 'printing', attempts = attempts + 1, updated_at = ${now},
      version = version + 1
    where company_id = ${companyId} and id = ${id} returning ${jobColumns(context)}`
  return job && { job: { ...job }, printer: { ...printer } }
}

async function deliver(app: App, line: PrinterLine, companyId: string, { job, printer }: Claimed): Promise<void> {
  const { host, port } = printer
  if (!host) throw new Error('The printer has no address any more.')
  const bytes = await app.db.read(companyId, (sql) =>
    bytesOf(contextOf(app, companyId, sql, true).context, job, printer),
  )
  await line.send({ host, port }, bytes)
}

/** Printed; or to be tried again after a pause; or failed for good. Not where another has taken it over meanwhile. */
async function conclude(context: Context, { id, attempts }: PrintJobRecord, error: string | undefined): Promise<void> {
  const { sql, companyId, now } = context
  const next = error === undefined ? undefined : nextAttempt(attempts, now)
  const status = error === undefined ? 'printed' : next ? 'queued' : 'failed'
  const [row] = await sql<PrintJobRecord[]>`
    update printing.print_job set status = ${status}, error = ${error ?? null},
      next_attempt_at = coalesce(${next ?? null}, next_attempt_at), updated_at = ${now}, version = version + 1,
      printed_at = ${status === 'printed' ? now : null}
    where company_id = ${companyId} and id = ${id} and status = 'printing' and attempts = ${attempts}
    returning ${jobColumns(context)}`
  if (!row) return
  if (next) {
    await sql`update printing.waiting set due_at = ${next}, is_sent = false
      where company_id = ${companyId} and print_job_id = ${id}`
    return
  }
  await waitNoMore(context, id)
  announce(context, `print_job.${status}`, row)
}

const contextOf = (app: App, companyId: string, sql: Sql, reads: boolean) =>
  makeRun({
    ...{ app, companyId, sql, reads, scope: 'company', requestId: app.newId() },
    actor: systemActor(app, 'printing.spooler', companyId),
  })

async function within<R>(app: App, companyId: string, work: (context: Context) => Promise<R>): Promise<R> {
  const result = await app.db.transaction(companyId, async (sql) => {
    const { context, events } = contextOf(app, companyId, sql, false)
    const done = await work(context)
    return { result: done, last: (tx: Sql) => (events.length > 0 ? [appendEvents(tx, context, events)] : []) }
  })
  app.eventsAppended()
  return result
}
