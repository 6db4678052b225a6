import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signInAs, siteUrl, visit } from './browser.ts'

const [shopId, registerId] = ['01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01', '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02']
const unique = (word: string) => `${word}-${Math.random().toString(36).slice(2, 8).toUpperCase()}`

async function post(page: Page, path: string, data: object) {
  const headers = { origin: siteUrl, 'idempotency-key': unique('key') }
  const reply = await page.request.post(`${siteUrl}/api${path}`, { headers, data })
  assert.ok(reply.ok(), `${path} ${reply.status()} ${await reply.text()}`)
  return ((await reply.json()) as { data: { id: string; number?: string } }).data
}

/** A customer of a group that has a price list, with an address and one sale of two lanterns. */
async function makeCustomer(page: Page) {
  const names = {
    customer: unique('Customer'),
    group: unique('Group'),
    list: unique('List'),
    product: unique('Lantern'),
  }
  const group = await post(page, '/erp/customer-groups', { code: names.group, name: names.group })
  const [customer] = await Promise.all([
    post(page, '/erp/customers', { name: names.customer, groupId: group.id }),
    post(page, '/catalog/price-lists', { name: names.list, currency: 'GBP', customerGroupId: group.id }),
    post(page, '/erp/products', {
      ...{ sku: names.product, name: names.product, kind: 'service', stocked: false },
      price: { amount: 1000, currency: 'GBP' },
    }),
  ])
  const lines = { customerId: customer.id, kind: 'billing', lines: '1 Long Street', city: 'Leeds', country: 'GB' }
  await post(page, '/erp/customer-addresses', lines)
  const sale = await post(page, '/erp/sales', {
    ...{ shopId, registerId, customerId: customer.id, lines: [{ sku: names.product, quantity: '2' }] },
    tenders: [{ method: 'cash', amount: { amount: 5000, currency: 'GBP' } }],
  })
  return { ...names, id: customer.id, number: String(sale.number) }
}

test('everything about a customer is on one page', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  const made = await makeCustomer(page)
  await page.goto(`${siteUrl}/customers/${made.id}`)
  await page.getByRole('heading', { name: made.customer }).waitFor()
  await page.getByRole('link', { name: made.number }).waitFor()
  await page.getByText('1 Long Street').waitFor()
  await page.getByRole('link', { name: made.list }).waitFor()
  await page.getByRole('link', { name: made.group }).first().waitFor()
  await page.getByRole('tab', { name: 'Bought lately' }).click()
  const row = page.getByRole('row').filter({ hasText: made.product })
  await row.getByText('2', { exact: true }).waitFor()
  await row.getByText('£10.00').waitFor()
  await end()
})

test('what the customer comes to moves with a sale that is made elsewhere', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  const made = await makeCustomer(page)
  await page.goto(`${siteUrl}/customers/${made.id}`)
  const figure = page.locator('dl > div', { has: page.locator('dt', { hasText: /^Sales$/ }) }).locator('dd')
  await figure.filter({ hasText: /^1$/ }).waitFor()
  await post(page, '/erp/sales', {
    ...{ shopId, registerId, customerId: made.id, lines: [{ sku: made.product, quantity: '1' }] },
    tenders: [{ method: 'cash', amount: { amount: 5000, currency: 'GBP' } }],
  })
  await figure.filter({ hasText: /^2$/ }).waitFor()
  await end()
})
