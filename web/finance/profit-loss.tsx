'use client'
import { useState } from 'react'
import type { FinanceProfitLossAnswer } from '#sdk/finance'
import { useRoute } from '#web/data/queries.ts'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { useShopChoice } from '../console/shop.ts'
import { DayRange, type Days, daysQuery } from './day-range.tsx'

type Row = FinanceProfitLossAnswer['rows'][number]

/** Revenue less expenses, beside the days before. */
export function ProfitLoss() {
  const words = useWords('finance')
  const [days, setDays] = useState<Days>({})
  const { shopId } = useShopChoice()
  const query = { ...days, ...(shopId ? { shopId } : {}) }
  const report = useRoute('finance', 'GET /finance/reports/profit-loss', { query }, { keep: true })
  if (report.isError) return <Failure error={report.error} retry={report.refetch} />
  const { data } = report
  const parts =
    data &&
    (['revenue', 'expense'] as const).map((type) => ({ type, rows: data.rows.filter((row) => row.type === type) }))
  return (
    <>
      <DayRange days={days} onChange={setDays} shown={data?.period} />
      {!parts ? (
        <Card>
          <SkeletonRows />
        </Card>
      ) : data.rows.length === 0 ? (
        <Card>
          <Empty title={words('empty')}>{words('emptySays')}</Empty>
        </Card>
      ) : (
        <div className="grid gap-4">
          {parts.map(({ type, rows }) => (
            <Part key={type} type={type} rows={rows} report={data} days={days} />
          ))}
          <Profit report={data} />
        </div>
      )}
    </>
  )
}

type PartProps = { type: 'revenue' | 'expense'; rows: Row[]; report: FinanceProfitLossAnswer; days: Days }

function Part({ type, rows, report, days }: PartProps) {
  const words = useWords('finance')
  const format = useFormat()
  const columns: Column<Row>[] = [
    { name: 'code', head: words('code'), cell: ({ code }) => code, className: 'w-24' },
    {
      name: 'account',
      head: words('account'),
      cell: ({ accountId, name }) => (
        <Link href={`/finance/accounts/${accountId}${daysQuery(days)}`} className="font-medium hover:underline">
          {name}
        </Link>
      ),
    },
    { name: 'amount', head: words('amount'), isFigure: true, cell: ({ amount }) => format.money(amount) },
    { name: 'previous', head: words('previous'), isFigure: true, cell: ({ previous }) => format.money(previous) },
  ]
  return (
    <Card title={words(type)} isFlush>
      <Table
        caption={words(type)}
        columns={columns}
        rows={rows}
        keyOf={({ accountId, amount }) => `${accountId} ${amount.currency}`}
        foot={report.totals.map((totals, index) => (
          <tr key={totals[type].currency}>
            <th scope="row" colSpan={2} className="px-4 py-2 text-start">
              {words('total', { currency: totals[type].currency })}
            </th>
            <td className="px-4 py-2 text-end tabular-nums">{format.money(totals[type])}</td>
            <td className="px-4 py-2 text-end tabular-nums">{format.money(report.previousTotals[index]?.[type])}</td>
          </tr>
        ))}
      />
    </Card>
  )
}

function Profit({ report }: { report: FinanceProfitLossAnswer }) {
  const words = useWords('finance')
  const format = useFormat()
  return (
    <Card>
      <dl className="flex flex-wrap gap-x-12 gap-y-2">
        {report.totals.map(({ profit }, index) => (
          <div key={profit.currency}>
            <dt className="text-muted">{words('profit')}</dt>
            <dd className="font-semibold text-2xl tabular-nums">{format.money(profit)}</dd>
            <dd className="text-[0.8125rem] text-muted">
              {words('previous')}: {format.money(report.previousTotals[index]?.profit)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
