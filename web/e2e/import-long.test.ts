import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { forget, freePort, newDataDir, start } from '../../tests/start/installation.ts'
import { demoPassword, signInAs, visit } from './browser.ts'
import { apiOf } from './till.fixture.ts'

const rows = 30_000

/** Brands enough to be at it for a while. */
function manyBrands() {
  const mark = crypto.randomUUID().slice(0, 8).toUpperCase()
  const lines = Array.from({ length: rows }, (_, at) => `Brand ${mark} ${at},Made by a test to take its time`)
  return { mark, text: ['Name,Description', ...lines].join('\n') }
}

/** From the file to the run that writes; answers when rows are being written. */
async function begin(page: Page): Promise<string> {
  const { mark, text } = manyBrands()
  const file = { name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel('Choose a file').first().setInputFiles(file)
  await page.getByRole('button', { name: 'Check all rows' }).click()
  await page.getByText('Nothing is written yet.').waitFor({ timeout: 90_000 })
  await page.getByRole('button', { name: /^Import 30,000 rows/ }).click()
  await isUnderWay(page)
  return mark
}

/** More rows are done than none, and not all of them. */
async function isUnderWay(page: Page): Promise<number> {
  const said = page.getByText(/^[1-9][\d,]* rows? so far$/)
  await said.waitFor({ timeout: 60_000 })
  return Number((await said.innerText()).replace(/\D/g, ''))
}

const isDone = (page: Page, mark: string) => page.getByText(`${mark}.csv is imported`).waitFor({ timeout: 120_000 })

/** How many are called as the last row is. */
async function brandsOf(page: Page, mark: string, site?: string): Promise<number> {
  const last = encodeURIComponent(`Brand ${mark} ${rows - 1}`)
  const found = await apiOf(page.context(), site)<object[]>('GET', `/catalog/brands?limit=2&filter[name]=${last}`)
  return found.length
}

const long = { timeout: 400_000 }
test('a long import shows how far it is, is cancelled and goes on, also through a reload', long, async () => {
  const { page, end } = await visit()
  await signInAs(page, 'owner@gift.test', '/r/catalog.brand/import')
  const mark = await begin(page)
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByText(`${mark}.csv was cancelled`).waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
  await isUnderWay(page)
  await page.reload()
  await isDone(page, mark)
  assert.equal(await brandsOf(page, mark), 1)
  await end()
})

test('an import that a restart of the server broke off goes on by itself, and its page says so', long, async () => {
  const dataDir = await newDataDir()
  const ports = { WEB: 'on', PORT: await freePort(), WEB_PORT: await freePort() }
  let site = await start(dataDir, ports)
  const { page, end } = await visit()
  try {
    const { pagesUrl = '' } = site
    const owner = { email: 'owner@gift.test', password: demoPassword }
    await page.context().request.post(`${pagesUrl}/session`, { data: owner })
    await page.goto(`${pagesUrl}/r/catalog.brand/import`)
    const mark = await begin(page)
    await site.stop()
    site = await start(dataDir, ports)
    await isDone(page, mark)
    assert.equal(await brandsOf(page, mark, pagesUrl), 1)
  } finally {
    await end()
    await site.stop()
    await forget(dataDir)
  }
})
