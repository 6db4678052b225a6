import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor, JsonObject } from '#kernel'
import { roleUrl } from '#platform/db'
import { installJobs, type Jobs, jobsService, startJobs } from '#platform/jobs'
import { createMetrics } from '#platform/telemetry'
import { doctorService } from '#platform/upkeep'
import { observeDoctor } from '../../../processes/observe.ts'
import { makeCompany } from '../../../tests/company.ts'
import { makeWorld } from '../../../tests/world.ts'

const world = await makeWorld()
let jobs: Jobs
before(async () => {
  await installJobs(world.ownerUrl, world.app.registry.jobs, { retryDelaySeconds: 0 })
  const relayUrl = roleUrl(world.ownerUrl, 'entrepot_relay')
  jobs = await startJobs(world.app, { relayUrl, companies: async () => [], schedules: false })
  // The composing process provides them; see processes/boot.ts.
  const services = world.app.services as Map<string, unknown>
  services.set(jobsService.name, jobs)
  services.set(doctorService.name, observeDoctor(createMetrics({ service: 'test' }), world.app))
})
after(async () => {
  await jobs.stop()
  await world.close()
})

/** A run of a job of the company that failed for the last time. */
async function fail(companyId: string | null, job = 'upkeep.forgetAnswers'): Promise<string> {
  const { relay } = world.app.db
  const [row] = await relay`
    insert into pgboss.job (name, data, output) values ('dead-letters',
      ${relay.json({ job, companyId, data: {} })}, ${relay.json({ message: 'it was broken' })}) returning id`
  return String(row?.id)
}

const failedOf = async (who: Actor) => (await world.call<JsonObject[]>(who, 'GET', '/system/jobs/failed')).body.data
const doctorOf = async (who: Actor) => (await world.call(who, 'GET', '/system/doctor')).body.data

test('who looks after all sees every job with its schedule and its last run', async () => {
  await jobs.send('upkeep.forgetAnswers')
  await jobs.idle()
  const { body } = await world.call<JsonObject[]>(world.root, 'GET', '/system/jobs')
  const job = body.data.find((each) => each.job === 'upkeep.forgetAnswers')
  assert.ok(job)
  assert.equal(job.schedule, '40 * * * *')
  assert.equal(job.waiting, 0)
  assert.match(String(job.lastDoneAt), /Z$/)
})

test('a run that failed for good is queued again and taken off the list', async () => {
  const id = await fail(null)
  assert.equal((await failedOf(world.root))[0]?.error, 'it was broken')
  const { status, body } = await world.call(world.root, 'POST', `/system/jobs/failed/${id}/retry`, {})
  assert.equal(status, 202, JSON.stringify(body))
  assert.deepEqual(await failedOf(world.root), [])
  await jobs.idle()
})

test("a company sees the failed runs that are its own and does nothing with another's", async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const id = await fail(one.companyId)
  assert.deepEqual(
    (await failedOf(one.owner)).map((each) => each.id),
    [id],
  )
  assert.deepEqual(await failedOf(two.owner), [])
  assert.equal((await world.call(two.owner, 'POST', `/system/jobs/failed/${id}/retry`, {})).status, 404)
  assert.equal((await world.call(one.owner, 'POST', '/system/jobs/failed/nonsense/retry', {})).status, 404)
})

test('a proof is asked for, goes on as a job and is kept with how far it came', async () => {
  const { owner } = await makeCompany(world)
  const asked = await world.call(owner, 'POST', '/system/doctor/run', {})
  assert.equal(asked.status, 202, JSON.stringify(asked.body))
  await jobs.idle()
  const { last, current } = await doctorOf(owner)
  assert.equal(current, null)
  assert.equal(String(last?.id), String(asked.body.data.id))
  assert.equal(String(last?.state), 'done')
  assert.equal(Number(last?.done), Number(last?.total))
  assert.ok(Number(last?.total) > 40)
})

test('while a proof goes on, whoever asks for one is answered that one', async () => {
  const { owner } = await makeCompany(world)
  const id = world.app.newId()
  const { relay } = world.app.db
  await relay`insert into system.examination (id, state, asked_at) values (${id}, 'running', now())`
  const { body } = await world.call(owner, 'POST', '/system/doctor/run', {})
  assert.equal(String(body.data.id), id)
  await relay`update system.examination set asked_at = now() - interval '1 hour' where id = ${id}`
  const next = await world.call(owner, 'POST', '/system/doctor/run', {})
  assert.notEqual(String(next.body.data.id), id)
  await jobs.idle()
  const [given] = await relay`select state from system.examination where id = ${id}`
  assert.equal(given?.state, 'failed')
})

test('a company learns of breaches of its own data only', async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const breach = (company_id: string) => ({ company_id, what: 'x' })
  const broken = [{ equation: 'a.b', says: 'A is B.', breaches: [breach(one.companyId)] }]
  await world.app.db.relay`
    insert into system.examination (id, state, asked_by, asked_at, done, total, broken)
    values (${world.app.newId()}, 'done', 'Somebody', '2200-01-01', 1, 1, ${world.app.db.relay.json(broken)})`
  assert.equal((await doctorOf(one.owner)).last?.broken?.length, 1)
  const { last } = await doctorOf(two.owner)
  assert.equal(last?.broken?.length, 0)
  assert.equal(last?.askedBy, null)
  assert.equal((await doctorOf(world.root)).last?.broken?.length, 1)
})

test('listeners tell how far they are, their place only to who looks after all', async () => {
  const { owner } = await makeCompany(world)
  await world.settle()
  const { body } = await world.call<JsonObject[]>(owner, 'GET', '/system/listeners')
  const audit = body.data.find(({ listener }) => listener === 'audit.write-entries')
  assert.ok(audit)
  assert.deepEqual([audit.state, audit.behind, audit.parked, audit.cursor], ['reading', 0, 0, null])
  const all = await world.call<JsonObject[]>(world.root, 'GET', '/system/listeners')
  assert.ok(Number(all.body.data.find(({ listener }) => listener === 'audit.write-entries')?.cursor) > 0)
})
