import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { divideRounded, shareOut } from './rounding.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = { seed, numRuns: 500 }
const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const divisors = fc.bigInt({ min: 1n, max: 10n ** 6n })
const modes = fc.constantFrom('half-up' as const, 'half-even' as const)

test('a rounded quotient is never more than half a unit away, and symmetric around zero', () => {
  fc.assert(
    fc.property(whole, divisors, modes, (dividend, divisor, mode) => {
      const quotient = divideRounded(dividend, divisor, mode)
      const twice = (dividend - quotient * divisor) * 2n
      assert.ok(twice <= divisor && -twice <= divisor)
      assert.equal(divideRounded(-dividend, divisor, mode), -quotient)
    }),
    runs,
  )
})

test('shares of both signs add up to the rounded total, each less than one from its exact share', () => {
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 20 }), divisors, modes, (exact, divisor, mode) => {
      const total = divideRounded(
        exact.reduce((sum, one) => sum + one, 0n),
        divisor,
        mode,
      )
      const shares = shareOut(exact, divisor, total)
      assert.equal(
        shares.reduce((sum, one) => sum + one, 0n),
        total,
      )
      for (const [index, share] of shares.entries()) {
        const distance = share * divisor - (exact[index] ?? 0n)
        assert.ok(distance < divisor && -distance < divisor)
      }
      assert.deepEqual(
        shareOut(
          exact.map((one) => -one),
          divisor,
          -total,
        ),
        shares.map((one) => -one),
      )
    }),
    runs,
  )
})

test('a total that is not the sum of the shares is an error of the caller', () => {
  assert.throws(() => shareOut([1n, 1n], 2n, 5n), RangeError)
})
