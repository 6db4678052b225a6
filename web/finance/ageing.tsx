'use client'
import { useState } from 'react'
import type { FinanceAgeingAnswer } from '#sdk/finance'
import type { Money } from '#sdk/values'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { buttonClasses } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { newPage } from '../console/pages.ts'
import { ages, type Side } from './ages.ts'
import { DayField } from './day-field.tsx'

type Row = FinanceAgeingAnswer['rows'][number]

/** What customers owe, or is owed to vendors, by age; every figure leads to its documents. */
export function Ageing({ side }: { side: Side }) {
  const words = useWords('finance')
  const may = useMay()
  const [date, setDate] = useState<string | undefined>()
  const query = { side, ...(date ? { date } : {}) }
  const report = useRoute('finance', 'GET /finance/reports/ageing', { query }, { keep: true })
  const columns = useColumns(side, date)
  if (report.isError) return <Failure error={report.error} retry={report.refetch} />
  const { data } = report
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3 pb-4">
        <DayField label={words('onDay')} value={date ?? data?.date} onChange={setDate} />
        <div className="flex flex-wrap gap-2">
          {may('finance.paymentEntry.create') && (
            <Link
              href={`${newPage('finance.paymentEntry')}?direction=${side === 'receivable' ? 'received' : 'made'}`}
              className={buttonClasses('plain')}
            >
              {words('newPayment')}
            </Link>
          )}
          {may('finance.invoice.create') && (
            <Link
              href={`${newPage('finance.invoice')}?kind=${side === 'receivable' ? 'customer_invoice' : 'vendor_invoice'}`}
              className={buttonClasses('primary')}
            >
              {words(side === 'receivable' ? 'newInvoice' : 'newBill')}
            </Link>
          )}
        </div>
      </div>
      <Card isFlush title={words(side)}>
        {!data ? (
          <SkeletonRows />
        ) : data.rows.length === 0 ? (
          <Empty title={words('nothingOpen')}>{words('nothingOpenSays')}</Empty>
        ) : (
          <Table
            caption={words(side)}
            columns={columns}
            rows={data.rows}
            keyOf={({ partyId, total }) => `${partyId} ${total.currency}`}
            foot={data.totals.map((totals) => <Totals key={totals.total.currency} totals={totals} />)}
          />
        )}
      </Card>
      {data && data.parties > data.rows.length && (
        <p className="pt-3 text-muted">{words('firstOf', { shown: data.rows.length, all: data.parties })}</p>
      )}
    </>
  )
}

function useColumns(side: Side, date: string | undefined): Column<Row>[] {
  const words = useWords('finance')
  const format = useFormat()
  const documents = (partyId: string, bucket?: string) =>
    `/finance/open?${new URLSearchParams({ side, partyId, ...(bucket ? { bucket } : {}), ...(date ? { date } : {}) })}`
  const figure = (partyId: string, money: Money, bucket?: string) =>
    money.amount === 0 ? (
      <span className="text-faint">–</span>
    ) : (
      <Link href={documents(partyId, bucket)} className="hover:underline">
        {format.money(money)}
      </Link>
    )
  return [
    {
      name: 'party',
      head: words(side === 'receivable' ? 'customer' : 'vendor'),
      cell: ({ partyId, name }) => (
        <Link href={documents(partyId)} className="font-medium hover:underline">
          {name}
        </Link>
      ),
    },
    ...ages.map(
      (age): Column<Row> => ({
        name: age,
        head: words(`age.${age}`),
        isFigure: true,
        cell: (row) => figure(row.partyId, row[age], age),
      }),
    ),
    {
      name: 'total',
      head: words('sum'),
      isFigure: true,
      className: 'font-medium',
      cell: ({ partyId, total }) => figure(partyId, total),
    },
  ]
}

function Totals({ totals }: { totals: FinanceAgeingAnswer['totals'][number] }) {
  const words = useWords('finance')
  const format = useFormat()
  return (
    <tr>
      <th scope="row" className="px-4 py-2 text-start">
        {words('total', { currency: totals.total.currency })}
      </th>
      {[...ages, 'total' as const].map((name) => (
        <td key={name} className="px-4 py-2 text-end tabular-nums whitespace-nowrap">
          {format.money(totals[name])}
        </td>
      ))}
    </tr>
  )
}
