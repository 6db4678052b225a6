import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildRegistry, defineImport, defineModule, money, refuse, text } from '#kernel'
import type { App } from '#platform/execution'
import { runImport, undoImport } from '#surfaces/csv'
import { modules } from '../../processes/modules.ts'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { makeWorld, type World } from '../../tests/world.ts'

/** Each document becomes a brand named after it, which says how many rows it had. */
const orders = defineImport('orders', {
  label: 'Orders',
  says: 'Documents of a test.',
  fields: { number: text({ required: true }), item: text({ required: true }), price: money() },
  groupBy: 'number',
  permission: 'catalog.brand.create',
  apply: async ({ sql, companyId, newId }, rows, note) => {
    const id = newId()
    const number = String(rows[0]?.values.number)
    await sql`insert into catalog.brand (company_id, id, name, description)
      values (${companyId}, ${id}, ${number}, ${`${rows.length} rows`})`
    if (rows.some(({ values }) => values.item === 'bad'))
      throw refuse('VALIDATION_FAILED', [{ field: 'item', message: 'is bad' }])
    for (const { row, values } of rows) if (!values.price) note(row, 'has no price')
    return { id }
  },
  undo: async ({ sql, companyId }, id) => {
    await sql`delete from catalog.brand where company_id = ${companyId} and id = ${id}`
  },
})
const trial = defineModule({ name: 'trial', says: 'A test.', uses: [], resource: 'products', imports: [orders] })

let world: World
let app: App
before(async () => {
  world = await makeWorld({ listeners: false })
  app = { ...world.app, registry: buildRegistry([...modules, trial]) }
})
after(() => world.close())

async function* file(...lines: string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${lines.join('\n')}\n`)
}
const into = ({ owner, companyId }: TestCompany, ...lines: string[]) =>
  runImport(app, { actor: owner, companyId, target: 'trial.orders', source: file(...lines) })
const brandsOf = async ({ owner }: TestCompany) => {
  const { body } = await world.call(owner, 'GET', '/catalog/brands?sort=name')
  return [...body.data].map(({ name, description }) => `${name}: ${description}`)
}

test('neighbouring rows are one document, which succeeds or fails whole, and oddities are noted', async () => {
  const company = await makeCompany(world)
  const report = await into(
    company,
    'number,item,price',
    '1,lamp,2.50',
    '1,shade,',
    '2,lamp,1',
    '2,bad,1',
    '3,,1',
    '3,lamp,1',
    '4,cup,3',
  )
  assert.deepEqual(await brandsOf(company), ['1: 2 rows', '4: 1 rows'])
  assert.deepEqual([report.rows, report.created, report.failed, report.noteCount], [7, 3, 4, 1])
  assert.deepEqual(
    report.errors.map(({ row, column, message }) => [row, column, message]),
    [
      [4, 'item', 'is bad'],
      [6, 'item', 'is required'],
    ],
  )
  assert.deepEqual(report.notes, [{ row: 3, message: 'has no price' }])
})

test('an undo lets the module take back each document', async () => {
  const company = await makeCompany(world)
  const { id } = await into(company, 'number,item', '1,lamp', '2,shade')
  const report = await undoImport(app, { actor: company.owner, companyId: company.companyId, id })
  assert.deepEqual([report.state, report.undone, report.keptCount], ['undone', 2, 0])
  assert.deepEqual(await brandsOf(company), [])
})
