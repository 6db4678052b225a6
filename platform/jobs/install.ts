/**
 * Queues and schedules of the registry's jobs, made by the owner role when the database is migrated. At run time the
 * relay role suffices: it may read and write the queue's rows and change nothing of its shape. The app role has no
 * access.
 */
import postgres from 'postgres'
import type { JobEntry } from '#kernel'

/** Jobs that failed for the last time, with their error. */
export const deadLetterQueue = 'dead-letters'

export type InstallOptions = {
  /** Before the first retry, seconds; each later pause is twice as long. 0 retries at once, for tests. */
  retryDelaySeconds?: number
}

/**
 * Brings queues and schedules up to date with the registry; schedules of jobs that are gone end. Idempotent; processes
 * that start together wait for each other.
 */
export async function installJobs(
  ownerUrl: string,
  jobs: readonly JobEntry[],
  options: InstallOptions = {},
): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(hashtext('entrepot jobs'))`
    await installQueues(ownerUrl, jobs, options)
    await grant(sql)
  } finally {
    // The lock ends with its connection.
    await sql.end({ timeout: 5 })
  }
}

async function installQueues(ownerUrl: string, jobs: readonly JobEntry[], options: InstallOptions): Promise<void> {
  const { default: PgBoss } = await import('pg-boss')
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, schedule: false, supervise: false })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    await boss.createQueue(deadLetterQueue)
    // The queue through which pg-boss sends what a schedule asks for; it would make it itself, with the owner's rights.
    await boss.createQueue('__pgboss__send-it')
    for (const { address, definition } of jobs) {
      const queue = queueOptions(address, definition, options)
      await boss.createQueue(address, queue)
      await boss.updateQueue(address, queue)
      if (definition.schedule) {
        const sending = { tz: 'UTC', singletonKey: 'schedule', priority: definition.priority ?? 0 }
        await boss.schedule(address, definition.schedule, { job: address, data: {} }, sending)
      }
    }
    const scheduled = new Set(jobs.filter(({ definition }) => definition.schedule).map(({ address }) => address))
    for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name)
  } finally {
    await boss.stop({ graceful: false })
  }
}

function queueOptions(
  name: string,
  { retries = 3, expireInSeconds = 900 }: JobEntry['definition'],
  options: InstallOptions,
) {
  const { retryDelaySeconds = 5 } = options
  return {
    name,
    // At most one waits for each key.
    policy: 'short' as const,
    retryLimit: retries,
    retryDelay: retryDelaySeconds,
    retryBackoff: retryDelaySeconds > 0,
    expireInSeconds,
    deadLetter: deadLetterQueue,
  }
}

async function grant(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    grant usage on schema pgboss to entrepot_relay;
    grant select, insert, update, delete on pgboss.job, pgboss.archive, pgboss.queue, pgboss.schedule,
      pgboss.subscription, pgboss.version to entrepot_relay;`)
}
