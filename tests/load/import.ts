/**
 * Reports how long it takes to bring in products, and how much memory that needs: `node tests/load/import.ts [rows]`.
 * A report, not a test: it asserts only that every row arrived.
 */
import assert from 'node:assert/strict'
import { runImport } from '#surfaces/csv'
import { makeCompany } from '../company.ts'
import { makeWorld } from '../world.ts'

const rows = Number(process.argv[2] ?? 100_000)
const linesAtOnce = 1000
const world = await makeWorld({ listeners: false, fsync: process.env.FSYNC === 'on' })
const company = await makeCompany(world)
for (const name of ['Lumen', 'Hearth', 'Cotton & Co']) {
  await world.call(company.owner, 'POST', '/catalog/brands', { name })
}

async function* products(change: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from('SKU,Name,Description,Brand,Price,Cost,Tags\n')
  for (let at = 0; at < rows; at += linesAtOnce) {
    const lines = Array.from({ length: Math.min(linesAtOnce, rows - at) }, (_, index) => {
      const number = at + index
      const brand = ['Lumen', 'Hearth', '"Cotton & Co"'][number % 3]
      const price = `${number % 90}.${String(number % 100).padStart(2, '0')}`
      const name = `Lantern number ${number}${change}`
      return `P${number},${name},A lantern of metal and glass,${brand},${price},1.20,garden|light`
    })
    yield Buffer.from(`${lines.join('\n')}\n`)
  }
}

async function measure(what: string, change: string): Promise<void> {
  let peakMb = 0
  const started = performance.now()
  const report = await runImport(
    world.app,
    { actor: company.owner, companyId: company.companyId, target: 'catalog.product', source: products(change) },
    () => {
      peakMb = Math.max(peakMb, Math.round(process.memoryUsage().rss / 1_048_576))
    },
  )
  const seconds = (performance.now() - started) / 1000
  assert.equal(report.failed, 0, JSON.stringify(report.errors.slice(0, 3)))
  const { created, updated, unchanged } = report
  const speed = Math.round(rows / seconds)
  console.log(
    JSON.stringify({ what, rows, seconds: Number(seconds.toFixed(1)), speed, peakMb, created, updated, unchanged }),
  )
}

try {
  await measure('create', '')
  await measure('unchanged', '')
  await measure('update', ' (new)')
} finally {
  await world.close()
}
