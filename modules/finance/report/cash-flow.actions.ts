import { choice, date, defineAction, group, list, money, text } from '#kernel'
import { accountSums } from './account-sums.ts'
import { flowRows, flowSections, flowTotals } from './balance-sheet.rules.ts'
import { fromField, spanOf, toField } from './span.ts'

export const cashFlow = defineAction('cashFlow', {
  label: 'Cash flow',
  says: 'Where money came from, by the indirect method: the profit and what every other account changed by.',
  method: 'GET',
  path: '/finance/reports/cash-flow',
  input: { from: fromField, to: toField },
  output: {
    from: date({ required: true }),
    to: date({ required: true }),
    rows: list(
      group({
        ...{ accountId: text({ help: 'Null for the profit' }), code: text({ required: true }) },
        ...{ name: text({ required: true }), section: choice(flowSections, { required: true }) },
        amount: money({ required: true, help: 'What came in is above zero' }),
      }),
      { max: 10_000, required: true },
    ),
    totals: list(
      group({
        ...{ opening: money({ required: true }), operating: money({ required: true }) },
        ...{ investing: money({ required: true }), financing: money({ required: true }) },
        ...{
          closing: money({ required: true }),
          difference: money({ required: true, help: 'Nothing in sound books' }),
        },
      }),
      { max: 100, required: true },
    ),
  },
  run: async (context, input) => {
    const span = await spanOf(context, input)
    const sums = await accountSums(context, span)
    const rows = flowRows(sums)
    return { from: span.from, to: span.to, rows, totals: flowTotals(sums, rows) }
  },
})
