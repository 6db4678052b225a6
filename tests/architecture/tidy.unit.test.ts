import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readmeFaults, scriptFaults, sourceFaults, treeFaults } from '../../tools/tidy/rules.ts'

const rulesOf = (path: string, ...lines: string[]): string[] =>
  sourceFaults({ path, lines, isTest: path.endsWith('.test.ts') }).map(({ rule }) => rule)
const marker = (...parts: string[]): string => parts.join('')

test('a plain source file is tidy', () => {
  assert.deepEqual(rulesOf('modules/catalog/product/product.rules.ts', 'export const isSold = true'), [])
})

test('suppressions, notes and default exports are found anywhere', () => {
  const lines = [marker('// @ts-', 'ignore'), marker('// TO', 'DO later'), marker('export ', 'default 1')]
  for (const line of lines) assert.deepEqual(rulesOf('platform/db.ts', line), ['banned'], line)
})

test('the clock and chance are banned where rules are made, not in the platform and not in tests', () => {
  for (const line of ['const now = new Date()', 'const at = Date.now()', 'const n = Math.random()', 'randomUUID()']) {
    assert.deepEqual(rulesOf('modules/sales/sale/sale.rules.ts', line), ['banned'], line)
    assert.deepEqual(rulesOf('engines/price.ts', line), ['banned'], line)
    assert.deepEqual(rulesOf('platform/http.ts', line), [], line)
  }
  assert.deepEqual(rulesOf('modules/sales/sale.unit.test.ts', "test('x', () => Date.now())"), [])
})

test('files, manifests, readmes and lines have an end', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'x')
  assert.deepEqual(rulesOf('platform/db.ts', ...lines(301)), ['file size'])
  assert.deepEqual(rulesOf('modules/sales/module.ts', ...lines(61)), ['manifest size'])
  assert.deepEqual(rulesOf('platform/db.ts', 'x'.repeat(121)), ['line length'])
  assert.equal(readmeFaults({ path: 'modules/sales/README.md', lines: lines(61), isTest: false }).length, 1)
})

test('a test file says its cost and holds a test', () => {
  assert.deepEqual(rulesOf('kernel/money.test.ts', "test('adds', () => 1)"), ['test name'])
  assert.deepEqual(rulesOf('kernel/money.unit.test.ts', 'const nothing = 1'), ['empty test'])
  assert.deepEqual(rulesOf('tests/stories/first-sale.test.ts', "test('sells', () => 1)"), [])
  assert.deepEqual(rulesOf('tests/start/newcomer.test.ts', "test('starts', () => 1)"), [])
})

test('vague folders, strangers at the root and modules without a page are found', () => {
  const rules = (...paths: string[]) => treeFaults(paths).map(({ rule }) => rule)
  assert.deepEqual(rules('platform/utils/text.ts'), ['folder name'])
  assert.deepEqual(rules('notes.md'), ['root'])
  assert.deepEqual(rules('modules/sales/module.ts', 'modules/sales/contract.ts'), ['module shape'])
})

test('a script is named on a page, and a tool is started by something', () => {
  const found = (texts: string) =>
    scriptFaults({ new: 'node tools/new.ts' }, { texts, paths: ['tools/new.ts', 'tools/old.ts'] })
  assert.deepEqual(
    found('Use npm run new.').map(({ path }) => path),
    ['tools/old.ts'],
  )
  assert.deepEqual(
    found('').map(({ path }) => path),
    ['package.json', 'tools/old.ts'],
  )
})
