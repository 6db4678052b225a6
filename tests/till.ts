/** A till to test with: a company with stock, and the calls that cashiers make. */
import assert from 'node:assert/strict'
import { type Actor, addMoney, type Money } from '#kernel'
import { examine } from '#platform/doctor'
import { makeCompany, makeRegister, type TestCompany } from './company.ts'
import type { Loose, Reply, World } from './world.ts'

export const gbp = (amount: number): Money => ({ amount, currency: 'GBP' })

export type Till = TestCompany & {
  warehouseId: string
  /** Makes goods at a price in pence, tax included, with so many in stock at a cost of 100 each. */
  goods: (sku: string, price: number, onHand: string) => Promise<string>
  /** Sells for exact cash unless `more` says otherwise. */
  sell: (lines: Record<string, unknown>[], more?: Record<string, unknown>, who?: Actor) => Promise<Reply<Loose>>
  register: (code: string) => Promise<string>
  onHand: (sku: string) => Promise<string>
}

/** A fresh company whose prices include 20 % VAT, with a shop, a register and a selling warehouse. */
export async function makeTill(world: World, fields: Record<string, unknown> = {}): Promise<Till> {
  const made = await makeCompany(world, { pricesIncludeTax: true, ...fields })
  await world.settle()
  const { owner, shopId, registerId, staff } = made
  const call = (method: string, path: string, body?: unknown) => world.call(owner, method, path, body)
  const warehouseId = idOf(await call('POST', '/inventory/warehouses', { name: 'Back room', code: 'W1', shopId }))
  return {
    ...made,
    warehouseId,
    goods: async (sku, price, onHand) => {
      const productId = idOf(await call('POST', '/erp/products', { sku, name: `Goods ${sku}`, price: gbp(price) }))
      if (onHand === '0') return productId
      const lines = [{ productId, quantity: onHand, reason: 'opening', unitCost: gbp(100) }]
      const adjusted = await call('POST', '/inventory/adjust', { warehouseId, lines })
      assert.equal(adjusted.status, 201, JSON.stringify(adjusted.body))
      return productId
    },
    sell: (lines, more = {}, who = staff) =>
      world.call(who, 'POST', '/erp/sales', { shopId, registerId, lines, tenders: [], ...more }),
    register: (code) => makeRegister(world, owner, shopId, code),
    onHand: async (sku) => {
      const { body } = await call('GET', `/erp/products?filter[sku]=${sku}`)
      const found = await call('GET', `/inventory?filter[productId]=${body.data[0]?.id}`)
      return String(found.body.data[0]?.onHand ?? '0')
    },
  }
}

const idOf = (reply: Reply<Loose>): string => {
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return String(reply.body.data.id)
}

/** Cash tenders of so many pence. */
export const cash = (amount: number) => ({ tenders: [{ method: 'cash', amount: gbp(amount) }] })

/** The refusal code of an answer, or its status where it is none. */
export const codeOf = (reply: Reply<Loose>): string => reply.body.code ?? String(reply.status)

export const sumOf = (amounts: Iterable<Loose>): number =>
  [...amounts].reduce((sum, each) => addMoney(sum, each as unknown as Money), gbp(0)).amount

/** Fails with the first row that breaks an equation of sales, payments, promotions, inventory or loyalty. */
export async function mustBalance(world: Pick<World, 'app'>): Promise<void> {
  const isOfMine = (name: string) => /^(sales|payments|inventory|pos|promotions|loyalty)\.[a-z-]+$/.test(name)
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (isOfMine(equation)) assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
}
