/** A company with a stocked shop for tests, and the doors through which they move its stock. */
import assert from 'node:assert/strict'
import type { Context } from '#kernel'
import { type PutBackLine, putBackStock, takeStock } from '#modules/inventory'
import { examine } from '#platform/doctor'
import { appendEvents } from '#platform/event-log'
import { makeRun, systemActor } from '#platform/execution'
import { makeCompany, type TestCompany } from './company.ts'
import type { World } from './world.ts'

export type Emitted = { type: string; id: string; data: Record<string, unknown> }
export type Store = TestCompany & { world: World; warehouseId: string }
export type Figures = { onHand: string; reserved: string; available: string; value: number }

let count = 0

/** A company whose one shop has a selling warehouse, once the listeners have given it its units and reasons. */
export async function makeStore(world: World, fields: Record<string, unknown> = {}): Promise<Store> {
  const company = await makeCompany(world, fields)
  await world.settle()
  const warehouseId = await makeWarehouse({ world, ...company }, { shopId: company.shopId })
  return { world, ...company, warehouseId }
}

export async function makeWarehouse(store: Pick<Store, 'world' | 'owner'>, fields: object): Promise<string> {
  count += 1
  const body = { code: `W${count}`, name: `Warehouse ${count}`, ...fields }
  const reply = await store.world.call(store.owner, 'POST', '/inventory/warehouses', body)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return String(reply.body.data.id)
}

export async function makeProduct(store: Pick<Store, 'world' | 'owner'>, fields: object = {}): Promise<string> {
  count += 1
  const body = { sku: `SKU-${count}`, name: `Product ${count}`, price: gbp(1000), ...fields }
  const reply = await store.world.call(store.owner, 'POST', '/erp/products', body)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return String(reply.body.data.id)
}

export const gbp = (amount: number) => ({ amount, currency: 'GBP' })

/** Brings goods in (or takes them out) by adjustment, and expects it to work. */
export async function adjust(
  { world, owner, warehouseId }: Pick<Store, 'world' | 'owner' | 'warehouseId'>,
  ...lines: { productId: string; quantity: string; reason?: string; unitCost?: number }[]
): Promise<Record<string, unknown>> {
  const body = {
    warehouseId,
    lines: lines.map(({ reason = 'opening', unitCost, ...line }) => ({
      ...line,
      reason,
      ...(unitCost === undefined ? {} : { unitCost: gbp(unitCost) }),
    })),
  }
  const reply = await world.call(owner, 'POST', '/inventory/adjust', body)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body.data as unknown as Record<string, unknown>
}

/** Runs business code in a transaction of the company, as the pipeline does, and gives what it emitted. */
export async function inContext<R>(
  { world, companyId }: Pick<Store, 'world' | 'companyId'>,
  work: (context: Context) => Promise<R>,
): Promise<{ result: R; events: Emitted[] }> {
  const { app } = world
  return app.db.transaction(companyId, async (sql) => {
    const actor = systemActor(app, 'test', companyId)
    const { context, events } = makeRun({ app, actor, companyId, scope: 'company', requestId: 'test', sql })
    const result = await work(context)
    const last = () => (events.length > 0 ? [appendEvents(sql, context, events)] : [])
    return { result: { result, events }, last }
  })
}

type Sold = { productId: string; quantity: string; lineId?: string }

/** A sale's stock side. */
export const take = (store: Store, ...lines: Sold[]) =>
  inContext(store, (context) =>
    takeStock(context, {
      shopId: store.shopId,
      ...documentOf(context),
      lines: lines.map((line) => ({ lineId: context.newId(), ...line })),
    }),
  )

/** A return's stock side. */
export const putBack = (store: Store, ...lines: Omit<PutBackLine, 'lineId'>[]) =>
  inContext(store, (context) =>
    putBackStock(context, {
      shopId: store.shopId,
      ...documentOf(context),
      lines: lines.map((line) => ({ lineId: context.newId(), ...line })),
    }),
  )

const documentOf = (context: Context) => ({
  source: { entity: 'sales.sale', id: context.newId() },
  at: context.now,
  businessDate: context.now.slice(0, 10),
})

/** What the list says of a product in a warehouse. */
export async function figuresOf(
  { world, owner, warehouseId }: Pick<Store, 'world' | 'owner' | 'warehouseId'>,
  productId: string,
): Promise<Figures> {
  const path = `/inventory?filter[productId]=${productId}&filter[warehouseId]=${warehouseId}`
  const { status, body } = await world.call(owner, 'GET', path)
  assert.equal(status, 200, JSON.stringify(body))
  const row = body.data[0]
  if (!row) return { onHand: '0', reserved: '0', available: '0', value: 0 }
  const { onHand, reserved, available, value } = row as unknown as Omit<Figures, 'value'> & {
    value: { amount: number }
  }
  return { onHand, reserved, available, value: value.amount }
}

/** What breaks inventory's equations; nothing in a sound database. */
export async function breaches({ app }: World): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const finding of examine(app.db.relay, app.registry, () => 0)) {
    if (finding.equation.startsWith('inventory.')) found.push(...finding.breaches)
  }
  return found
}
