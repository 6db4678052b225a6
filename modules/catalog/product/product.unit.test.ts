import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultSkuPattern, isStocked, variantMatrix, variantProblem, variantSku } from './product.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

test('the matrix turns the last option fastest', () => {
  assert.deepEqual(variantMatrix({ Size: ['S', 'L'], Colour: ['Red', 'Blue'] }), [
    { Size: 'S', Colour: 'Red' },
    { Size: 'S', Colour: 'Blue' },
    { Size: 'L', Colour: 'Red' },
    { Size: 'L', Colour: 'Blue' },
  ])
})

test('options that make no sense are refused and named', () => {
  const cases: [Record<string, unknown>, string][] = [
    [{}, 'options'],
    [{ Size: [] }, 'options.Size'],
    [{ Size: 'S' }, 'options.Size'],
    [{ Size: ['S', 'S'] }, 'options.Size'],
    [{ Size: ['S', 7] }, 'options.Size'],
    [{ Size: [' S'] }, 'options.Size'],
    [{ '': ['S'] }, 'options.'],
    [{ Size: Array.from({ length: 201 }, (_, index) => `${index}`) }, 'options'],
  ]
  for (const [options, field] of cases) {
    assert.throws(
      () => variantMatrix(options),
      (error: { code: string; details: { field: string }[] }) => {
        assert.deepEqual([error.code, error.details[0]?.field], ['VALIDATION_FAILED', field])
        return true
      },
    )
  }
})

test('the matrix has every combination once, and SKUs of the default pattern are as many', () => {
  const word = fc.stringMatching(/^[A-Z][A-Z0-9]{0,5}$/)
  const options = fc.dictionary(word, fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), { minKeys: 1, maxKeys: 3 })
  fc.assert(
    fc.property(options, (given) => {
      const names = Object.keys(given)
      const matrix = variantMatrix(given)
      const count = Object.values(given).reduce((product, { length }) => product * length, 1)
      assert.equal(matrix.length, count)
      assert.equal(new Set(matrix.map((values) => JSON.stringify(names.map((name) => values[name])))).size, count)
      assert.ok(matrix.every((values) => names.every((name) => given[name]?.includes(values[name] ?? ''))))
      const skus = matrix.map((values) => variantSku(defaultSkuPattern(names), 'P', values))
      assert.equal(new Set(skus).size, count)
    }),
    { seed, numRuns: 300 },
  )
})

test('a SKU follows its pattern', () => {
  assert.equal(variantSku('{sku}/{Colour}-{Size}', 'MUG', { Size: 'L', Colour: 'Light blue' }), 'MUG/LIGHT-BLUE-L')
  assert.throws(() => variantSku('{sku}-{Shape}', 'MUG', { Size: 'L' }), { code: 'VALIDATION_FAILED' })
  assert.throws(() => variantSku('{sku}', 'M'.repeat(65), {}), { code: 'VALIDATION_FAILED' })
})

test('a variant has a value for each option of a parent that is no variant', () => {
  const parent = { parentId: null, shopId: null, kind: 'goods', optionNames: ['Size', 'Colour'] }
  const variant = { kind: 'goods', shopId: null, options: { Colour: 'Red', Size: 'L' } }
  assert.equal(variantProblem(parent, variant), undefined)
  assert.match(variantProblem({ ...parent, parentId: 'x' }, variant) ?? '', /variant itself/)
  assert.match(variantProblem({ ...parent, shopId: 'north' }, variant) ?? '', /same shopId/)
  assert.match(variantProblem({ ...parent, optionNames: [] }, variant) ?? '', /optionNames/)
  assert.match(variantProblem(parent, { ...variant, kind: 'service' }) ?? '', /kind goods/)
  for (const options of [{ Size: 'L' }, { Size: 'L', Colour: 7 }, { Size: 'L', Shape: 'Round' }]) {
    assert.match(variantProblem(parent, { ...variant, options }) ?? '', /Size, Colour/)
  }
})

test('only goods are kept in stock', () => {
  assert.deepEqual(
    ['goods', 'service', 'charge'].map((kind) => isStocked(kind, true)),
    [true, false, false],
  )
  assert.equal(isStocked('goods', false), false)
})
