import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { apiAs } from './api.ts'
import { signInAs, siteUrl, visit } from './browser.ts'

/** Some goods of one's own, found by a word that nothing else has: "Lamp 1" at 1.00 and so on. */
async function makeGoods(count: number): Promise<{ mark: string; sku: (index: number) => string }> {
  const mark = `LIST${crypto.randomUUID().slice(0, 8).toUpperCase()}`
  const call = await apiAs('owner@gift.test')
  for (let index = 1; index <= count; index += 1) {
    const price = { amount: index * 100, currency: 'GBP' }
    const { status } = await call('POST', '/erp/products', { sku: `${mark}-${index}`, name: `Lamp ${index}`, price })
    assert.equal(status, 201)
  }
  return { mark, sku: (index) => `${mark}-${index}` }
}

const skus = async (page: Page): Promise<string[]> =>
  page.locator('tbody [data-row]').evaluateAll((links) => links.map((link) => link.textContent ?? ''))
const found = (page: Page, count: number) => page.getByText(`1–${count} of ${count}`, { exact: true }).waitFor()
const queryOf = (page: Page) => new URL(page.url()).searchParams

async function addFilter(page: Page, field: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByPlaceholder('Filter by').fill(field)
  await page.keyboard.press('Enter')
}

test('words, order and filters stand in the address: back, reload and another window show the same', async () => {
  const { page, context, end } = await visit()
  const { mark, sku } = await makeGoods(3)
  await signInAs(page, 'owner@gift.test', '/r/catalog.product')
  await page.getByLabel('Search Products').fill(mark)
  await found(page, 3)
  assert.equal(queryOf(page).get('q'), mark)
  await page.getByRole('button', { name: 'Price' }).click()
  await page
    .getByRole('columnheader', { name: 'Price', exact: true })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor()
  await page.waitForFunction((first) => document.querySelector('[data-row="0"]')?.textContent === first, sku(1))
  await addFilter(page, 'Price')
  await page.getByLabel('Value (GBP)').fill('2')
  await page.getByRole('button', { name: 'Apply' }).click()
  await found(page, 2)
  assert.equal(queryOf(page).get('filter[price][gte]'), '200')
  assert.deepEqual(await skus(page), [sku(2), sku(3)])
  const other = await context.newPage()
  await other.goto(page.url())
  await found(other, 2)
  assert.deepEqual(await skus(other), [sku(2), sku(3)])
  await page.goBack()
  await found(page, 3)
  await page.reload()
  await found(page, 3)
  assert.deepEqual(await skus(page), [sku(1), sku(2), sku(3)])
  await end()
})

test('filters are built by kind, changed by pressing them and taken away', async () => {
  const { page, end } = await visit()
  const { mark } = await makeGoods(2)
  await signInAs(page, 'owner@gift.test', `/r/catalog.product?q=${mark}`)
  await found(page, 2)
  await addFilter(page, 'Status')
  await page.getByLabel('Archived').check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('Nothing matches').waitFor()
  await page.getByRole('button', { name: 'Status: Archived' }).click()
  await page.getByLabel('Active', { exact: true }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await found(page, 2)
  assert.equal(queryOf(page).get('filter[status][in]'), 'active,archived')
  await addFilter(page, 'Created')
  await page.getByLabel('Value').selectOption({ label: 'Today' })
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('button', { name: 'Created: Today' }).waitFor()
  await found(page, 2)
  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('region', { name: 'Filters' }).waitFor({ state: 'detached' })
  await end()
})

test('a view is saved, opens the list, is shared with colleagues, and goes', async () => {
  const { page, end } = await visit()
  const { mark } = await makeGoods(2)
  const name = `View ${mark}`
  await signInAs(page, 'owner@gift.test', `/r/catalog.product?view=none&q=${mark}&sort=-price`)
  await found(page, 2)
  const views = page.getByRole('button', { name: /^View: / })
  const choose = async (item: string) => {
    await views.click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await choose('Save as a new view')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: `View: ${name}` }).waitFor()
  await choose('Share with the company')
  await page.getByText('The view is shared').first().waitFor()
  await choose('Open the list with this view')
  await page.getByText('The list opens with this view').first().waitFor()
  await page.goto(`${siteUrl}/r/catalog.product`)
  await found(page, 2)
  assert.deepEqual([queryOf(page).get('q'), queryOf(page).get('sort')], [mark, '-price'])
  const colleague = await visit()
  await signInAs(colleague.page, 'manager@gift.test', '/r/catalog.product')
  await colleague.page.getByRole('button', { name: /^View: / }).click()
  await colleague.page.getByRole('menuitemcheckbox', { name: new RegExp(name) }).click()
  await found(colleague.page, 2)
  await colleague.end()
  await choose('Delete view')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete view' }).click()
  await page.getByRole('button', { name: 'View: All Products' }).waitFor()
  await end()
})

test('many records are archived in one go, and those that cannot be are told with the reason', async () => {
  const { page, end } = await visit()
  const { mark, sku } = await makeGoods(4)
  const call = await apiAs('owner@gift.test')
  const { body } = await call('GET', `/erp/products?q=${sku(4)}`)
  await call('POST', `/erp/products/${body.data?.[0]?.id}/archive`, {})
  await signInAs(page, 'owner@gift.test', `/r/catalog.product?q=${mark}`)
  await found(page, 4)
  await page.getByLabel('Select all on this page').check()
  await page.getByText('4 selected').waitFor()
  await page.getByRole('button', { name: 'Archive' }).click()
  const dialog = page.getByRole('dialog', { name: /Archive/ })
  await dialog.getByText('1 record was not changed').waitFor()
  await dialog.getByRole('link', { name: 'Lamp 4' }).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.goto(`${siteUrl}/r/catalog.product?q=${mark}&filter[status][in]=archived`)
  await found(page, 4)
  await end()
})

test('what a list shows is downloaded as CSV with its columns', async () => {
  const { page, end } = await visit()
  const { mark, sku } = await makeGoods(2)
  await signInAs(page, 'owner@gift.test', `/r/catalog.product?q=${mark}&sort=price&columns=sku,price`)
  await found(page, 2)
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV with these columns' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split(/\r?\n/)
  assert.deepEqual(lines.slice(0, 3), ['\uFEFFsku,price,priceCurrency', `${sku(1)},1.00,GBP`, `${sku(2)},2.00,GBP`])
  await end()
})

test('columns are chosen and ordered, and stay', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test', '/r/catalog.unit')
  await page.getByRole('columnheader', { name: 'Name' }).waitFor()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Created' }).check()
  await page.getByRole('button', { name: 'Move Created forward' }).click()
  await page.getByRole('checkbox', { name: 'Decimals' }).uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('columnheader', { name: 'Created' }).waitFor()
  const heads = await page.getByRole('columnheader').allInnerTexts()
  assert.deepEqual(heads.filter(Boolean), ['Code', 'Name', 'Created'])
  await end()
})

test('the rows are walked, ticked and opened by keyboard, also where only those in sight are drawn', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test', '/r/catalog.product?limit=200')
  await page.getByText('1–200 of').waitFor()
  assert.ok((await page.locator('tbody tr').count()) < 80)
  await page.locator('main').focus()
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('j')
  await page.locator('[data-row="59"]:focus').waitFor()
  await page.keyboard.press('ArrowUp')
  await page.locator('[data-row="58"]:focus').waitFor()
  await page.keyboard.press('x')
  await page.getByText('1 selected').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/[0-9a-f-]{36}$/)
  await end()
})

test('on a phone records are cards, and the page never scrolls sideways', async () => {
  const { page, end } = await visit({ viewport: { width: 390, height: 800 } })
  await signInAs(page, 'owner@gift.test', '/r/crm.customer?filter[status][in]=active')
  await page.locator('li [data-row="0"]').waitFor()
  const { width, inner } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    inner: window.innerWidth,
  }))
  assert.ok(width <= inner, `${width} > ${inner}`)
  await end()
})

test('who may only look is offered neither new, nor import, nor anything to do with many', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'cashier@gift.test', '/r/shops.register')
  await page.getByRole('heading', { name: 'Registers' }).waitFor()
  await page.locator('[data-row="0"]').waitFor()
  for (const name of ['Import', 'New Register']) assert.equal(await page.getByRole('link', { name }).count(), 0)
  assert.equal(await page.getByLabel('Select all on this page').count(), 0)
  await page.goto(`${siteUrl}/r/catalog.product`)
  await page.getByLabel('Select all on this page').check()
  await page.getByRole('button', { name: 'Archive' }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Delete' }).count(), 0)
  await page.goto(`${siteUrl}/r/audit.entry`)
  await page.getByText('You may not see this').waitFor()
  await end()
})

test('an address that leads nowhere says so, in the style of the house, with a way on', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test', '/no/such/page')
  await page.getByText('There is nothing here').waitFor()
  await page.getByRole('link', { name: 'To the start' }).waitFor()
  await end()
})
