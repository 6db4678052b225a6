/** Gift cards for tests: a product that sells them, sales that do, and their codes. */
import assert from 'node:assert/strict'
import type { Actor } from '#kernel'
import { gbp, type Till } from '../../../tests/till.ts'
import type { Loose, Reply, World } from '../../../tests/world.ts'

export type Cards = {
  /** Sells a card of so many pence for cash and answers its id and code. */
  sell: (value: number, more?: Record<string, unknown>) => Promise<{ id: string; code: string; sale: Loose }>
  codeOf: (id: string, who?: Actor) => Promise<Reply<Loose>>
  card: (id: string) => Promise<Loose>
  /** The pence that the card holds. */
  balance: (id: string) => Promise<number>
}

export const byCard = (code: string, amount: number) => ({ method: 'gift_card', amount: gbp(amount), reference: code })

export async function makeCards(world: World, till: Till): Promise<Cards> {
  const { owner, staff } = till
  const body = { sku: 'CARD', name: 'Gift card', kind: 'gift_card', price: gbp(1000) }
  const made = await world.call(owner, 'POST', '/erp/products', body)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const codeOf: Cards['codeOf'] = (id, who = owner) => world.call(who, 'POST', `/loyalty/gift-cards/${id}/code`, {})
  const card: Cards['card'] = async (id) => (await world.call(owner, 'GET', `/loyalty/gift-cards/${id}`)).body.data
  return {
    codeOf,
    card,
    sell: async (value, more = {}) => {
      const line = { sku: 'CARD', quantity: '1', unitPrice: gbp(value), priceReason: 'Chosen by the customer' }
      const tenders = [{ method: 'cash', amount: gbp(value) }]
      const sold = await till.sell([line], { tenders, ...more }, till.manager)
      assert.equal(sold.status, 201, JSON.stringify(sold.body))
      const sale = sold.body.data
      const path = `/loyalty/gift-cards?filter[sourceId]=${sale.id}`
      const id = String((await world.call(staff, 'GET', path)).body.data[0]?.id)
      return { id, code: String((await codeOf(id)).body.data.code), sale }
    },
    balance: async (id) => Number((await card(id)).balance?.amount),
  }
}
