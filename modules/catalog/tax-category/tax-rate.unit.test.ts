import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#kernel'
import { standardTaxesOf } from './standard-taxes.ts'
import { doOverlap, periodProblem } from './tax-rate.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

test('both ends count: a rate may begin on the day after another ends, not on that day', () => {
  const first = { validFrom: '2010-01-01', validTo: '2011-01-03' }
  assert.equal(doOverlap(first, { validFrom: '2011-01-04' }), false)
  assert.equal(doOverlap(first, { validFrom: '2011-01-03' }), true)
})

test('two rates without an end always meet', () => {
  assert.equal(doOverlap({ validFrom: '2010-01-01' }, { validFrom: '2030-01-01', validTo: null }), true)
})

test('days that run backwards are told', () => {
  assert.match(periodProblem({ validFrom: '2011-01-04', validTo: '2011-01-03' }) ?? '', /2011-01-04/)
  assert.equal(periodProblem({ validFrom: '2011-01-04', validTo: '2011-01-04' }), undefined)
})

test('two stretches overlap when, and only when, they share a day', () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 })).map(([from, days]) => ({
    validFrom: addDays('2020-01-01', from),
    validTo: addDays('2020-01-01', from + days),
  }))
  const daysOf = ({ validFrom, validTo }: { validFrom: string; validTo: string }) =>
    Array.from({ length: 31 }, (_, day) => addDays('2020-01-01', day)).filter(
      (day) => day >= validFrom && day <= validTo,
    )
  fc.assert(
    fc.property(stretch, stretch, (a, b) => {
      assert.equal(
        doOverlap(a, b),
        daysOf(a).some((day) => daysOf(b).includes(day)),
      )
      assert.equal(doOverlap(a, b), doOverlap(b, a))
    }),
    { seed, numRuns: 300 },
  )
})

test('the standard taxes of a country have one default and no two rates on a day', () => {
  for (const country of ['DE', 'GB', 'IN', 'TR', null]) {
    const taxes = standardTaxesOf(country)
    assert.equal(taxes.filter(({ isDefault }) => isDefault).length, 1)
    for (const { rates } of taxes) {
      const pairs = rates.flatMap((a, index) => rates.slice(index + 1).map((b) => doOverlap(a, b)))
      assert.ok(!pairs.includes(true))
      assert.ok(rates.every(({ source }) => source.length > 0))
    }
  }
})
