import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDescription } from '#web/data/description.ts'
import { labelAt, placeOf } from './places.rules.ts'
import { problemsOf, sendable } from './problems.rules.ts'

const field = (name: string, kind: FieldDescription['kind'], more: Partial<FieldDescription> = {}) => ({
  ...{ name, kind, label: name, required: false },
  ...more,
})
const item = field('item', 'group', {
  fields: [
    field('sku', 'text', { required: true, min: 1, max: 10 }),
    field('quantity', 'quantity', { min: '0', scale: 3 }),
  ],
})
const lines = field('lines', 'list', { of: item, min: 1, max: 2, required: true })
const found = (fields: FieldDescription[], values: Record<string, unknown>) =>
  problemsOf(fields, values).map(({ field, fault }) => `${field} ${fault.key}`)

test('what is required is missed, unless it has a default', () => {
  const fields = [
    field('name', 'text', { required: true }),
    field('kind', 'choice', { required: true, default: 'goods', of: ['goods'] }),
    field('isOn', 'boolean', { required: true }),
  ]
  assert.deepEqual(found(fields, {}), ['name required', 'isOn required'])
  assert.deepEqual(found(fields, { name: 'x', kind: null, isOn: false }), ['kind required'])
})

test('what is wrong in a row is named by its path', () => {
  const rows = [
    { sku: 'A', quantity: '1' },
    { sku: '', quantity: { unreadable: 'two' } },
  ]
  assert.deepEqual(found([lines], { lines: rows }), ['lines.1.sku required', 'lines.1.quantity number'])
  assert.deepEqual(found([lines], { lines: [] }), ['lines required'])
  assert.deepEqual(found([lines], { lines: [{}] }), ['lines.0.sku required'])
  assert.deepEqual(found([lines], { lines: [...rows.slice(0, 1), ...rows.slice(0, 1), ...rows.slice(0, 1)] }), [
    'lines tooMany',
  ])
})

test('bounds of decimals are compared exactly', () => {
  const factor = field('factor', 'rate', { min: '0.000001', max: '999999999999.999999' })
  assert.deepEqual(found([factor], { factor: '0.000001' }), [])
  assert.deepEqual(found([factor], { factor: '0' }), ['factor atLeast'])
  assert.deepEqual(found([factor], { factor: '1000000000000' }), ['factor atMost'])
})

test('texts are held to their lengths and patterns, of their kind and of their own', () => {
  const country = field('country', 'code', { pattern: '^[A-Z]{2}$', max: 64 })
  assert.deepEqual(found([country], { country: 'gb' }), ['country pattern'])
  assert.deepEqual(found([field('code', 'code')], { code: 'two words' }), ['code pattern'])
  assert.deepEqual(found([field('mail', 'email')], { mail: 'nobody' }), ['mail email'])
  assert.deepEqual(found([field('site', 'url')], { site: 'javascript:alert(1)' }), ['site url'])
  assert.deepEqual(found([field('name', 'text', { max: 3 })], { name: 'long' }), ['name tooLong'])
})

test('empty parts of rows are left out, and a field that was emptied is null where that is sent', () => {
  const fields = [field('name', 'text'), field('note', 'note'), lines]
  const values = { name: '', note: 'x', lines: [{ sku: 'A', quantity: null }] }
  assert.deepEqual(sendable(fields, values), { note: 'x', lines: [{ sku: 'A' }] })
  assert.deepEqual(sendable(fields, values, { empties: 'null' }), { name: null, note: 'x', lines: [{ sku: 'A' }] })
})

test('a refused path finds its input, and the label of it', () => {
  const fields = [field('price', 'money'), lines]
  assert.equal(placeOf(fields, 'price.amount'), 'price')
  assert.equal(placeOf(fields, 'lines.0.quantity'), 'lines.0.quantity')
  assert.equal(placeOf(fields, 'lines.0'), 'lines.0')
  assert.equal(placeOf(fields, 'nowhere'), undefined)
  assert.equal(labelAt(fields, 'lines.0.quantity'), 'quantity')
})
