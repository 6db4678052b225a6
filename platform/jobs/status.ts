/** How the registry's jobs are doing, from their queues, so that it holds for whichever process runs them. */
import { defineService, type JobEntry, type JsonObject, type Sql } from '#kernel'
import { deadLetterQueue } from './install.ts'
import type { Jobs } from './start.ts'

/** The jobs of the process, for operations that queue them. */
export const jobsService = defineService<Jobs>('jobs')

export type JobStatus = {
  job: string
  waiting: number
  active: number
  /** Runs that failed for the last time and wait for somebody. */
  failed: number
  lastStartedAt: string | null
  lastDoneAt: string | null
  lastFailedAt: string | null
}

/** The status of each job, of one company's runs only where it is given. */
export async function jobStatus(
  sql: Sql,
  jobs: readonly JobEntry[],
  { companyId }: { companyId?: string } = {},
): Promise<JobStatus[]> {
  const names = jobs.map(({ address }) => address)
  const ofCompany = companyId ? sql`and data ->> 'companyId' = ${companyId}` : sql``
  const rows = await sql<JobStatus[]>`
    select wanted.job, coalesce(waiting, 0)::int as waiting, coalesce(active, 0)::int as active,
      coalesce(letters.failed, 0)::int as failed, "lastStartedAt", "lastDoneAt", letters."lastFailedAt"
    from unnest(${names}::text[]) as wanted(job)
    left join (
      select name as job, count(*) filter (where state in ('created', 'retry')) as waiting,
        count(*) filter (where state = 'active') as active, max(started_on) as "lastStartedAt",
        max(completed_on) filter (where state = 'completed') as "lastDoneAt"
      from (select name, state, started_on, completed_on, data from pgboss.job where name = any(${names}::text[])
        union all
        select name, state, started_on, completed_on, data from pgboss.archive where name = any(${names}::text[])) runs
      where true ${ofCompany} group by name) runs using (job)
    left join (
      select data ->> 'job' as job, count(*) as failed, max(created_on) as "lastFailedAt" from pgboss.job
      where name = ${deadLetterQueue} and state = 'created' ${ofCompany} group by 1) letters using (job)
    order by wanted.job`
  return [...rows]
}

export type FailedJob = {
  id: string
  job: string
  companyId: string | null
  data: JsonObject
  error: string
  failedAt: string
}
export type FailedJobsQuery = { companyId?: string; id?: string; limit: number }

/** Runs that failed for the last time, the latest first. */
export async function failedJobs(sql: Sql, { companyId, id, limit }: FailedJobsQuery): Promise<FailedJob[]> {
  const rows = await sql<FailedJob[]>`
    select id, data ->> 'job' as job, data ->> 'companyId' as "companyId", coalesce(data -> 'data', '{}') as data,
      coalesce(output ->> 'message', output -> 'value' ->> 'message', output::text, '') as error,
      created_on as "failedAt"
    from pgboss.job where name = ${deadLetterQueue} and state = 'created'
      ${companyId ? sql`and data ->> 'companyId' = ${companyId}` : sql``}
      ${id ? sql`and id = ${id}` : sql``}
    order by created_on desc, id limit ${limit}`
  return [...rows]
}
