import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { apiAs, type Caller, giftShop, type Loose } from './api.ts'
import { assertFits, assertUsable } from './axe.ts'
import { settled, signInAs, siteUrl, visit } from './browser.ts'

const owner = 'owner@gift.test'
const unique = (word: string) => `${word}-${Math.random().toString(36).slice(2, 8).toUpperCase()}`

let call: Caller
let warehouses: { id: string; name: string; code: string; sellsFor: boolean }[] = []
before(async () => {
  call = await apiAs(owner)
  warehouses = (await call('GET', '/inventory/warehouses')).body.data as unknown as typeof warehouses
})

const selling = () => warehouses.find(({ sellsFor }) => sellsFor) as (typeof warehouses)[number]
const back = () => warehouses.find(({ sellsFor }) => !sellsFor) as (typeof warehouses)[number]
const choice = ({ name, code }: { name: string; code: string }) => ({ label: `${name} (${code})` })

/** A product of the test's own, with so much of it where the shop sells from. */
async function goods(onHand: string, price = 1000) {
  const sku = unique('TP')
  const name = `Goods ${sku}`
  const made = await call('POST', '/erp/products', { sku, name, price: { amount: price, currency: 'GBP' } })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const id = String(made.body.data?.id)
  const lines = [{ productId: id, quantity: onHand, reason: 'opening', unitCost: { amount: 400, currency: 'GBP' } }]
  const stocked = await call('POST', '/inventory/adjust', { warehouseId: selling().id, lines })
  assert.equal(stocked.status, 201, JSON.stringify(stocked.body))
  return { id, sku, name }
}

async function onHand(productId: string, warehouseId: string): Promise<string> {
  const { body } = await call('GET', `/inventory?filter[productId]=${productId}&filter[warehouseId]=${warehouseId}`)
  return String((body.data as unknown as { onHand: string }[])[0]?.onHand ?? '0')
}

/** Puts goods on the list by their code, as a scanner with Enter would. */
async function scan(page: Page, sku: string): Promise<void> {
  const box = page.getByLabel('Scan or type a code')
  await box.fill(sku)
  await box.press('Enter')
  await page.getByRole('combobox', { name: 'Product' }).filter({ hasText: sku }).waitFor()
}

test('stock is adjusted after a look at what will happen, seen on the product, and taken back', async () => {
  const { id, sku, name } = await goods('10')
  const { page, end } = await visit()
  await signInAs(page, owner, '/stock?tab=adjust')
  await page.getByLabel('Warehouse').selectOption(choice(selling()))
  await scan(page, sku)
  await page.getByRole('button', { name: 'Review the adjustment' }).click()
  await page.getByText('How many?').waitFor()
  await page.getByLabel('Difference').fill('-3')
  await page.getByLabel('Reason').selectOption({ label: 'Damaged' })
  await page.getByText('10 here now, 7 then').waitFor()
  await page.getByRole('button', { name: 'Review the adjustment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Adjust 1 product?' })
  await dialog.getByRole('row', { name: `${name} Damaged 10 -3 7` }).waitFor()
  await dialog.getByRole('button', { name: 'Book the adjustment' }).click()
  await page.getByText('1 line is booked').waitFor()
  const other = await page.context().newPage()
  await other.goto(`${siteUrl}/products/${id}`)
  await other.getByRole('row', { name: new RegExp(`^${selling().name} 7 0 7`) }).waitFor()
  await other.getByRole('row', { name: /Adjustment .* -3/ }).waitFor()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('taken back by another adjustment').first().waitFor()
  // The product's page was open all the time: it heard of it.
  await other.getByRole('row', { name: new RegExp(`^${selling().name} 10 0 10`) }).waitFor()
  await end()
})

test('more than there is is refused at its line, and what was typed is still there after a reload', async () => {
  const { sku } = await goods('2')
  const { page, end } = await visit()
  await signInAs(page, owner, '/stock?tab=adjust')
  await page.getByLabel('Warehouse').selectOption(choice(selling()))
  await scan(page, sku)
  await page.getByLabel('Difference').fill('-5')
  await page.getByLabel('Reason').selectOption({ label: 'Stolen' })
  await page.getByRole('button', { name: 'Review the adjustment' }).click()
  await page.getByRole('button', { name: 'Book the adjustment' }).click()
  const difference = page.getByLabel('Difference')
  await page.getByText('5 are asked for, 2 are available').waitFor()
  assert.equal(await difference.getAttribute('aria-invalid'), 'true')
  await page.reload()
  await page.getByRole('combobox', { name: 'Product' }).filter({ hasText: sku }).waitFor()
  assert.equal(await difference.inputValue(), '-5')
  await end()
})

test('goods are carried from one warehouse to another', async () => {
  const { id, sku, name } = await goods('10')
  const { page, end } = await visit()
  await signInAs(page, owner, '/stock?tab=transfer')
  await page.getByLabel('From').selectOption(choice(selling()))
  await page.getByLabel('To', { exact: false }).last().selectOption(choice(back()))
  await scan(page, sku)
  await page.getByLabel('Quantity').fill('4')
  await page.getByRole('button', { name: 'Review the transfer' }).click()
  const dialog = page.getByRole('dialog', { name: `Carry 1 product from ${selling().name} to ${back().name}?` })
  await dialog.getByRole('row', { name: `${name} 10 4 6` }).waitFor()
  await dialog.getByRole('button', { name: 'Book the transfer' }).click()
  await page.getByText('1 product is carried over').waitFor()
  assert.deepEqual([await onHand(id, selling().id), await onHand(id, back().id)], ['6', '4'])
  await end()
})

test('a count is typed without seeing what should be there, compared and booked', async () => {
  const { id, sku, name } = await goods('10')
  const { page, end } = await visit()
  await signInAs(page, owner, '/stock?tab=count')
  await page.getByLabel('Warehouse').selectOption(choice(selling()))
  await scan(page, sku)
  await page.getByLabel('Counted').fill('8')
  assert.equal(await page.getByText('here now').count(), 0)
  await page.getByRole('button', { name: 'Compare with the stock' }).click()
  await page.getByRole('row', { name: new RegExp(`^${name} 10 8 -2`) }).waitFor()
  await page.getByText('1 product differs').waitFor()
  await page.getByRole('button', { name: 'Book the count' }).click()
  await page.getByText('1 difference is booked').waitFor()
  assert.equal(await onHand(id, selling().id), '8')
  await end()
})

test('a reorder point is set where the level is shown, and what is low is among the alerts', async () => {
  const { sku, name } = await goods('3')
  const { page, end } = await visit()
  await signInAs(page, owner, '/stock')
  await page.getByLabel('Product, SKU or barcode').fill(sku)
  const row = page.getByRole('row', { name: new RegExp(name) })
  await row.getByText('In stock').waitFor()
  await row.getByRole('button', { name: /^Reorder point of/ }).click()
  await page.getByRole('textbox', { name: /^Reorder point of/ }).fill('5')
  await page.getByRole('button', { name: 'Save' }).click()
  await row.getByText('Low', { exact: true }).waitFor()
  await page.getByRole('tab', { name: 'Low stock' }).click()
  await page.getByRole('row', { name: new RegExp(sku) }).waitFor()
  await end()
})

/** Three products sold in one sale, by the API as a till would. */
async function soldThree(): Promise<{ sale: Loose; products: Awaited<ReturnType<typeof goods>>[] }> {
  const products = [await goods('5', 1000), await goods('5', 2000), await goods('5', 3000)]
  const reply = await call('POST', '/erp/sales', {
    ...giftShop,
    lines: products.map(({ sku }) => ({ sku, quantity: '1' })),
    tenders: [{ method: 'cash', amount: { amount: 10_000, currency: 'GBP' } }],
  })
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return { sale: reply.body.data as Loose, products }
}

test('two of three lines of a sale are taken back: a credit note, its money, and the stock', async () => {
  const { sale, products } = await soldThree()
  const [first, second, third] = products as [(typeof products)[0], (typeof products)[0], (typeof products)[0]]
  const { page, end } = await visit()
  await signInAs(page, owner, `/sales/${sale.id}`)
  await page.getByRole('heading', { name: String(sale.number) }).waitFor()
  await page.getByText('Completed').first().waitFor()
  await page.getByRole('button', { name: 'Take goods back' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(`How many of ${first.name} come back`).fill('2')
  await dialog.getByText('Not so many').waitFor()
  assert.equal(await dialog.getByRole('button', { name: 'Take back' }).isDisabled(), true)
  await dialog.getByLabel(`How many of ${first.name} come back`).fill('1')
  await dialog.getByRole('button', { name: `All of ${second.name}` }).click()
  await dialog.getByLabel('Back for sale').nth(1).uncheck()
  await dialog.getByLabel('Reason').fill('Broken in the box')
  await dialog.getByText('£30.00').last().waitFor()
  await dialog.getByLabel('As it was paid').uncheck()
  await dialog.getByLabel('Cash').fill('61')
  await dialog.getByText('Cash can give back £60.00 at most.').waitFor()
  await dialog.getByLabel('Cash').fill('30')
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await page.getByText('Partly returned').first().waitFor()
  await page.getByRole('link', { name: /^GW1-1\/\d+\/C\d+$/ }).click()
  await page.waitForURL(/\/credit-notes\//)
  await page.getByRole('row', { name: new RegExp(`^${first.name}.*Back for sale`) }).waitFor()
  await page.getByRole('row', { name: new RegExp(`^${second.name}.*Broken in the box Not for sale`) }).waitFor()
  assert.equal(await page.getByText(third.name).count(), 0)
  await page.getByText('£30.00').first().waitFor()
  const stock = await Promise.all(products.map(({ id }) => onHand(id, selling().id)))
  assert.deepEqual(stock, ['5', '4', '4'])
  await page.getByRole('button', { name: 'Receipt' }).click()
  await page.getByRole('dialog').getByText(first.name).waitFor()
  assert.match(String(await page.getByRole('link', { name: 'PDF' }).getAttribute('href')), /format=pdf/)
  await end()
})

test('a price is explained step by step, for the quantity asked about', async () => {
  const { id } = await goods('5', 1000)
  const list = await call('POST', '/catalog/price-lists', { name: unique('Bulk'), currency: 'GBP', includesTax: true })
  const listId = String(list.body.data?.id)
  const price = { amount: 800, currency: 'GBP' }
  const line = await call('POST', '/catalog/price-list-lines', { listId, productId: id, minQuantity: '10', price })
  assert.equal(line.status, 201, JSON.stringify(line.body))
  assert.equal((await call('POST', `/catalog/price-lists/${listId}/activate`, {})).status, 200)
  const { page, end } = await visit()
  await signInAs(page, owner, `/products/${id}`)
  await page.getByRole('tab', { name: 'Prices' }).click()
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Explain the price' }) })
  await card.getByText('£10.00').first().waitFor()
  await card.getByLabel('Quantity').fill('12')
  await card.getByText('£8.00').first().waitFor()
  await card.getByRole('listitem').filter({ hasText: 'Taken' }).filter({ hasText: '£8.00' }).waitFor()
  await end()
})

test('a sale made elsewhere moves the stock on an open product page', async () => {
  const { id, sku } = await goods('9')
  const { page, end } = await visit()
  await signInAs(page, owner, `/products/${id}`)
  const row = page.getByRole('row', { name: new RegExp(`^${selling().name}`) }).first()
  await row.filter({ hasText: '9' }).waitFor()
  const tenders = [{ method: 'cash', amount: { amount: 10_000, currency: 'GBP' } }]
  const sold = await call('POST', '/erp/sales', { ...giftShop, lines: [{ sku, quantity: '2' }], tenders })
  assert.equal(sold.status, 201)
  await row.filter({ hasText: '7' }).waitFor()
  await page.getByRole('link', { name: `Sale ${sold.body.data?.number}` }).waitFor()
  await end()
})

test('variants and barcodes are made on the product', async () => {
  const { id, sku } = await goods('1')
  const { page, end } = await visit()
  await signInAs(page, owner, `/products/${id}`)
  await page.getByRole('tab', { name: 'Variants' }).click()
  await page.getByRole('button', { name: 'Make variants' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Option').fill('Size')
  await dialog.getByLabel('Values, separated by commas').fill('S, M')
  await dialog.getByRole('button', { name: 'Make 2 variants' }).click()
  await page.getByRole('row', { name: new RegExp(`^${sku}-M`) }).waitFor()
  await page.getByRole('tab', { name: 'Units and barcodes' }).click()
  const code = unique('BC')
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.getByRole('button', { name: 'Add a barcode' }).click()
  await page.getByRole('button', { name: `Remove ${code}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No barcodes').waitFor()
  await end()
})

test('a cashier sees stock, but no cost and nothing to adjust', async () => {
  const { id, name } = await goods('6')
  const { page, end } = await visit()
  await signInAs(page, 'cashier@gift.test', `/products/${id}`)
  await page.getByRole('heading', { name }).waitFor()
  await page.getByRole('row', { name: new RegExp(`^${selling().name} 6 0 6`) }).waitFor()
  assert.equal(await page.getByRole('columnheader', { name: 'Value' }).count(), 0)
  assert.equal(await page.getByRole('button', { name: /^Reorder point of/ }).count(), 0)
  assert.equal(await page.getByRole('link', { name: 'Adjust', exact: true }).count(), 0)
  await page.getByRole('tab', { name: 'Facts' }).click()
  assert.equal(await page.getByText('Cost', { exact: true }).count(), 0)
  await page.goto(`${siteUrl}/stock?tab=adjust`)
  await page.getByRole('tab', { name: 'Levels', selected: true }).waitFor()
  for (const hidden of ['Adjust', 'Transfer', 'Count'])
    assert.equal(await page.getByRole('tab', { name: hidden, exact: true }).count(), 0)
  assert.equal(await page.getByText('Worth', { exact: true }).count(), 0)
  await end()
})

for (const guise of [
  { theme: 'light', language: 'en', viewport: { width: 1360, height: 850 } },
  { theme: 'dark', language: 'ar', viewport: { width: 390, height: 800 } },
]) {
  test(`everybody can use these pages, ${guise.theme}, ${guise.language}, ${guise.viewport.width} wide`, async () => {
    const { sale, products } = await soldThree()
    const lines = sale.lines as unknown as { id: string }[]
    const note = await call('POST', `/erp/sales/${sale.id}/returns`, {
      registerId: giftShop.registerId,
      lines: [{ saleLineId: lines[0]?.id, quantity: '1' }],
    })
    const { page, end } = await visit(guise)
    await signInAs(page, owner)
    const paths = [
      ...['levels', 'moves', 'alerts', 'adjust', 'transfer', 'count'].map((tab) => `/stock?tab=${tab}`),
      ...[`/products/${products[0]?.id}`, `/sales/${sale.id}`, `/credit-notes/${note.body.data?.id}`],
      ...['/products', '/sales', '/credit-notes'],
    ]
    for (const path of paths) {
      await page.goto(siteUrl + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      await assertUsable(page, path)
      await assertFits(page, path)
    }
    await end()
  })
}
