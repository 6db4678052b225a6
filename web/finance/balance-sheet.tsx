'use client'
import { useState } from 'react'
import type { FinanceBalanceSheetAnswer } from '#sdk/finance'
import { useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { DayField } from './day-field.tsx'
import { ReportPart } from './report-part.tsx'

const sections = [
  { section: 'asset', total: 'assets' },
  { section: 'liability', total: 'liabilities' },
  { section: 'equity', total: 'equity' },
] as const

/** What the company has beside what it owes and is worth; every figure leads to the lines that it is the sum of. */
export function BalanceSheet() {
  const words = useWords('finance')
  const [date, setDate] = useState<string | undefined>()
  const query = date ? { date } : {}
  const report = useRoute('finance', 'GET /finance/reports/balance-sheet', { query }, { keep: true })
  if (report.isError) return <Failure error={report.error} retry={report.refetch} />
  const { data } = report
  const days = data && { to: data.date }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3 pb-4">
        <DayField label={words('onDay')} value={date ?? data?.date} onChange={setDate} />
        {data && data.rows.length > 0 && <Balanced totals={data.totals} />}
      </div>
      {!data ? (
        <Card>
          <SkeletonRows />
        </Card>
      ) : data.rows.length === 0 ? (
        <Card>
          <Empty title={words('empty')}>{words('emptySays')}</Empty>
        </Card>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {sections.map(({ section, total }) => (
            <div key={section} className={section === 'asset' ? 'lg:row-span-2' : undefined}>
              <ReportPart
                title={words(total)}
                rows={data.rows.filter((row) => row.section === section).map(named(words('resultOfYear')))}
                totals={data.totals.map((totals) => totals[total])}
                days={days ?? {}}
              />
            </div>
          ))}
        </div>
      )}
    </>
  )
}

/** The row without an account is called by the pages, in the reader's language. */
const named =
  (name: string) =>
  <R extends { accountId?: string | null | undefined; name: string }>(row: R): R =>
    !row.accountId ? { ...row, name } : row

function Balanced({ totals }: { totals: FinanceBalanceSheetAnswer['totals'] }) {
  const words = useWords('finance')
  const format = useFormat()
  const off = totals.find(({ difference }) => difference.amount !== 0)
  return (
    <Badge tone={off ? 'bad' : 'good'}>
      {off ? `${words('unbalanced')} (${format.money(off.difference)})` : words('balanced')}
    </Badge>
  )
}
