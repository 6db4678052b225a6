'use client'
import { useState } from 'react'
import type { FinanceCashFlowAnswer } from '#sdk/finance'
import { useRoute } from '#web/data/queries.ts'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { DayRange, type Days } from './day-range.tsx'
import { ReportPart } from './report-part.tsx'

const parts = [
  { total: 'operating', of: ['profit', 'non_cash', 'operating'] },
  { total: 'investing', of: ['investing'] },
  { total: 'financing', of: ['financing'] },
] as const

/** Where money came from and went to: the profit, and what every other account tied up or set free. */
export function CashFlow() {
  const words = useWords('finance')
  const [days, setDays] = useState<Days>({})
  const report = useRoute('finance', 'GET /finance/reports/cash-flow', { query: { ...days } }, { keep: true })
  if (report.isError) return <Failure error={report.error} retry={report.refetch} />
  const { data } = report
  const shown = data && { from: data.from, to: data.to }
  return (
    <>
      <DayRange days={days} onChange={setDays} shown={shown} />
      {!data ? (
        <Card>
          <SkeletonRows />
        </Card>
      ) : data.rows.length === 0 ? (
        <Card>
          <Empty title={words('empty')}>{words('emptySays')}</Empty>
        </Card>
      ) : (
        <div className="grid gap-4">
          <Money totals={data.totals} />
          {parts.map(({ total, of }) => {
            const rows = data.rows.filter(({ section }) => of.some((each) => each === section))
            if (rows.length === 0) return null
            return (
              <ReportPart
                key={total}
                title={words(total)}
                rows={rows.map((row) => (!row.accountId ? { ...row, name: words('profit') } : row))}
                totals={data.totals.map((totals) => totals[total])}
                days={shown ?? {}}
              />
            )
          })}
        </div>
      )}
    </>
  )
}

/** Money at the start and at the end, with what came in between. */
function Money({ totals }: { totals: FinanceCashFlowAnswer['totals'] }) {
  const words = useWords('finance')
  const format = useFormat()
  return (
    <Card>
      {totals.map((each) => (
        <dl key={each.closing.currency} className="flex flex-wrap gap-x-10 gap-y-2">
          {(['opening', 'operating', 'investing', 'financing', 'closing'] as const).map((name) => (
            <div key={name}>
              <dt className="text-muted text-[0.8125rem]">
                {words(name === 'opening' ? 'moneyBefore' : name === 'closing' ? 'moneyAfter' : name)}
              </dt>
              <dd className="font-semibold text-lg tabular-nums">{format.money(each[name])}</dd>
            </div>
          ))}
        </dl>
      ))}
    </Card>
  )
}
