/**
 * `npm run bench [-- --quick] [-- --only sale,page]`: what the product does in a second, beside what the same machine
 * does without it in the same run. Prints a table; nothing here is a test with a time limit.
 */
import { parseArgs } from 'node:util'
import { installation } from '#kernel'
import type { Bench } from './bench/bench.types.ts'
import { type Figure, short, tableOf } from './bench/figures.ts'
import { importFigure, importProducts } from './bench/goods-import.ts'
import {
  bringIn,
  type Company,
  type Ground,
  makeCompany,
  makePerson,
  openGround,
  signIn,
  withApp,
} from './bench/ground.ts'
import { doctorFigure, startFigures } from './bench/installation.ts'
import { listenersIdle } from './bench/measure.ts'
import { memoryMb, type Server, startServer } from './bench/processes.ts'
import { growthFigures, pageFigure, pagePath, productFigure } from './bench/reads.ts'
import { record } from './bench/recordings.ts'
import { effectsFigure, hotFigure, lastUnitsFigure, saleFigure } from './bench/sales.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, products: { type: 'string' } },
})
const isQuick = values.quick
const productCount = Number(values.products ?? (isQuick ? 20_000 : 100_000))
const only = values.only?.split(',')
const stockedCount = 5_000
const figures: Figure[] = []

const ground = await openGround()
await withApp(ground, (app) => makePerson(app, 'root@bench.test', installation))
const server = await startServer({ DATA_DIR: ground.folder, DATABASE_URL: ground.database.url })
try {
  await measureAll(ground, server)
} finally {
  await server.stop()
  process.stdout.write(`\n${tableOf(figures)}\n`)
  await ground.close()
}

async function part(name: string, measure: () => Promise<Figure | Figure[]>): Promise<void> {
  if (only && !only.includes(name)) return
  const begun = performance.now()
  const found = [await measure()].flat()
  figures.push(...found)
  process.stdout.write(`${tableOf(found)}\n  (${short((performance.now() - begun) / 1000)} s)\n`)
}

async function measureAll(ground: Ground, server: Server): Promise<void> {
  const { bench, small, smallIds } = await furnish(ground, server)
  const { company, productIds } = bench
  const recordings = await record(ground, company, productIds, pagePath('lantern'))
  await part('sale', () => saleFigure(bench, recordings))
  await part('hot', () => hotFigure(bench, recordings))
  await part('last', () => lastUnitsFigure(bench, bench.spareId))
  await part('effects', () => effectsFigure(bench))
  await part('product', () => productFigure(bench, recordings))
  await part('page', () => pageFigure(bench, recordings))
  await part('growth', () => growthFigures(bench, small, smallIds))
  await part('doctor', () => doctorFigure(ground))
  await part('memory', async () => {
    const megabytes = memoryMb(server.pid)
    return { what: 'server memory after all', figure: `${megabytes} MB`, required: '< 350 MB', met: megabytes < 350 }
  })
  await part('start', () => startFigures(ground, server))
}

/** Two companies: one with all the goods, and one with a thousand to compare with. */
async function furnish(ground: Ground, server: Server) {
  const company = await makeCompany(ground, server.port, 'large', 40)
  const small = await makeCompany(ground, server.port, 'small', 40)
  await listenersIdle({ server })
  const imported = await importProducts(ground, company, productCount)
  figures.push(importFigure(imported, productCount))
  process.stdout.write(`${tableOf(figures)}\n`)
  await importProducts(ground, small, 1_000)
  const productIds = await stock(ground, server, company, stockedCount)
  const smallIds = await stock(ground, server, small, 1_000)
  await ground.owner.unsafe('vacuum analyze')
  await listenersIdle({ server })
  const owner = await signIn(server.port, company.email)
  const [spareId = ''] = await productIdsOf(ground, company, 1, stockedCount)
  const bench: Bench & { spareId: string } = {
    ...{ ground, server, company, owner, productIds, isQuick, spareId },
    ...{ seconds: isQuick ? 3 : 6, rounds: isQuick ? 2 : 3 },
  }
  return { bench, small, smallIds }
}

async function stock(ground: Ground, server: Server, company: Company, count: number): Promise<string[]> {
  const ids = await productIdsOf(ground, company, count, 0)
  await bringIn(await signIn(server.port, company.email), company, ids, '1000000')
  return ids
}

async function productIdsOf(ground: Ground, { id }: Company, limit: number, offset: number): Promise<string[]> {
  const rows = await ground.owner`
    select id from catalog.product where company_id = ${id} order by sku limit ${limit} offset ${offset}`
  return rows.map((row) => String(row.id))
}
