/** Background jobs: how they are doing, and runs that failed for good. */
import { choice, defineAction, instant, integer, record, refuse, text } from '#kernel'
import { registryService } from '#platform/execution'
import { failedJobs, jobStatus, jobsService } from '#platform/jobs'
import { ofWhose, whoseOf } from '../whose.rules.ts'

export const listJobs = defineAction('listJobs', {
  label: 'Jobs',
  says: 'Tells how each job is doing; of your own company, unless you look after all.',
  method: 'GET',
  path: '/system/jobs',
  answersList: true,
  crossCompany: true,
  input: { limit: integer({ min: 1, max: 200, default: 200 }) },
  output: {
    job: text({ required: true }),
    module: text({ required: true }),
    says: text({ required: true }),
    schedule: text({ help: 'Cron, UTC; without one it runs when it is sent.' }),
    per: choice(['company', 'installation'], { required: true }),
    waiting: integer({ required: true }),
    active: integer({ required: true }),
    failed: integer({ required: true, help: 'Runs that failed for the last time and wait for somebody.' }),
    lastStartedAt: instant(),
    lastDoneAt: instant(),
    lastFailedAt: instant(),
  },
  run: async (context, { limit = 200 }) => {
    const isAll = whoseOf(context) === undefined
    const jobs = context.use(registryService).jobs.filter(({ definition }) => isAll || definition.per === 'company')
    const found = new Map((await jobStatus(context.sql, jobs, ofWhose(context))).map((each) => [each.job, each]))
    return jobs.slice(0, limit).map(({ address, module, definition }) => ({
      ...found.get(address),
      module,
      says: definition.says,
      schedule: definition.schedule ?? null,
      per: definition.per,
    }))
  },
})

export const listFailedJobs = defineAction('listFailedJobs', {
  label: 'Failed jobs',
  says: 'Lists runs that failed for the last time, the latest first, with the error.',
  method: 'GET',
  path: '/system/jobs/failed',
  answersList: true,
  crossCompany: true,
  input: { limit: integer({ min: 1, max: 200, default: 50 }) },
  output: {
    id: text({ required: true }),
    job: text({ required: true }),
    companyId: text(),
    data: record({ required: true }),
    error: text({ required: true, max: 4000 }),
    failedAt: instant({ required: true }),
  },
  run: (context, { limit = 50 }) => failedJobs(context.sql, { ...ofWhose(context), limit }),
})

const idField = text({
  label: 'Failed run',
  required: true,
  max: 36,
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
})

export const retryJob = defineAction('retryJob', {
  label: 'Run again',
  says: 'Queues a run that failed for good once more, and takes it off the list.',
  path: '/system/jobs/failed/:id/retry',
  status: 202,
  crossCompany: true,
  input: { id: idField },
  output: { id: idField, job: text({ required: true }) },
  refuses: ['NOT_FOUND'],
  emits: ['job.retried'],
  example: {},
  // The queue has connections of its own; queueing twice is harmless, for a run that waits already is not queued again.
  prepare: async (context, { id }) => {
    const [failed] = await failedJobs(context.sql, { ...ofWhose(context), id, limit: 1 })
    if (!failed) throw refuse('NOT_FOUND')
    await context.use(jobsService).resend(id)
    return failed
  },
  run: async (context, { id }, { job, companyId, error }) => {
    context.emit('job.retried', {
      entity: 'system.job',
      id,
      companyId: companyId ?? context.companyId,
      data: { job, error },
    })
    return { id, job }
  },
})
