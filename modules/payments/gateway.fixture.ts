/** Payments at gateways, as tests ask for them. */
import assert from 'node:assert/strict'
import { type Actor, installation } from '#kernel'
import { runJob } from '#platform/jobs'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import type { Loose, Reply, World } from '../../tests/world.ts'

export type Counter = TestCompany & {
  connectionId: string
  start: (more?: Record<string, unknown>, who?: Actor) => Promise<Reply<Loose>>
  /** An intent of 10.00 that may be paid. */
  open: (more?: Record<string, unknown>) => Promise<string>
  /** The same, paid with the source. */
  pay: (source: string, more?: Record<string, unknown>) => Promise<Reply<Loose>>
  process: (intent: string, source?: string, more?: Record<string, unknown>) => Promise<Reply<Loose>>
  on: (intent: string, verb: string, body?: Record<string, unknown>, who?: Actor) => Promise<Reply<Loose>>
  read: (intent: string) => Promise<Loose>
}

export const gbp = (amount: number) => ({ amount, currency: 'GBP' })

/** A company with a connection of the gateway (the test gateway unless told). */
export async function makeCounter(world: World, connection: Record<string, unknown> = {}): Promise<Counter> {
  const company = await makeCompany(world)
  const { owner, shopId } = company
  const made = await world.call(owner, 'POST', '/payments/connections', {
    ...{ name: 'Till gateway', gateway: 'test' },
    ...connection,
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const start: Counter['start'] = (more = {}, who = owner) =>
    world.call(who, 'POST', '/payments/intent', { shopId, amount: gbp(1000), ...more })
  const open: Counter['open'] = async (more) => {
    const reply = await start(more)
    assert.equal(reply.status, 201, JSON.stringify(reply.body))
    return String(reply.body.data.id)
  }
  const process: Counter['process'] = (intent, source, more = {}) =>
    world.call(owner, 'POST', '/payments/process', {
      intentId: intent,
      ...(source === undefined ? {} : { source }),
      ...more,
    })
  return {
    ...company,
    connectionId: String(made.body.data.id),
    start,
    open,
    process,
    pay: async (source, more) => process(await open(more), source),
    on: (intent, verb, body = {}, who = owner) => world.call(who, 'POST', `/payments/intents/${intent}/${verb}`, body),
    read: async (intent) => (await world.call(owner, 'GET', `/payments/intents/${intent}`)).body.data,
  }
}

/** Runs a job of the module for one company, as the queue does. */
export async function runFor(world: World, companyId: string, address: string): Promise<void> {
  const entry = world.app.registry.jobs.find((each) => each.address === address)
  assert.ok(entry, address)
  await runJob(world.app, entry, {
    payload: { job: address, data: {}, ...(companyId === installation ? {} : { companyId }) },
    signal: new AbortController().signal,
    send: async () => null,
    companies: async () => [companyId],
  })
}
