import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signInAs, siteUrl, visit } from './browser.ts'

const owner = 'owner@gift.test'
/** The shop of the demo's manager and cashier. */
const demoShop = '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01'
const unique = (word: string) => `${word}-${Math.random().toString(36).slice(2, 8).toUpperCase()}`

/** Calls the API as the person of the page. */
async function call(page: Page, method: 'GET' | 'POST' | 'PATCH', path: string, data?: object) {
  const key = { 'idempotency-key': unique('key') }
  const headers = { origin: siteUrl, ...(method === 'GET' ? {} : key) }
  const reply = await page.request.fetch(`${siteUrl}/api${path}`, { method, headers, ...(data ? { data } : {}) })
  assert.ok(reply.ok(), `${method} ${path} ${reply.status()} ${await reply.text()}`)
  return ((await reply.json()) as { data: { id: string; [field: string]: unknown } }).data
}

const newProduct = (page: Page, fields: object = {}) => {
  const sku = unique('E2E')
  return call(page, 'POST', '/erp/products', { sku, name: `Goods ${sku}`, ...fields })
}

/** The page that is drawn from the definition, of the product whose page is open. */
async function asDrawn(page: Page): Promise<void> {
  await page.waitForURL((url) => !url.pathname.endsWith('/edit') && !url.pathname.endsWith('/new'))
  await page.goto(`${siteUrl}/r/catalog.product/${new URL(page.url()).pathname.split('/').at(-1)}`)
}

test('a product is made through the form, once what is wrong has been put right', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner, '/r/catalog.product/new')
  const sku = unique('E2E')
  await page.getByRole('heading', { name: 'New Product' }).waitFor()
  await page.getByLabel('Name').fill(`Lantern ${sku}`)
  await page.getByLabel('Price', { exact: true }).fill('12.345')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('2 things need to be put right').waitFor()
  await page.getByText('SKU is required').first().waitFor()
  await page.getByText('Price must be an amount with the decimals of its currency').first().waitFor()
  assert.equal(await page.evaluate('document.activeElement.labels[0].textContent'), 'SKU*')
  await page.getByLabel('SKU').fill(sku)
  await page.getByLabel('Price', { exact: true }).fill('12.5')
  await page.getByLabel('Tags').fill('red, new')
  await page.keyboard.press('Control+s')
  await page.getByRole('heading', { name: `Lantern ${sku}` }).waitFor()
  await asDrawn(page)
  await page.getByText('£12.50').waitFor()
  await page.getByText('red, new').waitFor()
  await end()
})

test('what the server refuses stands at its field', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { sku } = await newProduct(page)
  await page.goto(`${siteUrl}/r/catalog.product/new`)
  await page.getByLabel('SKU').fill(String(sku))
  await page.getByLabel('Name').fill('Same number')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const field = page.getByLabel('SKU')
  await page.locator('[aria-invalid="true"]').first().waitFor()
  assert.equal(await field.getAttribute('aria-invalid'), 'true')
  await end()
})

test('a record is changed, and its timeline tells from what to what', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { id, name } = await newProduct(page)
  await page.goto(`${siteUrl}/r/catalog.product/${id}`)
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Name').fill(`${name} changed`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: `${name} changed` }).waitFor()
  await asDrawn(page)
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await page
    .getByRole('deletion')
    .filter({ hasText: String(name) })
    .waitFor()
  await page
    .getByRole('insertion')
    .filter({ hasText: `${name} changed` })
    .waitFor()
  await end()
})

test('two people change one record: the second sees both, and chooses', async () => {
  const first = await visit()
  const second = await visit()
  await signInAs(first.page, owner)
  const { id, name } = await newProduct(first.page, { shopId: demoShop })
  const edit = `/r/catalog.product/${id}/edit`
  await signInAs(second.page, 'manager@gift.test', edit)
  await first.page.goto(siteUrl + edit)
  await first.page.getByLabel('Name').fill(`${name} of the owner`)
  await second.page.getByLabel('Name').fill(`${name} of the manager`)
  await second.page.getByLabel('Description').fill('Seen by the manager')
  await first.page.getByRole('button', { name: 'Save', exact: true }).click()
  await first.page.getByRole('heading', { name: `${name} of the owner` }).waitFor()
  await second.page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = second.page.getByRole('dialog', { name: 'Somebody else has changed this meanwhile' })
  await dialog.getByText(`${name} of the owner`).waitFor()
  await dialog.getByText(`${name} of the manager`).waitFor()
  const save = dialog.getByRole('button', { name: 'Save the choice' })
  assert.equal(await save.isDisabled(), true)
  await dialog.getByRole('radio', { name: 'Name: Theirs' }).check()
  await save.click()
  await second.page.getByRole('heading', { name: `${name} of the owner` }).waitFor()
  await asDrawn(second.page)
  await second.page.getByText('Seen by the manager').waitFor()
  await first.end()
  await second.end()
})

test('unsaved work is not left by a link, by a shortcut or by going back without being asked', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { id, name } = await newProduct(page)
  await page.goto(`${siteUrl}/r/catalog.product/${id}`)
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Name').fill('Half done')
  await page.getByRole('link', { name: 'Dashboard' }).click()
  const asked = page.getByRole('dialog', { name: 'Leave without saving?' })
  await asked.getByRole('button', { name: 'Cancel' }).click()
  assert.equal(await page.getByLabel('Name').inputValue(), 'Half done')
  await page.getByRole('heading', { name: /^Edit/ }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await page.evaluate('history.back()')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  assert.equal(await page.getByLabel('Name').inputValue(), 'Half done')
  await page.evaluate('history.back()')
  await asked.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('heading', { name: String(name) }).waitFor()
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await end()
})

test('a link is chosen by words from the keyboard, and what is missing is made in passing', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const brand = unique('Brand')
  await call(page, 'POST', '/catalog/brands', { name: brand })
  await page.goto(`${siteUrl}/r/catalog.product/new`)
  const sku = unique('E2E')
  await page.getByLabel('SKU').fill(sku)
  await page.getByLabel('Name').fill(`Goods ${sku}`)
  await page.getByRole('combobox', { name: 'Brand' }).focus()
  await page.keyboard.press('Enter')
  await page.getByPlaceholder('Search', { exact: true }).fill(brand)
  await page.getByRole('option', { name: brand, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Brand' }).filter({ hasText: brand }).waitFor()

  const category = unique('Category')
  await page.getByRole('combobox', { name: 'Category', exact: true }).click()
  await page.getByPlaceholder('Search', { exact: true }).fill(category)
  await page.getByRole('option', { name: `New Category: ${category}` }).click()
  const side = page.getByRole('dialog', { name: 'New Category' })
  assert.equal(await side.getByLabel('Name').inputValue(), category)
  await side.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('combobox', { name: 'Category', exact: true }).filter({ hasText: category }).waitFor()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: `Goods ${sku}` }).waitFor()
  await asDrawn(page)
  await page.getByRole('link', { name: brand }).waitFor()
  await page.getByRole('link', { name: category }).waitFor()
  await end()
})

test('who may not change a record is not offered to, and is told so at the address', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'cashier@gift.test')
  const { id, name } = await call(page, 'POST', '/erp/customers', { name: unique('Customer') })
  await page.goto(`${siteUrl}/r/crm.customer/${id}`)
  await page.getByRole('heading', { name: String(name) }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Edit' }).count(), 0)
  await page.goto(`${siteUrl}/r/crm.customer/${id}/edit`)
  await page.getByText('You may not change this').waitFor()
  await end()
})
