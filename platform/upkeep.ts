/**
 * The installation's own care, as a module like any other: the event log's months, keys that have served their time,
 * and the nightly proof of the books.
 */
import { defineJob, defineModule, defineService } from '#kernel'
import { upkeepJob } from '#platform/event-log'
import { accessRefused } from '#platform/execution'

/**
 * Examines the whole installation, tells the metrics and keeps what it finds under an id; resolves with the number of
 * breaches.
 */
export const doctorService = defineService<(examinationId: string) => Promise<number>>('doctor')

/** Clients retry within minutes or hours; a week covers a till that was off over the weekend. */
const idempotencyDays = 7

const forgetAnswers = defineJob('forgetAnswers', {
  says: `Removes stored answers of Idempotency-Keys after ${idempotencyDays} days.`,
  schedule: '40 * * * *',
  per: 'installation',
  run: async ({ sql, now }) => {
    await sql`delete from execution.idempotency
      where at < ${now}::timestamptz - make_interval(days => ${idempotencyDays})`
  },
})

const examineBooks = defineJob('examineBooks', {
  says: 'Proves every equation over live data; the metric entrepot_doctor_breaches tells the result.',
  schedule: '30 2 * * *',
  per: 'installation',
  expireInSeconds: 1_800,
  run: async ({ use, newId }, { examinationId }) =>
    void (await use(doctorService)(typeof examinationId === 'string' ? examinationId : newId())),
})

export const upkeep = defineModule({
  name: 'upkeep',
  says: "The installation's own care: the event log's months, stored answers, the nightly proof.",
  uses: [],
  resource: 'settings',
  events: {
    [accessRefused]: 'Somebody asked by its id for a record of another company, and was told that there is none.',
  },
  jobs: [upkeepJob, forgetAnswers, examineBooks],
})
