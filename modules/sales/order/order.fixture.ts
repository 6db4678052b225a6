/** Orders to test with. */
import assert from 'node:assert/strict'
import { type Actor, addMoney, type Money, type Sql } from '#kernel'
import { examine } from '#platform/doctor'
import { appendEvents } from '#platform/event-log'
import { makeRun, systemActor } from '#platform/execution'
import { gbp, type Till } from '../../../tests/till.ts'
import type { Loose, Reply, World } from '../../../tests/world.ts'

export type Orders = {
  create: (lines: object[], more?: object, who?: Actor) => Promise<Reply<Loose>>
  /** What was created; fails with the refusal where it was not. */
  made: (lines: object[], more?: object) => Promise<Loose>
  act: (order: Loose, path: string, body?: object, who?: Actor) => Promise<Reply<Loose>>
  /** Moves it on by its state. */
  move: (order: Loose, status: string, more?: object) => Promise<Reply<Loose>>
  read: (order: Loose) => Promise<Loose>
  available: (sku: string) => Promise<string>
}

/** The calls that people make of a shop's orders. */
export function ordersOf(world: World, till: Till): Orders {
  const create: Orders['create'] = (lines, more = {}, who = till.manager) =>
    world.call(who, 'POST', '/orders', { shopId: till.shopId, lines, ...more })
  return {
    create,
    made: async (lines, more) => {
      const { status, body } = await create(lines, more)
      assert.equal(status, 201, JSON.stringify(body))
      return body.data
    },
    act: (order, path, body = {}, who = till.manager) => world.call(who, 'POST', `/orders/${order.id}/${path}`, body),
    move: (order, status, more = {}) =>
      world.call(till.manager, 'PATCH', `/orders/${order.id}/status`, { status, ...more }),
    read: async (order) => (await world.call(till.manager, 'GET', `/orders/${order.id}`)).body.data,
    available: async (sku) => {
      const { body } = await world.call(till.owner, 'GET', `/erp/products?filter[sku]=${sku}`)
      const found = await world.call(till.owner, 'GET', `/inventory?filter[productId]=${body.data[0]?.id}`)
      return String(found.body.data[0]?.available ?? '0')
    },
  }
}

/** Tenders by card of so many pence. */
export const card = (amount: number) => ({ tenders: [{ method: 'card', amount: gbp(amount) }] })

export const amountOf = (money: Loose | undefined): number => addMoney(money as unknown as Money, gbp(0)).amount

/** The three states of an order. */
export const statesOf = ({ status, paymentStatus, fulfilmentStatus }: Loose): string =>
  [status, paymentStatus, fulfilmentStatus].join(' ')

/** Fails with the first row that breaks an equation, of the books too, once every listener has caught up. */
export async function mustAddUp(world: World): Promise<void> {
  await world.settle()
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (/^(sales|payments|inventory|pos|finance)\./.test(equation)) assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
}

/** Runs a job of the module for a company, as the schedule does. */
export async function runSalesJob({ app }: World, name: string, companyId: string): Promise<void> {
  const job = app.registry.jobs.find(({ address }) => address === `sales.${name}`)
  assert.ok(job, name)
  await app.db.transaction(companyId, async (sql) => {
    const actor = systemActor(app, job.address, companyId)
    const { context, events } = makeRun({ app, sql, companyId, actor, scope: 'company', requestId: app.newId() })
    await job.definition.run(context, {})
    return { result: undefined, last: (tx: Sql) => (events.length > 0 ? [appendEvents(tx, context, events)] : []) }
  })
}
