import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Actor, JsonObject } from '#kernel'
import { listenersService } from '#platform/event-log'
import { created, makeCompany, type TestCompany } from '../../../tests/company.ts'
import { makeWorld } from '../../../tests/world.ts'

const world = await makeWorld()
after(() => world.close())
// The composing process provides it; see processes/boot.ts.
;(world.app.services as Map<string, unknown>).set(listenersService.name, world.listeners)

/** An event of the company that a listener has given up on, as if after its last retry. */
async function park({ companyId, owner }: TestCompany, listener = 'audit.write-entries'): Promise<string> {
  await created(await world.call(owner, 'POST', '/catalog/brands', { name: 'Acme' }))
  await world.settle()
  const [event] = await world.app.db.relay`
    select seq, at from event_log.event where company_id = ${companyId} and type = 'brand.created' limit 1`
  assert.ok(event)
  await world.app.db.relay`
    insert into event_log.delivery (listener, company_id, event_seq, event_at, attempts, parked, error)
    values (${listener}, ${companyId}, ${event.seq}, ${event.at}, 6, true, 'Error: it was broken')`
  return `${listener}.${event.seq}`
}

const parkedOf = async (who: Actor, query = '') =>
  (await world.call<JsonObject[]>(who, 'GET', `/system/parked${query}`)).body.data
const idsOf = async (who: Actor) => (await parkedOf(who)).map(({ id }) => id)

test('a parked event is listed with its error and what it was', async () => {
  const company = await makeCompany(world)
  const id = await park(company)
  const [parked] = await parkedOf(company.owner, '?isParked=true')
  assert.equal(parked?.id, id)
  assert.equal(parked?.error, 'Error: it was broken')
  assert.equal((parked?.event as JsonObject | undefined)?.type, 'brand.created')
  assert.deepEqual(await parkedOf(company.owner, '?isParked=false'), [])
})

test('a replay applies the event and takes it off the list; the audit log knows who asked', async () => {
  const company = await makeCompany(world)
  const id = await park(company)
  const { status, body } = await world.call(company.owner, 'POST', `/system/parked/${id}/replay`, {})
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(await idsOf(company.owner), [])
  await world.settle()
  const { body: audit } = await world.call(company.owner, 'GET', '/audit/logs?filter[action]=event.replayed')
  assert.equal(String(audit.data[0]?.actorName), company.owner.name)
})

test('an event that fails again stays parked, and the error is told', async () => {
  const company = await makeCompany(world)
  const id = await park(company)
  await world.app.db
    .relay`update event_log.delivery set event_at = '2000-01-01' where company_id = ${company.companyId}`
  const { status, body } = await world.call(company.owner, 'POST', `/system/parked/${id}/replay`, {})
  assert.equal(status, 409)
  assert.equal(body.code, 'STILL_FAILING')
  assert.match(body.details?.[0]?.message ?? '', /no longer in the log/)
  assert.deepEqual(await idsOf(company.owner), [id])
})

test('a dismissed event is gone, with its reason in the audit log', async () => {
  const company = await makeCompany(world)
  const id = await park(company)
  assert.equal((await world.call(company.owner, 'POST', `/system/parked/${id}/dismiss`, {})).status, 400)
  const reason = 'Entered by hand'
  assert.equal((await world.call(company.owner, 'POST', `/system/parked/${id}/dismiss`, { reason })).status, 200)
  assert.deepEqual(await idsOf(company.owner), [])
  await world.settle()
  const { body: audit } = await world.call(company.owner, 'GET', '/audit/logs?filter[action]=event.dismissed')
  assert.equal(String(audit.data[0]?.after?.reason), reason)
  assert.equal((await world.call(company.owner, 'POST', `/system/parked/${id}/dismiss`, { reason })).status, 404)
})

test("another company's parked events are not there, and who looks after all sees them", async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const id = await park(one)
  assert.deepEqual(await idsOf(two.owner), [])
  for (const [verb, input] of [
    ['replay', {}],
    ['dismiss', { reason: 'Not mine' }],
  ] as const) {
    assert.equal((await world.call(two.owner, 'POST', `/system/parked/${id}/${verb}`, input)).status, 404)
  }
  assert.ok((await idsOf(world.root)).includes(id))
})

test('only administrators look after the system', async () => {
  const { manager, staff, companyId } = await makeCompany(world)
  const customer = world.person(companyId, 'customer', { customerId: world.app.newId() })
  for (const who of [manager, staff, customer]) {
    for (const path of ['listeners', 'parked', 'jobs', 'jobs/failed', 'events', 'doctor']) {
      assert.equal((await world.call(who, 'GET', `/system/${path}`)).body.code, 'FORBIDDEN')
    }
    assert.equal((await world.call(who, 'POST', '/system/doctor/run', {})).body.code, 'FORBIDDEN')
  }
})
