import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRegistry, defineEntity, defineModule, type EntityDefinition, link, text } from '#kernel'
import type { ImportedRow } from './rows.ts'
import { Tried } from './tried.ts'

const part = defineEntity('part', {
  label: 'Part',
  plural: 'Parts',
  fields: { sku: text({ unique: true }), parent: link({ to: (): EntityDefinition => part }) },
  csv: { key: 'sku' },
})
const trial = defineModule({ name: 'trial', says: 'A test.', uses: [], resource: 'products', entities: [part] })
const entry = buildRegistry([trial]).entityOf(part)
const columns = Object.entries(part.fields).map(([name, field]) => ({
  ...{ name, fieldName: name, property: name, label: name, kind: field.kind, of: 'value' as const, field },
}))
const target = { identity: ['sku'], columns, entry }

const row = (number: number, sku: string, parent?: string): ImportedRow => ({
  ...{ row: number, endOffset: undefined, values: { sku }, problems: [] },
  links: new Map(parent ? [['parent', parent]] : []),
})
const made = (...rows: ImportedRow[]) => rows.map(({ row }) => ({ row, did: 'created' as const, problems: [] }))

test('a row about a record that an earlier batch of the trial made, or linked to one, is judged by its cells', () => {
  const tried = new Tried(target)
  const first = row(2, 'A')
  assert.equal(tried.dependsOn(first), false)
  tried.note([first], made(first))
  assert.deepEqual(
    [row(3, 'A'), row(4, 'B', 'A'), row(5, 'B')].map((each) => tried.dependsOn(each)),
    [true, true, false],
  )
  assert.equal(tried.judge(row(3, 'A')).did, 'updated')
  assert.equal(tried.judge(row(4, 'B', 'A')).did, 'created')
  assert.equal(tried.dependsOn(row(6, 'C', 'B')), true)
  const faulty = { ...row(7, 'A'), problems: [{ row: 7, code: 'VALIDATION_FAILED', message: 'is bad' }] }
  assert.equal(tried.judge(faulty).did, 'failed')
})

test('a trial remembers so many keys and no more', () => {
  const tried = new Tried(target, 2)
  const rows = ['A', 'B', 'C'].map((sku, at) => row(at + 2, sku))
  tried.note(rows, made(...rows))
  assert.deepEqual(
    rows.map((each) => tried.dependsOn(each)),
    [true, true, false],
  )
})
