import { defineJob } from '#kernel'
import { daysKept } from '../print-job/print-job.rules.ts'

/** A run removes at most so many; the next night goes on. */
const batch = 20_000

export const prunePrintJobs = defineJob('prune-print-jobs', {
  says: 'Removes print jobs that ended two weeks ago.',
  schedule: '40 3 * * *',
  per: 'company',
  run: async ({ sql, companyId, now }) => {
    await sql`
      delete from printing.print_job where company_id = ${companyId} and id in (
        select id from printing.print_job
        where company_id = ${companyId} and status in ('printed', 'failed', 'cancelled')
          and updated_at < ${now}::timestamptz - make_interval(days => ${daysKept})
        order by updated_at limit ${batch})`
  },
})
