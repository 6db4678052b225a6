/** The proof of the books: the last one, and asking for another. */
import { choice, defineAction, group, instant, integer, list, record, text } from '#kernel'
import { jobsService } from '#platform/jobs'
import { whoseOf } from '../whose.rules.ts'
import { type Examination, examinationColumns } from './examination.record.ts'
import { breachesOf } from './examination.rules.ts'

const examination = group({
  id: text({ required: true }),
  state: choice(['queued', 'running', 'done', 'failed'], { required: true }),
  askedBy: text(),
  askedAt: instant({ required: true }),
  startedAt: instant(),
  endedAt: instant(),
  done: integer({ required: true, help: 'Equations proven or broken so far.' }),
  total: integer(),
  broken: list(
    group({
      equation: text({ required: true }),
      says: text({ required: true, max: 1000 }),
      breaches: list(record(), { required: true, max: 20 }),
    }),
    { required: true, max: 1000, help: "Equations that do not hold for the company's own data." },
  ),
  error: text({ max: 4000 }),
})

export const readExamination = defineAction('readExamination', {
  label: 'Proof of the books',
  says: 'Tells what the last proof found, and how far one is that goes on.',
  method: 'GET',
  path: '/system/doctor',
  crossCompany: true,
  input: {},
  output: { last: examination, current: examination },
  run: async (context) => {
    const { sql } = context
    const rows = await sql<Examination[]>`
      (select ${examinationColumns(sql)} from system.examination where state in ('done', 'failed')
        order by asked_at desc limit 1)
      union all
      (select ${examinationColumns(sql)} from system.examination where state in ('queued', 'running')
        order by asked_at desc limit 1)`
    const shown = (wanted: (state: string) => boolean) => {
      const row = rows.find(({ state }) => wanted(state))
      return row ? breachesOf(row, whoseOf(context)) : null
    }
    const isEnded = (state: string) => state === 'done' || state === 'failed'
    return { last: shown(isEnded), current: shown((state) => !isEnded(state)) }
  },
})

/** One that nothing has been heard of for so long has died with its process. */
const givenUpMinutes = 30

export const runExamination = defineAction('runExamination', {
  label: 'Prove the books',
  says: 'Proves every equation over live data. Where a proof goes on already, that one is answered.',
  path: '/system/doctor/run',
  status: 202,
  crossCompany: true,
  rateLimit: 10,
  input: {},
  output: { id: text({ required: true }), state: text({ required: true }) },
  emits: ['examination.asked'],
  example: {},
  run: async (context) => {
    const { sql, actor, now } = context
    await sql`select pg_advisory_xact_lock(hashtext('system.examination'))`
    const [current] = await sql`select id, state from system.examination
      where state in ('queued', 'running')
        and asked_at > ${now}::timestamptz - make_interval(mins => ${givenUpMinutes}) limit 1`
    if (current) return { id: current.id, state: current.state }
    const id = context.newId()
    await sql`update system.examination set state = 'failed', error = 'given up' where state in ('queued', 'running')`
    await sql`insert into system.examination (id, state, asked_by, asked_at)
      values (${id}, 'queued', ${actor.name}, ${now})`
    context.emit('examination.asked', { entity: 'system.examination', id, data: {} })
    // The queue has connections of its own: a job that begins before the commit waits for the row, and one whose row is
    // undone proves the books unasked.
    await context.use(jobsService).send('upkeep.examineBooks', { examinationId: id })
    return { id, state: 'queued' }
  },
})
