import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDescription } from '#web/data/description.ts'
import { shownOf } from './shown.rules.ts'

const debit: FieldDescription = { name: 'debit', kind: 'integer', label: 'Debit', required: true }

test('minor units beside their currency are money', () => {
  const { field, value } = shownOf({ ...debit, minorUnitsOf: 'currency' }, { debit: 1250, currency: 'GBP' })
  assert.equal(field.kind, 'money')
  assert.deepEqual(value, { amount: 1250, currency: 'GBP' })
})

test('a number is a number where no currency is named, or none is there', () => {
  assert.equal(shownOf(debit, { debit: 3, currency: 'GBP' }).value, 3)
  assert.deepEqual(shownOf({ ...debit, minorUnitsOf: 'currency' }, { debit: 3 }).value, 3)
  assert.equal(shownOf({ ...debit, minorUnitsOf: 'currency' }, { debit: null, currency: 'GBP' }).value, null)
})
