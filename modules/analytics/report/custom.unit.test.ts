import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel'
import { noFigures } from '../figures/figures.rules.ts'
import { checkWanted, reportRow, type Wanted } from './custom.rules.ts'

const wanted = (more: Partial<Wanted>): Wanted => ({ measures: ['net'], dimensions: [], ...more })
const refusalOf = (more: Partial<Wanted>, costs = true): string | undefined => {
  try {
    checkWanted(wanted(more), { costs })
  } catch (error) {
    if (isRefusal(error)) return `${error.code} ${error.details[0]?.field}`
    throw error
  }
}

test('sides that are summed apart are not looked at together', () => {
  assert.equal(refusalOf({ dimensions: ['month', 'shop', 'product'] }), undefined)
  assert.equal(refusalOf({ dimensions: ['hour', 'product'] }), 'VALIDATION_FAILED dimensions')
  assert.equal(refusalOf({ dimensions: ['hour'], customerIds: ['C'] }), 'VALIDATION_FAILED dimensions')
})

test('words are named once', () => {
  assert.equal(refusalOf({ measures: ['net', 'net'] }), 'VALIDATION_FAILED measures')
})

test('costs need the right to see them, also for sorting', () => {
  assert.equal(refusalOf({ measures: ['margin'] }), undefined)
  assert.equal(refusalOf({ measures: ['margin'] }, false), 'FORBIDDEN measures')
  assert.equal(refusalOf({ sort: 'cost' }, false), 'FORBIDDEN sort')
})

test('a row has what was asked for and nothing else', () => {
  const row = { ...noFigures, net: 500, shopId: 'S', month: '2024-05-01' }
  const shown = reportRow(row, wanted({ dimensions: ['month', 'shop'] }), { currency: 'GBP', costs: false })
  assert.deepEqual(shown, { month: '2024-05-01', shopId: 'S', net: { amount: 500, currency: 'GBP' } })
})
