/** Whatever was posted: the balance sheet balances, and says what the trial balance and the cash accounts say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#kernel'
import { accountTypes, cashFlowOf, cashFlows } from '../account/chart.ts'
import { bucketOf, daysOverdue } from './ageing.rules.ts'
import { flowRows, flowTotals, sheetRows, sheetTotals } from './balance-sheet.rules.ts'
import { type AccountSums, trialRows } from './report.rules.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000 })

/** Books of some accounts, the last of which takes up what is left over, so that every column balances. */
const books = fc
  .array(
    fc.record({
      type: fc.constantFrom(...accountTypes),
      cashFlow: fc.option(fc.constantFrom(...cashFlows)),
      earlier: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      opening: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      debit: amount,
      credit: amount,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => {
    const sums = rows.map(
      (row, index): AccountSums => ({
        ...{ ...row, accountId: `a${index}`, code: String(2000 + index), name: `Account ${index}` },
        ...{ role: null, currency: 'GBP' },
      }),
    )
    const rest = (of: (sum: AccountSums) => number) => 0 - sums.reduce((all, sum) => all + of(sum), 0)
    const left = rest((sum) => sum.debit - sum.credit)
    const retained: AccountSums = {
      ...{ accountId: 'r', code: '3200', name: 'Retained earnings', type: 'equity', role: 'retained_earnings' },
      ...{ cashFlow: null, currency: 'GBP', earlier: rest((sum) => sum.earlier), opening: rest((sum) => sum.opening) },
      ...{ debit: Math.max(left, 0), credit: Math.max(0 - left, 0) },
    }
    return [...sums, retained]
  })

test('A balance sheet balances, row by row as the trial balance closes', () => {
  fc.assert(
    fc.property(books, (sums) => {
      const rows = sheetRows(sums)
      for (const { difference } of sheetTotals(rows)) assert.equal(difference.amount, 0)
      const trial = new Map(trialRows(sums).map((row) => [row.accountId, row]))
      for (const { accountId, section, amount: shown } of rows) {
        if (accountId === null) continue
        const closing = trial.get(accountId)?.closing.amount ?? 0
        assert.equal(shown.amount, section === 'asset' ? closing : 0 - closing)
      }
      const result = [...trial.values()].reduce(
        (sum, { type, closing }) => sum + (type === 'revenue' || type === 'expense' ? closing.amount : 0),
        0,
      )
      assert.equal(rows.find(({ accountId }) => accountId === null)?.amount.amount ?? 0, 0 - result)
    }),
  )
})

test('A cash flow explains all that the accounts of money changed by', () => {
  fc.assert(
    fc.property(books, (sums) => {
      for (const { difference, opening, closing } of flowTotals(sums, flowRows(sums))) {
        assert.equal(difference.amount, 0)
        const money = sums.filter(
          (sum) => sum.type !== 'revenue' && sum.type !== 'expense' && cashFlowOf(sum) === 'cash',
        )
        const moved = money.reduce((all, { debit, credit }) => all + debit - credit, 0)
        assert.equal(closing.amount - opening.amount, moved)
      }
    }),
  )
})

test('A debt is overdue from the day after its due date; ages end at 30, 60 and 90 days', () => {
  const due = '2026-01-31'
  const at = (days: number) => bucketOf(due, addDays(due, days))
  const ages = [-5, 0, 1, 30, 31, 60, 61, 90, 91].map(at)
  assert.deepEqual(ages, ['notDue', 'notDue', 'to30', 'to30', 'to60', 'to60', 'to90', 'to90', 'over90'])
  assert.equal(daysOverdue(due, '2026-02-01'), 1)
})
