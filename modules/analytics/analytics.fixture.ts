/** A world of tills whose clock can be set back, and what tests of figures do in it. */
import assert from 'node:assert/strict'
import type { Actor } from '#kernel'
import { created, makeRegister, makeShop } from '../../tests/company.ts'
import { cash, gbp, type Till } from '../../tests/till.ts'
import { type Loose, makeWorld, type World } from '../../tests/world.ts'

/** A Wednesday. */
const noon = Date.parse('2026-11-18T12:30:00Z')
const dayMs = 86_400_000

export type AnalyticsWorld = World & {
  /** Does something on another day, and comes back. */
  daysAgo: <R>(days: number, work: () => Promise<R>) => Promise<R>
  /** Reads figures when all is counted. */
  look: (who: Actor, path: string) => Promise<Loose>
  report: (who: Actor, body: object) => Promise<Loose>
  /** Sells for cash. Answers the sale. */
  sold: (till: Till, sku: string, quantity: string, paid: number, more?: object) => Promise<Loose>
  takenBack: (till: Till, sale: Loose, quantity: string) => Promise<void>
  customerOf: (till: Till, name: string) => Promise<string>
  /** A second shop with a register, stock of the product, and a manager of its own. */
  secondShop: (till: Till, productId: string) => Promise<{ shopId: string; registerId: string; manager: Actor }>
}

export async function analyticsWorld(): Promise<AnalyticsWorld> {
  const clock = { now: noon }
  const world = await makeWorld({ clock: () => clock.now })
  const settled = async (who: Actor, method: string, path: string, body?: object): Promise<Loose> => {
    await world.settle()
    const reply = await world.call(who, method, path, body)
    assert.equal(reply.status, 200, `${path}: ${JSON.stringify(reply.body)}`)
    return reply.body.data
  }
  return {
    ...world,
    daysAgo: async (days, work) => {
      clock.now = noon - days * dayMs
      try {
        return await work()
      } finally {
        clock.now = noon
      }
    },
    look: (who, path) => settled(who, 'GET', path),
    report: (who, body) => settled(who, 'POST', '/analytics/reports', body),
    sold: async (till, sku, quantity, paid, more = {}) => {
      const { status, body } = await till.sell([{ sku, quantity }], { ...cash(paid), ...more })
      assert.equal(status, 201, JSON.stringify(body))
      return body.data
    },
    takenBack: async ({ registerId, manager }, sale, quantity) => {
      const body = { registerId, lines: [{ saleLineId: sale.lines?.[0]?.id, quantity }] }
      created(await world.call(manager, 'POST', `/erp/sales/${sale.id}/returns`, body))
    },
    customerOf: async (till, name) => created(await world.call(till.owner, 'POST', '/erp/customers', { name })),
    secondShop: (till, productId) => secondShop(world, till, productId),
  }
}

async function secondShop(world: World, { owner, companyId }: Till, productId: string) {
  const shopId = await makeShop(world, owner, 'S2')
  const registerId = await makeRegister(world, owner, shopId, 'R2')
  const warehouse = { name: 'Other back room', code: 'W2', shopId }
  const warehouseId = created(await world.call(owner, 'POST', '/inventory/warehouses', warehouse))
  const lines = [{ productId, quantity: '5', reason: 'opening', unitCost: gbp(100) }]
  created(await world.call(owner, 'POST', '/inventory/adjust', { warehouseId, lines }))
  return { shopId, registerId, manager: world.person(companyId, 'shop_manager', { shopIds: [shopId] }) }
}
