import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signInAs, siteUrl, visit } from './browser.ts'

const owner = 'owner@gift.test'
const unique = (word: string) => `${word}-${Math.random().toString(36).slice(2, 8).toUpperCase()}`

async function post(page: Page, path: string, data: object) {
  const headers = { origin: siteUrl, 'idempotency-key': unique('key') }
  const reply = await page.request.post(`${siteUrl}/api${path}`, { headers, data })
  assert.ok(reply.ok(), `${path} ${reply.status()} ${await reply.text()}`)
  return ((await reply.json()) as { data: { id: string } }).data.id
}

async function newProduct(page: Page, fields: object = {}) {
  const sku = unique('E2E')
  const name = `Goods ${sku}`
  return { id: await post(page, '/erp/products', { sku, name, ...fields }), name, sku }
}

test('what belongs to a record is a tab with its count, its first rows and the way to all', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const brand = await post(page, '/catalog/brands', { name: unique('Brand') })
  const { name } = await newProduct(page, { brandId: brand })
  await newProduct(page, { brandId: brand })
  await page.goto(`${siteUrl}/r/catalog.brand/${brand}`)
  await page.getByRole('tab', { name: 'Products 2' }).waitFor()
  await page.getByRole('link', { name: name }).or(page.getByRole('cell', { name })).first().waitFor()
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.waitForURL((url) => url.pathname === '/r/catalog.product' || url.pathname === '/products')
  await page.getByText(name).first().waitFor()
  await end()
})

test('a new record is begun from where it belongs', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { id, name } = await newProduct(page)
  const code = unique('BC')
  await page.goto(`${siteUrl}/r/catalog.product/${id}`)
  await page.getByRole('tab', { name: 'Barcodes' }).click()
  await page.getByRole('link', { name: 'New Barcode' }).click()
  await page.getByRole('combobox', { name: 'Product' }).filter({ hasText: name }).waitFor()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: code }).waitFor()
  await page.getByRole('link', { name }).waitFor()
  await end()
})

test('a move between states is offered where the record stands, and says why where it does not', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { id } = await newProduct(page)
  await page.goto(`${siteUrl}/r/catalog.product/${id}`)
  const restore = page.getByRole('button', { name: 'Restore' })
  await restore.waitFor()
  assert.equal(await restore.getAttribute('aria-disabled'), 'true')
  await restore.focus()
  await page.getByRole('tooltip').filter({ hasText: 'Not possible while it is Active' }).waitFor()
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('heading', { name: /Archived/ }).waitFor()
  await page.locator('button:not([aria-disabled])', { hasText: 'Restore' }).click()
  await page.getByRole('heading', { name: /Active/ }).waitFor()
  await end()
})

test('an action with an input asks for it, and what is wrong stands at its field', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { id } = await newProduct(page, { optionNames: ['Size'] })
  await page.goto(`${siteUrl}/r/catalog.product/${id}`)
  await page.getByRole('button', { name: 'Make variants' }).click()
  const dialog = page.getByRole('dialog', { name: /Make variants/ })
  await dialog.getByRole('button', { name: 'Make variants' }).click()
  await dialog.locator('[aria-invalid="true"]').first().waitFor()
  await dialog.locator('textarea').first().fill('{ "Size": ["S", "M"] }')
  await dialog.getByRole('button', { name: 'Make variants' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Products · Variant of 2' }).waitFor()
  await end()
})

test('a record is copied, but for what no two may share', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { id, name } = await newProduct(page, { price: { amount: 450, currency: 'GBP' } })
  await page.goto(`${siteUrl}/r/catalog.product/${id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await page.getByRole('heading', { name: 'New Product' }).waitFor()
  assert.equal(await page.getByLabel('Name').inputValue(), name)
  assert.equal(await page.getByLabel('Price', { exact: true }).inputValue(), '4.50')
  assert.equal(await page.getByLabel('SKU').inputValue(), '')
  await end()
})

test('a record is deleted after one was asked, and is gone', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const name = unique('Brand')
  const id = await post(page, '/catalog/brands', { name })
  await page.goto(`${siteUrl}/r/catalog.brand/${id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page
    .getByRole('dialog', { name: `Delete ${name}?` })
    .getByRole('button', { name: 'Delete' })
    .click()
  await page.waitForURL((url) => url.pathname === '/r/catalog.brand')
  await page.goto(`${siteUrl}/r/catalog.brand/${id}`)
  await page.getByText('There is nothing here').waitFor()
  await end()
})

test('a change made elsewhere is seen without a reload', async () => {
  const { page, end } = await visit()
  await signInAs(page, owner)
  const { id } = await newProduct(page)
  await page.goto(`${siteUrl}/r/catalog.product/${id}`)
  await page.getByRole('button', { name: 'Archive' }).waitFor()
  await page.getByRole('heading', { name: /Active/ }).waitFor()
  await post(page, `/erp/products/${id}/archive`, {})
  await page.getByRole('heading', { name: /Archived/ }).waitFor()
  await end()
})
