import { date, defineAction, group, list, money, text } from '#kernel'
import { accountSums } from './account-sums.ts'
import { trialRows, trialTotals } from './report.rules.ts'
import { fromField, spanOf, toField } from './span.ts'

const columns = {
  opening: money({ required: true }),
  debit: money({ required: true }),
  credit: money({ required: true }),
  closing: money({ required: true }),
}

export const trialBalance = defineAction('trialBalance', {
  label: 'Trial balance',
  says: 'What stands on each account: at the start, what moved since, and on the day. Debit is above zero.',
  method: 'GET',
  path: '/finance/reports/trial-balance',
  input: { date: toField, from: fromField },
  output: {
    from: date({ required: true }),
    date: date({ required: true }),
    rows: list(
      group({
        ...{ accountId: text({ required: true }), code: text({ required: true }) },
        ...{ name: text({ required: true }), type: text({ required: true }), ...columns },
      }),
      { max: 10_000, required: true },
    ),
    totals: list(group(columns), { max: 100, required: true }),
  },
  run: async (context, input) => {
    const span = await spanOf(context, { from: input.from, to: input.date })
    const rows = trialRows(await accountSums(context, span))
    return { from: span.from, date: span.to, rows, totals: trialTotals(rows) }
  },
})
