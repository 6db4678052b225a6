/** A company of Karnataka with a shop, an HSN code on everything it sells, and the customers that GST tells apart. */
import assert from 'node:assert/strict'
import { checkCharacter } from '#engines/gst'
import { created, makeCompany, type TestCompany } from '../company.ts'
import type { Loose, Reply, World } from '../world.ts'

/** A valid GSTIN of a state; another letter is another company. */
export const gstinOf = (state: string, letter = 'F'): string => {
  const first = `${state}AAPFU0939${letter}1Z`
  return first + checkCharacter(first)
}
export const inr = (amount: number) => ({ amount, currency: 'INR' })

export type IndianShop = TestCompany & {
  gstin: string
  product: (sku: string, price: number, category: string, more?: object) => Promise<string>
  customer: (name: string, fields: object) => Promise<string>
  /** Sells for exact cash of `total` paise. */
  sell: (total: number, lines: object[], more?: object) => Promise<Loose>
  giveBack: (sale: Loose, quantity: string) => Promise<Loose>
  report: (query?: string) => Promise<Loose>
}

export const karnataka = '29'

export async function makeIndianShop(world: World, fields: object = {}): Promise<IndianShop> {
  const gstin = gstinOf(karnataka)
  const company = await makeCompany(world, {
    ...{ currency: 'INR', country: 'IN', timeZone: 'Asia/Kolkata', fiscalYearStartMonth: 4 },
    ...{ gstin, gstRegistration: 'regular' },
    lut: { number: 'AD290426000001X', validFrom: '2026-04-01', validTo: '2027-03-31' },
    ...fields,
  })
  await world.settle()
  const { owner, shopId, registerId, staff } = company
  const call = (method: string, path: string, body?: unknown) => world.call(owner, method, path, body)
  const { body } = await call('GET', '/catalog/tax-categories?limit=100')
  const categories = new Map([...body.data].map(({ code, id }) => [String(code), String(id)]))
  return {
    ...{ ...company, gstin },
    product: async (sku, price, category, more = {}) => {
      const taxCategoryId = categories.get(category)
      assert.ok(taxCategoryId, `there is no category ${category}`)
      const fields = { sku, name: sku, price: inr(price), taxCategoryId, stocked: false, ...more }
      return created((await call('POST', '/erp/products', fields)) as never)
    },
    customer: async (name, more) => created((await call('POST', '/erp/customers', { name, ...more })) as never),
    sell: async (total, lines, more = {}) => {
      const tenders = total === 0 ? [] : [{ method: 'cash', amount: inr(total) }]
      return must(await world.call(staff, 'POST', '/erp/sales', { shopId, registerId, lines, tenders, ...more }))
    },
    giveBack: async (sale, quantity) => {
      const [line] = [...(sale.lines ?? [])]
      const lines = [{ saleLineId: line?.id, quantity }]
      return must(await call('POST', `/erp/sales/${sale.id}/returns`, { registerId, lines }))
    },
    report: async (query = '') => {
      await world.settle()
      return must(await call('GET', `/finance/reports/gst${query}`), 200)
    },
  }
}

export const must = (reply: Reply<Loose>, status = 201): Loose => {
  assert.equal(reply.status, status, JSON.stringify(reply.body))
  return reply.body.data
}
