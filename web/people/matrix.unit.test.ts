import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences, givable, linesOf, matching, type Permission, rowsOf, withReach } from './matrix.rules.ts'

const permission = (address: string, more: Partial<Permission> = {}): Permission => ({
  permission: address,
  label: address,
  resource: 'products',
  right: 'read',
  module: address.split('.')[0] ?? '',
  reaches: ['company', 'shop'],
  reach: 'company',
  ...more,
})
const product = { entity: 'catalog.product', entityLabel: 'Products' }
const permissions = [
  permission('catalog.product.read', product),
  permission('catalog.product.update', { ...product, right: 'update' }),
  permission('catalog.product.archive', { ...product, right: 'update', label: 'Archive' }),
  permission('finance.trialBalance', { label: 'Trial balance' }),
]

test('the usual rights share a row, and what else is done has a row of its own below', () => {
  const [catalog] = rowsOf(permissions)
  assert.deepEqual(
    catalog?.rows.map(({ key, label, isPart, cells }) => [key, label, isPart, Object.keys(cells)]),
    [
      ['catalog.product', 'Products', false, ['read', 'update']],
      ['catalog.product.archive', 'Archive', true, ['other']],
    ],
  )
})

test('what is about no kind of record stands by itself', () => {
  const [, finance] = rowsOf(permissions)
  assert.deepEqual(finance?.rows[0], {
    key: 'finance.trialBalance',
    label: 'Trial balance',
    isPart: false,
    cells: { other: permissions[3] },
  })
})

test('every permission has exactly one cell', () => {
  const cells = rowsOf(permissions).flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  assert.deepEqual(
    cells.map((cell) => cell?.permission).toSorted(),
    permissions.map((each) => each.permission).toSorted(),
  )
})

test('a search keeps the rows that have all words', () => {
  const found = matching(rowsOf(permissions), 'cat arch', ({ name }, { label }) => `${name} ${label}`)
  assert.deepEqual(
    found.flatMap(({ rows }) => rows.map(({ key }) => key)),
    ['catalog.product.archive'],
  )
})

test('nobody gives more than they hold', () => {
  assert.deepEqual(givable({ reaches: ['company', 'shop'], reach: 'company' }), ['shop', 'company'])
  assert.deepEqual(givable({ reaches: ['company', 'shop', 'own'], reach: 'shop' }), ['shop'])
  assert.deepEqual(givable({ reaches: ['company', 'shop', 'own'], reach: null }), [])
})

test('what differs is found both ways', () => {
  const before = { 'catalog.product.read': 'company', 'catalog.product.update': 'shop' } as const
  const after = withReach(withReach(before, 'catalog.product.update', undefined), 'finance.trialBalance', 'company')
  assert.deepEqual(differences(permissions, before, after), [
    { permission: 'catalog.product.update', before: 'shop', after: undefined },
    { permission: 'finance.trialBalance', before: undefined, after: 'company' },
  ])
})

test('a copy of what reaches all companies reaches its own', () => {
  assert.deepEqual(linesOf({ 'catalog.product.read': 'all' }), [
    { permission: 'catalog.product.read', scope: 'company' },
  ])
})
