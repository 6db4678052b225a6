import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel'
import { checkMapping, type MappingTarget, proposeMapping, similarity } from './mapping.ts'
import { isForbiddenName } from './refusals.ts'

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {}

const targets: MappingTarget[] = [
  { name: 'sku', label: 'SKU', aliases: ['Stock code', 'Artikelnummer'], kind: 'text' },
  { name: 'description', label: 'Description', kind: 'text' },
  { name: 'unitPrice', label: 'Unit price', kind: 'money' },
  { name: 'quantity', label: 'Quantity', aliases: ['qty'], kind: 'quantity' },
]

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
  } catch (fault) {
    if (isRefusal(fault)) return fault.code
    throw fault
  }
  return undefined
}

test('names are the same whatever their case, blanks, hyphens and accents', () => {
  const { mapped } = proposeMapping(['UNIT-PRICE', 'Déscription'], targets)
  assert.deepEqual(
    mapped.map(({ target, how }) => [target, how]),
    [
      ['unitPrice', 'name'],
      ['description', 'name'],
    ],
  )
})

test('the headers of the real invoice file are mapped by name and alias, the others are listed', () => {
  const headers = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'UnitPrice', 'Country']
  const { mapped, unmapped, unfilled } = proposeMapping(headers, targets)
  assert.deepEqual(
    mapped.map(({ header, target }) => [header, target]),
    [
      ['StockCode', 'sku'],
      ['Description', 'description'],
      ['Quantity', 'quantity'],
      ['UnitPrice', 'unitPrice'],
    ],
  )
  assert.deepEqual(
    unmapped.map(({ header }) => header),
    ['InvoiceNo', 'Country'],
  )
  assert.deepEqual(unfilled, [])
})

test('a slip of the hand is proposed as similar and says so', () => {
  const [column] = proposeMapping(['Descripton'], targets).mapped
  assert.equal(column?.how, 'similar')
  assert.match(column?.why ?? '', /similar to 'Description'/)
})

test('a column that two fields fit alike is left to the person', () => {
  const twins = [
    { name: 'price1', label: 'Price 1', kind: 'money' },
    { name: 'price2', label: 'Price 2', kind: 'money' },
  ]
  const { mapped, unmapped } = proposeMapping(['price'], twins)
  assert.deepEqual(mapped, [])
  assert.match(unmapped[0]?.why ?? '', /fit alike/)
})

test('an exact name wins over a similar one that comes first', () => {
  const { mapped } = proposeMapping(['Quantitty', 'Quantity'], targets)
  assert.deepEqual(
    mapped.map(({ header }) => header),
    ['Quantity'],
  )
})

test('A40: targets and headers that reach a prototype are refused', () => {
  assert.equal(
    codeOf(() => proposeMapping(['a'], [{ name: '__proto__', label: 'x', kind: 'text' }])),
    'FORBIDDEN_KEY',
  )
  assert.equal(
    codeOf(() => proposeMapping(['constructor'], targets)),
    'FORBIDDEN_KEY',
  )
  const given = { headers: ['a'], targets }
  assert.equal(
    codeOf(() => checkMapping(new Map([['a', 'prototype']]), given)),
    'FORBIDDEN_KEY',
  )
})

test('a mapping that somebody sends must name columns of the file and each field once', () => {
  const given = { headers: ['a', 'b'], targets }
  assert.equal(
    codeOf(() => checkMapping(new Map([['a', 'sku']]), given)),
    undefined,
  )
  assert.equal(
    codeOf(() => checkMapping(new Map([['c', 'sku']]), given)),
    'VALIDATION_FAILED',
  )
  assert.equal(
    codeOf(() => checkMapping(new Map([['a', 'colour']]), given)),
    'VALIDATION_FAILED',
  )
  assert.equal(
    codeOf(() =>
      checkMapping(
        new Map([
          ['a', 'sku'],
          ['b', 'sku'],
        ]),
        given,
      ),
    ),
    'VALIDATION_FAILED',
  )
})

test('property: every column is mapped or unmapped once, and no field is filled twice', () => {
  // Names that reach a prototype are refused, which another test shows; fast-check makes them on purpose.
  const letters = fc.string({ unit: fc.constantFrom(...'SkuQtyDescriptionUnitPrice -_'), maxLength: 14 })
  const header = letters.filter((name) => !isForbiddenName(name))
  fc.assert(
    fc.property(fc.uniqueArray(header, { maxLength: 8 }), (headers) => {
      const { mapped, unmapped, unfilled } = proposeMapping(headers, targets)
      assert.deepEqual([...mapped, ...unmapped].map((column) => column.header).toSorted(), headers.toSorted())
      const filled = mapped.map(({ target }) => target)
      assert.deepEqual([...filled, ...unfilled].toSorted(), targets.map(({ name }) => name).toSorted())
    }),
    { ...seed, numRuns: 300 },
  )
})

test('property: likeness is symmetric, between 0 and 1, and 1 for the same name', () => {
  const name = fc.string({ minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.equal(similarity(a, b), similarity(b, a))
      assert.ok(similarity(a, b) >= 0 && similarity(a, b) <= 1)
      assert.equal(similarity(a, a), 1)
    }),
    { ...seed, numRuns: 500 },
  )
})
