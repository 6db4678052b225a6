'use client'
import { useState } from 'react'
import type { FinanceTrialBalanceAnswer } from '#sdk/finance'
import type { Money } from '#sdk/values'
import { useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { sentence } from '../console/value.tsx'
import { DayRange, type Days, daysQuery } from './day-range.tsx'

type Row = FinanceTrialBalanceAnswer['rows'][number]
type Figure = 'opening' | 'debit' | 'credit' | 'closing'
const figures: readonly Figure[] = ['opening', 'debit', 'credit', 'closing']

/** What stands on each account. Debit is above zero; that debits and credits are equal is said, and seen. */
export function TrialBalance() {
  const words = useWords('finance')
  const [days, setDays] = useState<Days>({})
  const query = { ...(days.from ? { from: days.from } : {}), ...(days.to ? { date: days.to } : {}) }
  const report = useRoute('finance', 'GET /finance/reports/trial-balance', { query }, { keep: true })
  const columns = useColumns(days)
  if (report.isError) return <Failure error={report.error} retry={report.refetch} />
  const { data } = report
  return (
    <>
      <DayRange days={days} onChange={setDays} shown={data && { from: data.from, to: data.date }} />
      <Card isFlush title={words('trialBalance')} action={data && <Balanced totals={data.totals} />}>
        {!data ? (
          <SkeletonRows />
        ) : data.rows.length === 0 ? (
          <Empty title={words('empty')}>{words('emptySays')}</Empty>
        ) : (
          <Table
            caption={words('trialBalance')}
            columns={columns}
            rows={data.rows}
            keyOf={({ accountId, closing }) => `${accountId} ${closing.currency}`}
            foot={data.totals.map((totals) => <Totals key={totals.closing.currency} totals={totals} />)}
          />
        )}
      </Card>
    </>
  )
}

function useColumns(days: Days): Column<Row>[] {
  const words = useWords('finance')
  const label = useLabel()
  const format = useFormat()
  return [
    { name: 'code', head: words('code'), cell: ({ code }) => <span className="tabular-nums">{code}</span> },
    {
      name: 'account',
      head: words('account'),
      cell: ({ accountId, name }) => (
        <Link href={`/finance/accounts/${accountId}${daysQuery(days)}`} className="font-medium hover:underline">
          {name}
        </Link>
      ),
    },
    { name: 'type', head: words('type'), cell: ({ type }) => label(sentence(type)) },
    ...figures.map(
      (name): Column<Row> => ({
        name,
        head: words(name),
        isFigure: true,
        cell: (row) => format.money(row[name]),
      }),
    ),
  ]
}

function Totals({ totals }: { totals: Record<Figure, Money> }) {
  const words = useWords('finance')
  const format = useFormat()
  return (
    <tr>
      <th scope="row" colSpan={3} className="px-4 py-2 text-start">
        {words('total', { currency: totals.closing.currency })}
      </th>
      {figures.map((name) => (
        <td key={name} className="px-4 py-2 text-end tabular-nums">
          {format.money(totals[name])}
        </td>
      ))}
    </tr>
  )
}

function Balanced({ totals }: { totals: FinanceTrialBalanceAnswer['totals'] }) {
  const words = useWords('finance')
  const isBalanced = totals.every(
    ({ debit, credit, closing }) => debit.amount === credit.amount && closing.amount === 0,
  )
  return <Badge tone={isBalanced ? 'good' : 'bad'}>{words(isBalanced ? 'balanced' : 'unbalanced')}</Badge>
}
