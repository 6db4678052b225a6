import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signInAs, visit } from './browser.ts'

/** Twenty goods of one's own, of which the third has no price that can be read, and the fifth no name. */
function goods() {
  const mark = crypto.randomUUID().slice(0, 8).toUpperCase()
  const more = Array.from({ length: 15 }, (_, index) => `Cup ${index};2,${index + 10}`)
  const rows = ['Lamp;4,50', 'Vase;12,00', 'Clock;cheap', 'Tray;7,25', ';3,00', ...more]
  const lines = rows.map((row, index) => `E2E-${mark}-${index};${row}`)
  return { mark, text: ['SKU;Name;Price', ...lines].join('\n') }
}

async function upload(page: Page, { mark, text }: ReturnType<typeof goods>): Promise<void> {
  const file = { name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel('Choose a file').first().setInputFiles(file)
  await page.getByRole('heading', { name: `How ${mark}.csv is read` }).waitFor()
}

const check = async (page: Page) => {
  await page.getByRole('button', { name: 'Check all rows' }).click()
  await page.getByText('Nothing is written yet.').waitFor()
}

const countOf = (page: Page, name: string) =>
  page
    .locator('dl > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText()

test('a file is looked at, tried, brought in and taken back; its bad rows are told and left out', async () => {
  const { page, end } = await visit()
  const file = goods()
  await signInAs(page, 'owner@gift.test', '/r/catalog.product/import')
  await upload(page, file)
  assert.equal(await page.getByLabel('Separator').inputValue(), ';')
  assert.equal(await page.getByLabel('Decimals').inputValue(), ',')
  assert.equal(await page.getByLabel('Field for SKU').inputValue(), 'sku')
  await page.getByRole('cell', { name: '£12.00' }).waitFor()
  await check(page)
  const errors = page.getByRole('table', { name: 'Rows that cannot come in' })
  await errors.getByRole('row', { name: /^4 Price/ }).waitFor()
  await errors.getByRole('row', { name: /^6 / }).waitFor()
  assert.deepEqual([await countOf(page, 'New'), await countOf(page, 'With errors')], ['18', '2'])
  await page.getByRole('button', { name: 'Import 18 rows' }).click()
  await page.getByText(`${file.mark}.csv is imported`).waitFor()
  await page.getByRole('link', { name: 'To the Products' }).click()
  await page.getByLabel('Search Products').fill(file.mark)
  await page.getByText('1–18 of 18').waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText(`${file.mark}.csv was undone`).waitFor()
  assert.equal(await countOf(page, 'Undone'), '18')
  await end()
})

test('the report of a dry run is a file with the row, column and reason of each fault', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test', '/r/catalog.product/import')
  await upload(page, goods())
  await check(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the report' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  assert.equal(lines[0], '\uFEFFrow,kind,column,code,message')
  assert.ok(lines.some((line) => line.startsWith('4,error,Price,')))
  await end()
})

test('what was detected can be overruled, and columns put to other fields', async () => {
  const { page, end } = await visit()
  const { mark, text } = goods()
  await signInAs(page, 'owner@gift.test', '/r/catalog.product/import')
  await upload(page, { mark, text: text.replace('SKU;Name', 'Artikel;Was') })
  await page.getByText('Choose the column that fills SKU').waitFor()
  assert.ok(await page.getByRole('button', { name: 'Check all rows' }).isDisabled())
  await page.getByLabel('Field for Artikel').selectOption('sku')
  await page.getByLabel('Field for Was').selectOption('name')
  await page
    .getByRole('cell', { name: `E2E-${mark}-0` })
    .first()
    .waitFor()
  await page.getByLabel('Decimals').selectOption('.')
  await page.getByRole('cell', { name: '£12.00' }).waitFor({ state: 'detached' })
  await page.getByLabel('Separator').selectOption('|')
  await page.getByRole('alert').filter({ hasText: "state ';'" }).waitFor()
  assert.ok(await page.getByRole('button', { name: 'Check all rows' }).isDisabled())
  await page.getByLabel('Separator').selectOption(';')
  await page.getByRole('alert').filter({ hasText: "state ';'" }).waitFor({ state: 'detached' })
  await end()
})

test('rows are pasted from a spreadsheet, and a reload goes on where it was', async () => {
  const { page, end } = await visit()
  const { mark } = goods()
  await signInAs(page, 'owner@gift.test', '/r/catalog.brand/import')
  await page.getByLabel('Or paste from a spreadsheet').fill(`Name\tDescription\nBrand ${mark}\tPasted`)
  await page.getByRole('button', { name: 'Use what was pasted' }).click()
  await page
    .getByRole('cell', { name: `Brand ${mark}` })
    .first()
    .waitFor()
  await check(page)
  await page.reload()
  await page.getByText('Nothing is written yet.').waitFor()
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
  await end()
})

test('who may neither create nor change records may not import them', async () => {
  const { page, end } = await visit()
  await signInAs(page, 'cashier@gift.test', '/r/shops.register/import')
  await page.getByText('You may not see this').waitFor()
  await end()
})
