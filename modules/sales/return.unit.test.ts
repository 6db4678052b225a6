import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel'
import { checkReturn, shareOf } from './credit-note/return.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const thousandths = (count: number): string => `${Math.floor(count / 1000)}.${String(count % 1000).padStart(3, '0')}`

test('the last part of a line takes what rounding left', () => {
  const line = { quantity: '3', net: 834, tax: 166, gross: 1000, discount: 0, taxes: [] }
  const parts = [shareOf(line, '0', '1'), shareOf(line, '1', '2'), shareOf(line, '2', '3')]
  assert.deepEqual(
    parts.map(({ gross }) => gross),
    [333, 334, 333],
  )
  assert.equal(
    parts.reduce((sum, { tax }) => sum + tax, 0),
    166,
  )
})

test('parts of a line in any sizes add up to it exactly, and none is negative', () => {
  const line = fc.record({
    tax: fc.nat(5000),
    net: fc.nat(20_000),
    discount: fc.nat(9000),
    cuts: fc.array(fc.nat(10_000), { maxLength: 12 }),
  })
  fc.assert(
    fc.property(line, ({ tax, net, discount, cuts }) => {
      const posted = { quantity: thousandths(10_000), net, tax, gross: net + tax, discount, taxes: [] }
      const stops = [0, ...cuts.toSorted((a, b) => a - b), 10_000].map(thousandths)
      const parts = stops.slice(1).map((stop, index) => shareOf(posted, stops[index] ?? '0', stop))
      const sum = (of: 'net' | 'tax' | 'gross' | 'discount') => parts.reduce((total, part) => total + part[of], 0)
      assert.deepEqual([sum('net'), sum('tax'), sum('gross'), sum('discount')], [net, tax, net + tax, discount])
      for (const part of parts) {
        assert.ok(part.net >= 0 && part.tax >= 0)
        assert.equal(part.net + part.tax, part.gross)
      }
    }),
    { seed, numRuns: 1000 },
  )
})

test('a return names lines of its sale, each once, in quantities that its unit allows', () => {
  const lines = new Map([['a', { id: 'a', sku: 'A', decimals: 0, quantity: '3' }]])
  const codeOf = (requests: { saleLineId: string; quantity: string }[]): string => {
    try {
      checkReturn(requests, lines)
      return 'fine'
    } catch (error) {
      return isRefusal(error) ? error.code : String(error)
    }
  }
  assert.equal(codeOf([{ saleLineId: 'a', quantity: '2' }]), 'fine')
  assert.equal(codeOf([{ saleLineId: 'b', quantity: '2' }]), 'REFERENCE_NOT_FOUND')
  for (const quantity of ['0', '-1', '0.5']) assert.equal(codeOf([{ saleLineId: 'a', quantity }]), 'VALIDATION_FAILED')
  const twice = { saleLineId: 'a', quantity: '1' }
  assert.equal(codeOf([twice, twice]), 'VALIDATION_FAILED')
})
