import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel'
import { guardCustomer } from './customer.rules.ts'

const company = { scope: 'company' } as const
const own = { scope: 'own' } as const
const stored = { name: 'Ann', email: 'ann@example.com', groupId: null, status: 'active' }

test('look-alike spellings of an address become one', () => {
  const next: Record<string, unknown> = { name: 'Ann', email: ' Ann＠EXAMPLE.com ' }
  guardCustomer(company, next)
  assert.equal(next.email, 'ann@example.com')
})

test('what is no address is refused by field', () => {
  assert.throws(
    () => guardCustomer(company, { name: 'Ann', email: 'ann@example.com.' }),
    (error) => isRefusal(error) && error.code === 'VALIDATION_FAILED' && error.details[0]?.field === 'email',
  )
})

test('customers change their own name and address', () => {
  assert.doesNotThrow(() => guardCustomer(own, { ...stored, name: 'Anna', email: 'anna@example.com' }, stored))
})

test('customers cannot move themselves to another group of prices', () => {
  assert.throws(
    () => guardCustomer(own, { ...stored, groupId: '0190a8c2-7b1e-7c3a-9f00-000000000001' }, stored),
    (error) => isRefusal(error) && error.code === 'FORBIDDEN' && error.details[0]?.field === 'groupId',
  )
})
