/** What a newcomer does first: start, sign in, sell, look, stop, start again. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { launchChromium } from './chromium.ts'
import { forget, type Installation, newDataDir, start } from './installation.ts'

const run = promisify(execFile)
const shop = { shopId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01', registerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02' }

/** The value at a dotted path of an answer; undefined where there is none. */
const pick = (reply: { body: unknown }, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], reply.body)

let entrepot: Installation
let token = ''

before(async () => {
  entrepot = await start(await newDataDir())
})
after(async () => {
  await entrepot.stop().catch(() => undefined)
  await forget(entrepot.dataDir)
})

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${entrepot.url}/api${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

/** Processes that were begun with the data folder in their environment or on their command line. */
async function processesOf(dataDir: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
      const [line, env] = await Promise.all([read('cmdline'), read('environ')])
      return `${line}${env}`.includes(dataDir) ? [`${pid} ${line.replaceAll('\0', ' ')}`] : []
    }),
  )
  return found.flat()
}

const signIn = async (email: string) => {
  token = ''
  const reply = await call('POST', '/auth/login', { email, password: 'demo-demo-demo' })
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  token = String(pick(reply, 'data.accessToken'))
}

/** Asks until the answer is right: figures follow the log within moments. */
async function eventually(ask: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!(await ask())) {
    assert.ok(performance.now() < deadline, 'it did not come true within ten seconds')
  }
}

test('The greeting names the addresses and the sign-ins', () => {
  const said = entrepot.output()
  const { pagesUrl } = entrepot
  assert.ok(pagesUrl, said)
  for (const part of ['/docs', `${pagesUrl}/till`, 'owner@gift.test', 'demo-demo-demo', 'Three things to try'])
    assert.ok(said.includes(part), part)
})

test('The pages answer, and lead whoever is not signed in to where that is done', async () => {
  const page = await fetch(`${entrepot.pagesUrl}/sign-in`)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /<html/)
  const first = await fetch(`${entrepot.pagesUrl}/`, { redirect: 'manual' })
  assert.deepEqual([first.status, first.headers.get('location')], [302, '/sign-in?to=%2F'])
})

test('What was odd in the invoice file is said in one line, with the file that lists it by row', async () => {
  const path = /notes by row: (\S+demo-notes\.csv);/.exec(entrepot.output())?.[1]
  const lines = (await readFile(path ?? '', 'utf8')).split('\r\n')
  assert.equal(lines[0], 'row,note')
  assert.ok(lines.length > 400, `${lines.length} lines`)
})

test('All six demo people can sign in', async () => {
  for (const name of ['root@entrepot', 'owner@gift', 'manager@gift', 'cashier@gift', 'customer@gift', 'owner@cafe']) {
    await signIn(`${name}.test`)
  }
})

test('The real goods, customers and invoices are there', async () => {
  await signIn('owner@gift.test')
  const goods = await call('GET', '/erp/products?limit=1')
  assert.equal(pick(goods, 'pagination.total'), 2015)
  const customers = await call('GET', '/erp/customers?limit=1')
  assert.ok(Number(pick(customers, 'pagination.total')) > 300)
  const sales = await call('GET', '/erp/sales?limit=1')
  assert.ok(Number(pick(sales, 'pagination.total')) > 400)
})

test('A cash sale of three lines moves stock, number, books, figures and audit; its key makes it once', async () => {
  await signIn('owner@gift.test')
  const soldToday = async () => Number(pick(await call('GET', '/analytics/dashboard'), 'data.sales.today.gross.amount'))
  const before = await soldToday()
  await signIn('cashier@gift.test')
  const body = {
    ...shop,
    lines: [
      { sku: '85123A', quantity: '2' },
      { sku: '71053', quantity: '1' },
      { sku: '22423', quantity: '1' },
    ],
    tenders: [{ method: 'cash', amount: { amount: 10_000, currency: 'GBP' } }],
  }
  const first = await call('POST', '/erp/sales', body, { 'idempotency-key': 'newcomer-1' })
  assert.equal(first.status, 201, JSON.stringify(first.body))
  const again = await call('POST', '/erp/sales', body, { 'idempotency-key': 'newcomer-1' })
  assert.equal(again.status, 201)
  assert.equal(pick(again, 'data.id'), pick(first, 'data.id'))
  await signIn('owner@gift.test')
  const id = String(pick(first, 'data.id'))
  await eventually(async () => pick(await call('GET', `/audit/resource/sales.sale/${id}`), 'data.length') === 2)
  await eventually(async () => (await soldToday()) - before === pick(first, 'data.total.amount'))
  const balance = await call('GET', '/finance/reports/trial-balance')
  assert.equal(balance.status, 200)
})

test('The café sees nothing of the wholesaler', async () => {
  await signIn('owner@cafe.test')
  const goods = await call('GET', '/erp/products?limit=200')
  assert.ok(Number(pick(goods, 'pagination.total')) < 50)
  assert.equal((await call('GET', `/shops/${shop.shopId}`)).status, 404)
})

test('The doctor finds nothing, beside the running server', async () => {
  const { stdout } = await run('npm', ['run', '-s', 'doctor'], { env: { ...process.env, DATA_DIR: entrepot.dataDir } })
  assert.match(stdout, /All \d+ equations hold/)
})

test('The docs page shows every module and nothing fails to load', async () => {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const failures: string[] = []
    page.on('requestfailed', (request) => failures.push(request.url()))
    page.on('pageerror', (error) => failures.push(error.message))
    await page.goto(`${entrepot.url}/docs`)
    await page.getByText('Entrepot', { exact: true }).first().waitFor()
    for (const module of ['sales', 'inventory', 'finance'])
      await page.getByText(module, { exact: false }).first().waitFor()
    assert.deepEqual(failures, [])
  } finally {
    await browser.close()
  }
})

test('SIGTERM ends it cleanly, the pages too, and it is up again with its data', async () => {
  const { dataDir, pagesUrl } = entrepot
  assert.equal(await entrepot.stop(), 0)
  await assert.rejects(fetch(`${pagesUrl}/sign-in`), 'the pages outlived the server')
  assert.deepEqual(await processesOf(dataDir), [], 'processes are left behind')
  entrepot = await start(dataDir)
  await signIn('owner@gift.test')
  assert.equal(pick(await call('GET', '/erp/products?limit=1'), 'pagination.total'), 2015)
})
