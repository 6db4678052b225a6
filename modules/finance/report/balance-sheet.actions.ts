import { choice, date, defineAction, group, list, money, text } from '#kernel'
import { accountSums } from './account-sums.ts'
import { sections, sheetRows, sheetTotals } from './balance-sheet.rules.ts'
import { spanOf, toField } from './span.ts'

export const balanceSheet = defineAction('balanceSheet', {
  label: 'Balance sheet',
  says: 'What the company has, owes and is worth at the end of a day.',
  method: 'GET',
  path: '/finance/reports/balance-sheet',
  input: { date: toField },
  output: {
    date: date({ required: true }),
    yearStart: date({ required: true, help: 'From here on the result of the year is counted' }),
    rows: list(
      group({
        ...{ accountId: text({ help: 'Null for the result of the year' }), code: text({ required: true }) },
        ...{ name: text({ required: true }), section: choice(sections, { required: true }) },
        amount: money({ required: true }),
      }),
      { max: 10_000, required: true },
    ),
    totals: list(
      group({
        ...{ assets: money({ required: true }), liabilities: money({ required: true }) },
        ...{ equity: money({ required: true }), difference: money({ required: true, help: 'Nothing in sound books' }) },
      }),
      { max: 100, required: true },
    ),
  },
  run: async (context, input) => {
    const span = await spanOf(context, { to: input.date })
    const rows = sheetRows(await accountSums(context, span))
    return { date: span.to, yearStart: span.yearStart, rows, totals: sheetTotals(rows) }
  },
})
