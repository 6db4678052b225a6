import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Context, JsonObject } from '#kernel'
import { roleUrl } from '#platform/db'
import { installJobs, type JobOptions, type Jobs, startJobs } from '#platform/jobs'
import { type EventLogWorld, eventLogWorld } from '../../tests/event-log.ts'

type Ran = { job: string; companyId: string; actor: string; data: JsonObject }
let ran: Ran[] = []
let failures = 0
let world: EventLogWorld
let running: Jobs[] = []
let companies: string[] = []
const scheduled = Promise.withResolvers<void>()

const note =
  (job: string) =>
  async ({ companyId, actor }: Context, data: JsonObject) => {
    ran.push({ job, companyId, actor: actor.name, data })
  }
before(async () => {
  world = await eventLogWorld({
    jobs: [
      { name: 'note', says: 'Notes that it ran.', per: 'installation', run: note('note') },
      { name: 'urgent', says: 'Notes that it ran.', per: 'installation', priority: 10, run: note('urgent') },
      { name: 'each', says: 'Runs for each company.', per: 'company', run: note('each') },
      {
        name: 'minutely',
        says: 'Runs every minute.',
        per: 'installation',
        schedule: '* * * * *',
        run: async () => scheduled.resolve(),
      },
      {
        name: 'frail',
        says: 'Fails at first.',
        per: 'company',
        retries: 2,
        run: async (context, data) => {
          await note('frail')(context, data)
          context.emit('sale.counted', { entity: 'test.sale', id: context.newId(), data: {} })
          failures -= 1
          if (failures >= 0) throw new Error('not yet')
        },
      },
    ],
  })
  await installJobs(world.ownerUrl, world.app.registry.jobs, { retryDelaySeconds: 0 })
  companies = [world.app.newId(), world.app.newId()]
})
afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()))
  running = []
  ran = []
  failures = 0
})
after(() => world.close())

const start = async (options: Partial<JobOptions> = {}) => {
  const relayUrl = roleUrl(world.ownerUrl, 'entrepot_relay')
  const jobs = await startJobs(world.app, { relayUrl, companies: async () => companies, schedules: false, ...options })
  running.push(jobs)
  return jobs
}

test('a job that was sent runs under its own name with its data', async () => {
  const jobs = await start()
  await jobs.send('test.note', { colour: 'red' })
  await jobs.idle()
  assert.deepEqual(
    ran.map(({ job, actor, data }) => [job, actor, data]),
    [['note', 'test.note', { colour: 'red' }]],
  )
})

test('a job per company runs once for each active company', async () => {
  const jobs = await start()
  await jobs.send('test.each')
  await jobs.idle()
  assert.deepEqual(ran.map(({ companyId }) => companyId).toSorted(), companies.toSorted())
})

test('a job sent for one company runs for it only', async () => {
  const jobs = await start()
  await jobs.send('test.each', {}, { companyId: companies[0] ?? '' })
  await jobs.idle()
  assert.deepEqual(
    ran.map(({ companyId }) => companyId),
    [companies[0]],
  )
})

test('of two jobs with one key that wait, the second is not queued', async () => {
  const jobs = await start()
  assert.notEqual(await jobs.send('test.note', {}, { key: 'nightly', startAfter: 3_600 }), null)
  assert.equal(await jobs.send('test.note', {}, { key: 'nightly' }), null)
})

test('a job that is to start later does not run now', async () => {
  const jobs = await start()
  await jobs.send('test.note', {}, { startAfter: 3_600 })
  await jobs.idle()
  assert.deepEqual(ran, [])
})

test('a job of higher priority goes first', async () => {
  const sending = await start({ jobs: () => false })
  await sending.send('test.note')
  await sending.send('test.urgent')
  const jobs = await start({ concurrency: 1 })
  await jobs.idle()
  assert.deepEqual(
    ran.map(({ job }) => job),
    ['urgent', 'note'],
  )
})

test('a job that fails is tried again, and what failed attempts emitted is not in the log', async () => {
  failures = 2
  const jobs = await start()
  await jobs.send('test.frail', {}, { companyId: companies[0] ?? '' })
  await jobs.idle()
  assert.equal(ran.length, 3)
  assert.deepEqual(await jobs.deadLetters(), [])
  assert.equal((await world.owner`select 1 from event_log.event where type = 'sale.counted'`).length, 1)
})

test('a job that fails for the last time is a dead letter with its error, and runs when it is sent again', async () => {
  failures = 3
  const jobs = await start()
  await jobs.send('test.frail', { order: 7 }, { companyId: companies[1] ?? '' })
  await jobs.idle()
  const [letter] = await jobs.deadLetters()
  assert.ok(letter)
  assert.deepEqual(
    [letter.job, letter.companyId, letter.data, letter.error],
    ['test.frail', companies[1], { order: 7 }, 'not yet'],
  )
  await jobs.resend(letter.id)
  await jobs.idle()
  assert.equal(ran.length, 4)
  assert.deepEqual(await jobs.deadLetters(), [])
})

test('pauses between attempts grow when a delay is installed', async () => {
  await installJobs(world.ownerUrl, world.app.registry.jobs, { retryDelaySeconds: 5 })
  failures = 1
  const jobs = await start()
  await jobs.send('test.frail', {}, { companyId: companies[0] ?? '' })
  await jobs.idle()
  const [waiting] = await world.owner`
    select retry_backoff, start_after > now() + interval '2 seconds' as later from pgboss.job
    where name = 'test.frail' and state = 'retry'`
  assert.deepEqual({ ...waiting }, { retry_backoff: true, later: true })
})

test('a job with a schedule runs by itself', async () => {
  await start({ schedules: true, pollMs: 50 })
  await scheduled.promise
})

test('a job that nobody declares is refused', async () => {
  await assert.rejects((await start()).send('test.unknown'), { code: 'NOT_FOUND' })
})

test('the app role reaches no queue', async () => {
  await assert.rejects(
    world.app.db.read(companies[0] ?? '', (sql) => sql`select 1 from pgboss.job`),
    { code: '42501' },
  )
})
