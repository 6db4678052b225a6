import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boughtOf } from './bought.rules.ts'

const pounds = (amount: number) => ({ amount, currency: 'GBP' })
const line = (sku: string, quantity: string, amount: number) => ({
  ...{ productId: sku, sku, name: `Goods ${sku}`, quantity, unitPrice: pounds(amount) },
})

test('goods of several sales are told once, with the whole quantity and the latest price', () => {
  const bought = boughtOf([
    { soldAt: '2026-02-02T10:00:00Z', lines: [line('A', '2', 300), line('B', '0.5', 100)] },
    { soldAt: '2026-01-01T10:00:00Z', lines: [line('A', '1.25', 250)] },
  ])
  assert.deepEqual(
    bought.map(({ sku, quantity, unitPrice, soldAt }) => [sku, quantity, unitPrice.amount, soldAt.slice(0, 10)]),
    [
      ['A', '3.25', 300, '2026-02-02'],
      ['B', '0.5', 100, '2026-02-02'],
    ],
  )
})
