'use client'
import type { Money } from '#sdk/values'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { type Days, daysQuery } from './day-range.tsx'

/** A figure of a report; what has no account is made up of several. */
export type PartRow = { accountId?: string | null | undefined; code: string; name: string; amount: Money }

/** A part of a report with its sums; every account leads to its lines of the same days. */
export function ReportPart({
  title,
  rows,
  totals,
  days,
}: {
  title: string
  rows: readonly PartRow[]
  totals: readonly Money[]
  days: Days
}) {
  const words = useWords('finance')
  const format = useFormat()
  const columns: Column<PartRow>[] = [
    {
      name: 'code',
      head: words('code'),
      cell: ({ code }) => <span className="tabular-nums">{code}</span>,
      className: 'w-24',
    },
    {
      name: 'account',
      head: words('account'),
      cell: ({ accountId, name }) =>
        !accountId ? (
          <span className="font-medium">{name}</span>
        ) : (
          <Link href={`/finance/accounts/${accountId}${daysQuery(days)}`} className="font-medium hover:underline">
            {name}
          </Link>
        ),
    },
    { name: 'amount', head: words('amount'), isFigure: true, cell: ({ amount }) => format.money(amount) },
  ]
  return (
    <Card title={title} isFlush>
      <Table
        caption={title}
        columns={columns}
        rows={rows}
        keyOf={({ accountId, amount }) => `${accountId} ${amount.currency}`}
        foot={totals.map((total) => (
          <tr key={total.currency}>
            <th scope="row" colSpan={2} className="px-4 py-2 text-start">
              {words('total', { currency: total.currency })}
            </th>
            <td className="px-4 py-2 text-end tabular-nums">{format.money(total)}</td>
          </tr>
        ))}
      />
    </Card>
  )
}
