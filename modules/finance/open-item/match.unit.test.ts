import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel'
import { type Item, matchAll, spread } from './match.rules.ts'

const item = (id: string, open: number, more: Partial<Item> = {}): Item => ({
  ...{ id, side: 'receivable', partyId: 'p', currency: 'GBP', number: id, issuedOn: '2026-01-01' },
  ...{ dueOn: '2026-01-31', open, ...more },
})

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
  return 'none'
}

test('A match needs a debit and a credit of one party, ledger and currency, and no more than is open', () => {
  const of = (credit: Item, amount?: number) => {
    const items = new Map([item('d', 100), credit].map((each) => [each.id, each]))
    return codeOf(() => matchAll(items, [{ debitId: 'd', creditId: credit.id, amount }]))
  }
  assert.equal(of(item('c', -100)), 'none')
  assert.equal(of(item('c', -100), 101), 'MATCH_EXCEEDS_OPEN')
  assert.equal(of(item('c', 0)), 'MATCH_EXCEEDS_OPEN')
  assert.equal(of(item('c', 100)), 'MATCH_IMPOSSIBLE')
  assert.equal(of(item('c', -100, { partyId: 'q' })), 'MATCH_IMPOSSIBLE')
  assert.equal(of(item('c', -100, { side: 'payable' })), 'MATCH_IMPOSSIBLE')
  assert.equal(of(item('c', -100, { currency: 'USD' })), 'MATCH_IMPOSSIBLE')
})

test('A match is of the later day of both documents', () => {
  const items = new Map([item('d', 5), item('c', -9, { issuedOn: '2026-03-01' })].map((each) => [each.id, each]))
  const { matches, open } = matchAll(items, [{ debitId: 'd', creditId: 'c' }])
  assert.deepEqual(matches, [{ debitId: 'd', creditId: 'c', amount: 5, currency: 'GBP', matchedOn: '2026-03-01' }])
  assert.deepEqual(Object.fromEntries(open), { d: 0, c: -4 })
})

test('However much is paid: what is due first is paid first, and what is matched is as much on both sides', () => {
  const invoices = fc.array(
    fc.record({ open: fc.integer({ min: 1, max: 1000 }), day: fc.integer({ min: 10, max: 28 }) }),
    {
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(invoices, fc.integer({ min: 1, max: 10_000 }), (given, paid) => {
      const others = given.map(({ open, day }, index) => item(`d${index}`, open, { dueOn: `2026-01-${day}` }))
      const payment = item('c', -paid)
      const items = new Map([...others, payment].map((each) => [each.id, each]))
      const { matches, open } = matchAll(items, spread(payment, others))
      const matched = matches.reduce((sum, { amount }) => sum + amount, 0)
      const due = others.reduce((sum, each) => sum + each.open, 0)
      assert.equal(matched, Math.min(paid, due))
      assert.equal(open.get('c') ?? -paid, matched - paid)
      const left = others.filter(({ id, open: was }) => (open.get(id) ?? was) > 0)
      const whole = others.filter(({ id }) => open.get(id) === 0)
      for (const one of left) for (const other of whole) assert.ok(other.dueOn <= one.dueOn)
    }),
  )
})
