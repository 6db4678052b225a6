import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FieldDescription } from '#web/data/description.ts'
import { daysOf, startOfDay } from './days.ts'
import { fromInput, toInput } from './filter-values.ts'
import { replaceDraft, toDrafts, toFilters, toQuery } from './filters.ts'
import { bareState, type ListFilter, nextSort, readState, writeState } from './list-state.ts'

const field = (name: string, kind: FieldDescription['kind']): FieldDescription => ({
  ...{ name, kind, label: name, required: false },
})
const fields = [field('price', 'money'), field('soldOn', 'date'), field('soldAt', 'instant')]
const asked = (filters: ListFilter[]) =>
  toQuery(filters, { fields, filterable: ['price', 'soldOn', 'soldAt'], day: '2026-03-31' })

test('a state comes back from its address as it was', () => {
  const seed = Number(process.env.SEED ?? 20261130)
  const word = fc.stringMatching(/^[a-z][A-Za-z]{0,9}$/)
  const plain = { noNullPrototype: true }
  const operator = fc.constantFrom('eq' as const, 'in' as const, 'contains' as const)
  const filter = fc.record({ field: word, operator, value: fc.string({ maxLength: 20 }) }, plain)
  const state = fc.record(
    {
      words: fc.string({ maxLength: 20 }),
      filters: fc.uniqueArray(filter, { selector: ({ field: name, operator }) => `${name} ${operator}`, maxLength: 4 }),
      sort: fc.option(word.map((name) => `-${name}`)),
      page: fc.integer({ min: 1, max: 10_000 }),
      limit: fc.constantFrom(25, 50, 100, 200),
      view: fc.option(word),
      columns: fc.option(fc.array(word, { minLength: 1, maxLength: 4 })),
    },
    plain,
  )
  fc.assert(
    fc.property(state, (each) => assert.deepEqual(readState(new URLSearchParams(writeState(each))), each)),
    { seed, numRuns: 300 },
  )
})

test('nonsense in an address is no state', () => {
  const params = new URLSearchParams('page=-3&limit=7&filter[x][drop]=1&filter[__proto__]=1&sort=')
  assert.deepEqual(readState(params), bareState)
})

test('the head of a column goes through ascending, descending and as it was', () => {
  assert.deepEqual(
    [nextSort(null, 'a'), nextSort('a', 'a'), nextSort('-a', 'a'), nextSort('-b', 'a')],
    [...['a', '-a', null, 'a']],
  )
})

test('from and until on one field are one filter to look at, and two to the API', () => {
  const drafts = toDrafts([
    { field: 'price', operator: 'gte', value: '100' },
    { field: 'price', operator: 'lte', value: '200' },
  ])
  assert.deepEqual(drafts, [{ field: 'price', choice: 'between', value: '100', until: '200' }])
  assert.deepEqual(asked(drafts.flatMap(toFilters)), { price: { gte: '100', lte: '200' } })
})

test('a filter that is changed takes the place of what it was', () => {
  const before = { field: 'price', choice: 'between' as const, value: '1', until: '2' }
  const after = { field: 'price', choice: 'gt' as const, value: '5', until: '' }
  assert.deepEqual(replaceDraft(toFilters(before), before, after), [{ field: 'price', operator: 'gt', value: '5' }])
})

test('a period becomes its days, and the moments between which they lie', () => {
  assert.deepEqual(asked([{ field: 'soldOn', operator: 'eq', value: '@lastMonth' }]), {
    soldOn: { gte: '2026-02-01', lte: '2026-02-28' },
  })
  assert.deepEqual(asked([{ field: 'soldAt', operator: 'eq', value: '@yesterday' }]), {
    soldAt: { gte: startOfDay('2026-03-30'), lt: startOfDay('2026-03-31') },
  })
})

test('a day of a moment is the whole of it, from its first instant to before the next one', () => {
  const of = (operator: 'eq' | 'lte' | 'gt') => asked([{ field: 'soldAt', operator, value: '2026-03-01' }]).soldAt
  const [begins, ends] = [startOfDay('2026-03-01'), startOfDay('2026-03-02')]
  assert.deepEqual([of('eq'), of('lte'), of('gt')], [{ gte: begins, lt: ends }, { lt: ends }, { gte: ends }])
})

test('what a list cannot be filtered by is left out', () => {
  assert.deepEqual(asked([{ field: 'secret', operator: 'eq', value: '1' }]), {})
})

test('the last month of January is December of the year before', () => {
  assert.deepEqual(daysOf('lastMonth', '2026-01-15'), { from: '2025-12-01', to: '2025-12-31' })
})

test('amounts go to minor units exactly and back, and more digits than there are is no amount', () => {
  const money = field('price', 'money')
  assert.equal(fromInput(money, '90071992547.09', 2), '9007199254709')
  assert.equal(fromInput(money, '12.5', 2), '1250')
  assert.equal(fromInput(money, '12', 0), '12')
  assert.equal(fromInput(money, '0.125', 2), undefined)
  assert.equal(toInput(money, '1250', 2), '12.50')
})
