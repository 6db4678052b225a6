import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visit } from './browser.ts'
import { apiOf, cart, openTill, salesOf, search } from './till.fixture.ts'

const owner = 'owner@gift.test'
type Api = ReturnType<typeof apiOf>
type Made = { id: string }

const gbp = (amount: number) => ({ amount, currency: 'GBP' })
const mark = () => crypto.randomUUID().slice(0, 8).toUpperCase()

/** Goods of the test's own with stock at the first shop. */
async function newGoods(api: Api, amount: number): Promise<{ id: string; sku: string; name: string }> {
  const sku = `P${mark()}`
  const name = `Vase ${sku}`
  const { id } = await api<Made>('POST', '/erp/products', { sku, name, price: gbp(amount) })
  const [shop] = await api<Made[]>('GET', '/shops?limit=1')
  const [warehouse] = await api<Made[]>('GET', `/inventory/warehouses?limit=1&filter[shopId]=${shop?.id}`)
  const lines = [{ productId: id, quantity: '100', reason: 'found' }]
  await api('POST', '/inventory/adjust', { warehouseId: warehouse?.id, lines })
  return { id, sku, name }
}

/** A till with an old price book: what the server changes does not reach it. */
async function outdatedTill(price: number) {
  const visited = await visit({ serviceWorkers: 'block' })
  const { page, context } = visited
  const register = await openTill(page, owner)
  const api = apiOf(context)
  const made = await newGoods(api, price)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Refresh the price book' }).click()
  await search(page).fill(made.sku)
  await page.getByRole('button', { name: made.name }).click()
  await cart(page).getByText(made.name).waitFor()
  await page.route('**/api/pos/price-book*', (route) => route.abort())
  const changeTo = (amount: number) => api('PATCH', `/erp/products/${made.id}`, { price: gbp(amount) })
  return { ...visited, api, register, ...made, changeTo }
}

test('where the server has a lower price its word holds, the difference is change, and an alarm stays', async () => {
  const { page, api, register, changeTo, end } = await outdatedTill(300)
  await changeTo(250)
  await page.keyboard.press('F8')
  const receipt = page.getByRole('dialog', { name: /^Receipt / })
  await receipt.getByText(/The server came to other figures/).waitFor()
  await receipt.getByText('£0.50').first().waitFor()
  const [sale] = await salesOf(api, register.id)
  assert.equal(sale?.total.amount, 250)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '1 thing to look at' }).click()
  const alarms = page.getByRole('dialog', { name: 'To look at' })
  await alarms.getByText('Figures differ').waitFor()
  await alarms.getByText(String(sale?.number)).waitFor()
  await alarms.getByRole('button', { name: 'Seen' }).click()
  await page.getByRole('button', { name: '1 thing to look at' }).waitFor({ state: 'detached' })
  await end()
})

test('where the server has a higher price nothing is sold for less, and the till takes the new price', async () => {
  const { page, api, register, name, changeTo, end } = await outdatedTill(300)
  await changeTo(400)
  await page.unrouteAll({ behavior: 'wait' })
  await page.keyboard.press('F8')
  // The refusal stands in the dialog; while the till is still asking, Escape does not close it.
  await page.getByRole('dialog').getByRole('alert').filter({ hasText: /\S/ }).first().waitFor()
  assert.deepEqual(await salesOf(api, register.id), [])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await cart(page).getByText(name).waitFor()
  await cart(page).getByRole('button', { name: 'Pay £4.00' }).waitFor()
  await page.keyboard.press('F8')
  await page.getByText('Booked by the server').waitFor()
  assert.equal((await salesOf(api, register.id))[0]?.total.amount, 400)
  await end()
})

test('a customer is picked, their own price holds and is explained; unit and note go with the sale', async () => {
  const { page, context, end } = await visit()
  const register = await openTill(page, owner)
  const api = apiOf(context)
  const { id: productId, sku, name } = await newGoods(api, 300)
  const customerName = `Clara ${mark()}`
  const customer = await api<Made>('POST', '/erp/customers', { name: customerName, phone: '+44 20 7946 0000' })
  const list = await api<Made>('POST', '/catalog/price-lists', {
    ...{ name: `Agreed ${sku}`, currency: 'GBP', customerId: customer.id },
  })
  await api('POST', '/catalog/price-list-lines', { listId: list.id, productId, price: gbp(200) })
  await api('POST', `/catalog/price-lists/${list.id}/activate`, {})
  const [piece, box] = await Promise.all(
    ['piece', 'box12'].map(async (code) => (await api<Made[]>('GET', `/catalog/units?filter[code]=${code}`))[0]),
  )
  await api('POST', '/catalog/unit-conversions', { productId, unitId: box?.id, baseId: piece?.id, factor: '12' })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Refresh the price book' }).click()
  await search(page).fill(sku)
  await page.getByRole('button', { name }).click()
  await cart(page).getByText('£3.00').first().waitFor()
  await page.keyboard.press('F3')
  await page.getByLabel('Name, phone or number').fill(customerName)
  await page.getByRole('dialog').getByRole('button', { name: customerName }).click()
  await cart(page).getByText('£2.00').first().waitFor()
  await cart(page)
    .getByRole('button', { name: /: change$/ })
    .click()
  const dialog = page.getByRole('dialog')
  const chosen = dialog.getByRole('listitem').filter({ hasText: `Agreed ${sku}` })
  await chosen.getByText('First in the order of precedence.').waitFor()
  await chosen.getByLabel('Chosen').waitFor()
  await dialog.getByLabel('Unit', { exact: true }).selectOption('box12')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await cart(page).getByText('£24.00').first().waitFor()
  await cart(page).getByRole('button', { name: 'Note' }).click()
  await page.getByLabel('Stands on the receipt').fill('Wrap it, please')
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await page.keyboard.press('F8')
  const receipt = page.getByRole('dialog', { name: /^Receipt / })
  for (const part of ['Wrap it, please', customerName]) await receipt.getByText(part).first().waitFor()
  const [row] = await salesOf(api, register.id)
  const sale = await api<Record<string, unknown> & { lines: { unit: string; unitPrice: object; quantity: string }[] }>(
    'GET',
    `/erp/sales/${row?.id}`,
  )
  assert.deepEqual([sale.customerId, sale.note], [customer.id, 'Wrap it, please'])
  const { unit, quantity, unitPrice } = sale.lines[0] ?? {}
  assert.deepEqual({ unit, quantity, unitPrice }, { unit: 'box12', quantity: '1', unitPrice: gbp(2400) })
  await end()
})
