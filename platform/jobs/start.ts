/**
 * Runs the registry's jobs from pg-boss queues. One small query a second finds what is ready, for all queues together:
 * pg-boss's own workers would each ask for their queue.
 */
import type PgBoss from 'pg-boss'
import { type JobEntry, type JsonObject, refuse } from '#kernel'
import type { App, Log } from '../execution/app.ts'
import { deadLetterQueue } from './install.ts'
import { JobLoop } from './loop.ts'
import { runJob } from './run.ts'

export type JobOptions = {
  /** The relay role's URL; pg-boss keeps two connections of its own. */
  relayUrl: string
  /** Ids of the active companies, for jobs that run once for each. */
  companies: () => Promise<readonly string[]>
  /** Which of the registry's jobs this process may run; all by default. It can send any. */
  jobs?: (job: JobEntry) => boolean
  /** Whether this process watches the schedules and cleans the queues; several may. */
  schedules?: boolean
  pollMs?: number
  /** How many jobs run at a time. */
  concurrency?: number
  log?: Log
}

export type SendOptions = {
  /** At most one job waits for each key of a job (and company); a second send answers null. */
  key?: string
  /** Higher goes first; the job's own by default. */
  priority?: number
  /** Seconds from now, or an instant. */
  startAfter?: number | string
  /** Runs for this company only; a job per company without one runs for each active company. */
  companyId?: string
}

export type DeadLetter = {
  id: string
  job: string
  companyId: string | null
  data: JsonObject
  /** What the last attempt failed with. */
  error: string
  failedAt: string
}

/**
 * Jobs run at least once: one whose process dies between its commit and the note that it is done runs again, so a job
 * must bear that, as by working only on what is still to do.
 */
export type Jobs = {
  /** Queues a job; answers its id, or null when one with its key waits already. NOT_FOUND when unknown. */
  send: (job: string, data?: JsonObject, options?: SendOptions) => Promise<string | null>
  /** Resolves when no job of this process is running or ready. */
  idle: () => Promise<void>
  /** Jobs that failed for the last time, oldest first, at most 500. */
  deadLetters: () => Promise<DeadLetter[]>
  /** Queues a dead letter again and takes it off the list. Refuses NOT_FOUND. */
  resend: (deadLetterId: string) => Promise<void>
  /** Waits for the running jobs, then ends. */
  stop: () => Promise<void>
}

/** What lies in a queue. */
export type Payload = { job: string; companyId?: string; data: JsonObject }

/** Starts running jobs. The queues must be installed. */
export async function startJobs(app: App, options: JobOptions): Promise<Jobs> {
  const log = options.log ?? app.log
  const boss = await startBoss(options, log)
  const send = sender(app, boss)
  const chosen = app.registry.jobs.filter(options.jobs ?? (() => true))
  const loop = new JobLoop(app, boss, {
    jobs: chosen,
    log,
    pollMs: options.pollMs ?? 1_000,
    concurrency: options.concurrency ?? 2,
    run: (entry, payload, signal) => runJob(app, entry, { payload, signal, send, companies: options.companies }),
  })
  loop.start()
  return {
    send: async (...sent) => {
      const id = await send(...sent)
      loop.wake()
      return id
    },
    idle: () => loop.idle(),
    deadLetters: () => deadLetters(app),
    resend: async (id) => {
      await resend(app, boss, send, id)
      loop.wake()
    },
    stop: async () => {
      await loop.stop()
      await boss.stop({ graceful: false })
    },
  }
}

async function startBoss({ relayUrl, schedules = true, pollMs = 1_000 }: JobOptions, log: Log): Promise<PgBoss> {
  const { default: Boss } = await import('pg-boss')
  const boss = new Boss({
    connectionString: relayUrl,
    max: 2,
    migrate: false,
    schedule: schedules,
    supervise: schedules,
    // A schedule is due to the minute, so it may wait longer than a job that somebody sent.
    cronWorkerIntervalSeconds: Math.max(1, Math.round(pollMs / 200)),
    application_name: 'entrepot jobs',
  })
  boss.on('error', (error) => log.warn({ error }, 'the job queue cannot be reached now'))
  await boss.start()
  return boss
}

function sender(app: App, boss: PgBoss): Jobs['send'] {
  return async (job, data = {}, { key, priority, startAfter, companyId } = {}) => {
    const entry = app.registry.jobs.find((each) => each.address === job)
    if (!entry) throw refuse('NOT_FOUND', `There is no job ${job}.`)
    const payload: Payload = { job, ...(companyId === undefined ? {} : { companyId }), data }
    return boss.send(job, payload, {
      // Where no key is given each job has one of its own, because one without a key would count as a key too.
      singletonKey: key === undefined ? app.newId() : `${companyId ?? ''} ${key}`,
      priority: priority ?? entry.definition.priority ?? 0,
      ...(startAfter === undefined ? {} : { startAfter }),
    })
  }
}

async function deadLetters(app: App): Promise<DeadLetter[]> {
  const rows = await app.db.relay<DeadLetter[]>`
    select id, data ->> 'job' as job, data ->> 'companyId' as "companyId", coalesce(data -> 'data', '{}') as data,
      coalesce(output ->> 'message', output -> 'value' ->> 'message', output::text, '') as error,
      created_on as "failedAt"
    from pgboss.job where name = ${deadLetterQueue} and state = 'created' order by created_on, id limit 500`
  return [...rows]
}

async function resend(app: App, boss: PgBoss, send: Jobs['send'], id: string): Promise<void> {
  const letter = (await deadLetters(app)).find((each) => each.id === id)
  if (!letter) throw refuse('NOT_FOUND', `There is no dead letter ${id}.`)
  const { job, data, companyId } = letter
  // The key makes a second call after a crash in between harmless.
  await send(job, data, { key: `again ${id}`, ...(companyId === null ? {} : { companyId }) })
  await boss.deleteJob(deadLetterQueue, id)
}
