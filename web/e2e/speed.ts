/**
 * Reports how quick the pages of a running installation are, in Chromium: `node web/e2e/speed.ts [/path ...]`, with
 * `E2E_URL` where the pages answer. For each page, from an empty cache: script as it travels, the page itself, and the
 * largest contentful paint. For the search of a list and of the till: from a key to the paint that shows it, as the
 * browser tells it (Event Timing, in steps of 8 ms). `E2E_GOODS=100000` imports that many goods first. A report, not a
 * test; it leaves the goods and a register behind.
 */
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../tests/start/chromium.ts'
import { demoPassword, siteUrl } from './browser.ts'
import { apiOf, openTill, search } from './till.fixture.ts'

const email = process.env.E2E_EMAIL ?? 'owner@gift.test'
const usual = ['/sign-in', '/', '/products', '/r/catalog.brand', '/stock', '/sales', '/finance', '/people', '/settings']
const paths = process.argv.length > 2 ? process.argv.slice(2) : [...usual, '/account', '/till']
const goods = Number(process.env.E2E_GOODS ?? 0)
/** As fast typists do it. */
const betweenKeysMs = 120
const quietMs = 1_000

const browser = await launchChromium()
try {
  if (goods > 0) await inContext(importGoods)
  for (const path of paths) await inContext((context) => reportPage(context, path))
  await inContext(reportList)
  await inContext(reportTill)
} finally {
  await browser.close()
}

async function inContext(run: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 } })
  context.setDefaultTimeout(300_000)
  await run(context)
  await context.close()
}

async function signIn(context: BrowserContext): Promise<void> {
  const reply = await context.request.post(`${siteUrl}/session`, { data: { email, password: demoPassword } })
  assert.equal(reply.status(), 200)
}

async function reportPage(context: BrowserContext, path: string): Promise<void> {
  if (path !== '/sign-in') await signIn(context)
  const page = await context.newPage()
  await watchFor(page, 'largest-contentful-paint', 'entry.startTime')
  await page.goto(siteUrl + path)
  await page.waitForLoadState('networkidle')
  await setTimeout(quietMs)
  const [script, html] = (await page.evaluate(`[
    performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    performance.getEntriesByType('navigation')[0].encodedBodySize,
  ]`)) as [number, number]
  const paints = await seen(page)
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`
  console.log(`${path}: ${kb(script)} of script, page ${kb(html)}, largest paint ${paints.at(-1)?.toFixed(0)} ms`)
}

async function reportList(context: BrowserContext): Promise<void> {
  await signIn(context)
  const page = await context.newPage()
  await watchKeys(page)
  await page.goto(`${siteUrl}/products`)
  const box = page.getByRole('searchbox').first()
  await box.waitFor()
  await page.waitForLoadState('networkidle')
  await box.focus()
  await reportKeys(page, 'search of a list', 'lantern number 4711')
}

async function reportTill(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await watchKeys(page)
  await openTill(page, email)
  await page.getByText(/^Online$/).waitFor()
  await setTimeout(5 * quietMs)
  await search(page).focus()
  await reportKeys(page, 'search of the till', 'lantern number 4711')
}

async function reportKeys(page: Page, where: string, text: string): Promise<void> {
  await page.evaluate('void (seen.length = 0)')
  await page.keyboard.type(text, { delay: betweenKeysMs })
  await setTimeout(quietMs)
  // Keys that were shown within a frame are not told one by one.
  const slow = (await seen(page)).toSorted((a, b) => b - a)
  const told = `${text.length} keys, slowest ${slow[0] ?? '< 16'} ms, ${slow.filter((ms) => ms > 50).length} above 50`
  console.log(`${where}: ${told}`)
}

function watchKeys(page: Page): Promise<void> {
  return watchFor(page, 'event', "['keydown', 'input'].includes(entry.name) ? entry.duration : undefined")
}

/** Collects a figure of each entry of a kind from the page's first moment. */
async function watchFor(page: Page, type: string, figure: string): Promise<void> {
  await page.addInitScript(`
    globalThis.seen = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) { const value = ${figure}; if (value !== undefined) seen.push(value) }
    }).observe({ type: '${type}', buffered: true, durationThreshold: 16 })`)
}

function seen(page: Page): Promise<number[]> {
  return page.evaluate('seen')
}

/** Goods that differ, for the company of who signed in; waits until they are there. */
async function importGoods(context: BrowserContext): Promise<void> {
  await signIn(context)
  const line = (_: unknown, n: number) =>
    `SPEED-${n},Lantern number ${n} of glass,${n % 90}.${String(n % 100).padStart(2, '0')}`
  const lines = ['SKU,Name,Price', ...Array.from({ length: goods }, line)]
  const sent = await context.request.post(`${siteUrl}/api/imports?target=catalog.product&fileName=speed.csv`, {
    headers: { 'content-type': 'text/csv' },
    data: `${lines.join('\n')}\n`,
  })
  assert.equal(sent.status(), 201, await sent.text())
  const { id } = ((await sent.json()) as { data: { id: string } }).data
  const api = apiOf(context)
  await api('POST', `/imports/${id}/run`, {})
  for (let state = ''; state !== 'done'; await setTimeout(quietMs)) {
    state = (await api<{ state: string }>('GET', `/imports/${id}`)).state
    if (state === 'failed' || state === 'cancelled') throw new Error(`the import ${state}`)
  }
  console.log(`${goods} goods are there`)
}
