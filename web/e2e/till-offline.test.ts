import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { forget, freePort, newDataDir, start } from '../../tests/start/installation.ts'
import { visit } from './browser.ts'
import { apiOf, cart, goods, goodsAreThere, openTill, salesOf, scan, sellOne } from './till.fixture.ts'

const owner = 'owner@gift.test'
const pill = (page: Page) => page.locator('header').getByRole('status')
const isOnlineAgain = (page: Page) =>
  pill(page)
    .filter({ hasText: /^Online$/ })
    .waitFor({ timeout: 90_000 })

/** The worker has the page and its files: from now on it opens without the network. */
async function shellIsKept(page: Page): Promise<void> {
  await page.waitForFunction(`(async () => {
    const { active } = await navigator.serviceWorker.ready
    return active !== null && (await caches.match('/till')) !== undefined
  })()`)
  await page.reload()
  await goodsAreThere(page)
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
}

const numbersInOrder = (count: number, first: string): string[] => {
  const [, prefix = '', digits = ''] = /^(.*?)(\d+)$/.exec(first) ?? []
  return Array.from({ length: count }, (_, n) => `${prefix}${String(n + 1).padStart(digits.length, '0')}`)
}

// It starts an installation of its own twice.
const long = { timeout: 400_000 }
test(
  '50 sales without network, through a reload and a killed server, are there once each, in order',
  long,
  async () => {
    const dataDir = await newDataDir()
    const ports = { WEB: 'on', PORT: await freePort(), WEB_PORT: await freePort() }
    let site = await start(dataDir, ports)
    const { page, context, end } = await visit()
    try {
      const register = await openTill(page, owner, { site: site.pagesUrl ?? '' })
      await shellIsKept(page)
      await context.setOffline(true)
      await pill(page).filter({ hasText: 'Offline' }).waitFor()
      const numbers = []
      for (let n = 0; n < 25; n++) numbers.push(await sellOne(page))
      await page.reload()
      await goodsAreThere(page)
      await pill(page).filter({ hasText: '25 wait' }).waitFor()
      for (let n = 0; n < 25; n++) numbers.push(await sellOne(page))
      await site.stop()
      await context.setOffline(false)
      await pill(page).filter({ hasText: '50 wait' }).waitFor()
      site = await start(dataDir, ports)
      await isOnlineAgain(page)
      const sold = await salesOf(apiOf(context, site.pagesUrl), register.id)
      assert.deepEqual(numbers, numbersInOrder(50, numbers[0] ?? ''))
      assert.deepEqual(
        sold.map(({ number }) => number),
        numbers,
      )
    } finally {
      await end()
      await site.stop()
      await forget(dataDir)
    }
  },
)

test('500 sales that wait arrive once each within a minute, though three calls in ten fail', async (context) => {
  const { page, context: browser, end } = await visit({ serviceWorkers: 'block' })
  const register = await openTill(page, owner)
  const line = lossyLine()
  await page.route('**/api/**', line.gone)
  await sellOne(page, goods.block)
  await multiply(page, 500)
  await page.reload()
  await pill(page).filter({ hasText: '500 wait' }).waitFor()
  await page.unroute('**/api/**', line.gone)
  await page.route('**/api/**', line.lossy)
  const begun = performance.now()
  await isOnlineAgain(page)
  const seconds = (performance.now() - begun) / 1000
  await page.unrouteAll({ behavior: 'wait' })
  context.diagnostic(`500 sales in ${seconds.toFixed(1)} s, ${line.failures()} of ${line.calls()} calls failed`)
  const sold = await salesOf(apiOf(browser), register.id)
  assert.deepEqual(
    sold.map(({ number }) => number),
    numbersInOrder(500, sold[0]?.number ?? ''),
  )
  assert.ok(seconds < 60, `${seconds} s`)
  await end()
})

test('a sale whose answer is lost is sold once, though the receipt has a number of the till', async () => {
  const { page, context, end } = await visit({ serviceWorkers: 'block' })
  const register = await openTill(page, owner)
  await page.route('**/api/erp/sales', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await sellOne(page)
  await isOnlineAgain(page)
  await page.unrouteAll({ behavior: 'wait' })
  assert.equal((await salesOf(apiOf(context), register.id)).length, 1)
  await end()
})

test('without the server a card is taken up to the limit, and above it the till says why not', async () => {
  const { page, end } = await visit({ serviceWorkers: 'block' })
  await openTill(page, owner)
  await page.route('**/api/**', (route) => route.abort())
  await pill(page).filter({ hasText: 'Offline' }).waitFor()
  await scan(page, goods.heart)
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog')
  assert.ok(await dialog.getByRole('button', { name: /^Card/ }).isEnabled())
  await page.keyboard.press('Escape')
  await cart(page)
    .getByRole('button', { name: /: change$/ })
    .click()
  await dialog.getByLabel('Quantity').fill('500')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await page.keyboard.press('F9')
  await dialog.getByText(/^No card: without the server at most/).waitFor()
  assert.ok(await dialog.getByRole('button', { name: /^Card/ }).isDisabled())
  await end()
})

test('a device that cannot store the sale makes none', async () => {
  const { page, context, end } = await visit({ serviceWorkers: 'block' })
  const register = await openTill(page, owner)
  await scan(page, goods.heart)
  await cart(page).getByText('WHITE HANGING HEART').waitFor()
  await page.evaluate(`IDBObjectStore.prototype.put = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError')
  }`)
  await page.keyboard.press('F8')
  await page.getByText('This device cannot store the sale').waitFor()
  assert.deepEqual(await salesOf(apiOf(context), register.id), [])
  await end()
})

/** Calls that never arrive; and calls of which three in ten get lost, lose their answer, or arrive twice. */
function lossyLine() {
  let calls = 0
  let failures = 0
  const gone = (route: Route) => route.abort()
  const lossy = async (route: Route) => {
    const luck = calls++ % 10
    if (luck !== 1 && luck !== 4 && luck !== 7) return route.continue()
    failures += 1
    if (luck === 1) return route.abort()
    const answer = await route.fetch()
    if (luck === 4) return route.abort()
    await route.fetch()
    return route.fulfill({ response: answer })
  }
  return { gone, lossy, calls: () => calls, failures: () => failures }
}

/** As if the till had sold as many: its one sale that waits again and again, each under ids and a number of its own. */
const multiply = (page: Page, count: number): Promise<void> =>
  page.evaluate(`(async () => {
    const [{ name }] = await indexedDB.databases()
    const asked = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const db = await asked(indexedDB.open(name))
    const transaction = db.transaction(['tickets', 'facts'], 'readwrite')
    const [tickets, facts] = [transaction.objectStore('tickets'), transaction.objectStore('facts')]
    const [first] = await asked(tickets.getAll())
    const newId = () => '01977a3e-7d1c-7a52-8e0b-' + crypto.randomUUID().slice(-12)
    for (let n = 2; n <= ${count}; n++) {
      const number = first.ticket.number.slice(0, -6) + String(n).padStart(6, '0')
      const lines = first.ticket.lines.map((line) => ({ ...line, id: newId() }))
      const ticket = { ...first.ticket, id: newId(), sequence: n, number, lines }
      tickets.put({ order: n, id: ticket.id, ticket })
    }
    const lease = await asked(facts.get('lease'))
    facts.put({ name: 'lease', value: { ...lease.value, next: ${count} + 1 } })
    facts.put({ name: 'order', value: ${count} })
    await new Promise((resolve) => { transaction.oncomplete = resolve })
    db.close()
  })()`)
