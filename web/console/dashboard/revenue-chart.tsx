'use client'
import type { AnalyticsDashboardAnswer } from '#sdk/analytics'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

type Days = NonNullable<AnalyticsDashboardAnswer['days']>

/** Net sales a day as bars; the same figures stand in a table for those who do not see them. */
export function RevenueChart({ days }: { days: Days }) {
  const words = useWords('dashboard')
  const format = useFormat()
  const rows = days.flatMap(({ date, net }) => (net ? [{ date, net }] : []))
  const currency = rows[0]?.net.currency ?? 'EUR'
  const bars = rows.map(({ date, net }) => ({
    key: date,
    label: date.slice(8),
    value: net.amount,
    hint: (
      <>
        <p className="text-muted text-xs">{format.date(date)}</p>
        <p className="font-medium tabular-nums">{format.money(net)}</p>
      </>
    ),
  }))
  return (
    <figure>
      <BarChart bars={bars} tick={(amount) => format.money({ amount, currency })} />
      <table className="sr-only">
        <caption>{words('revenue')}</caption>
        <tbody>
          {rows.map(({ date, net }) => (
            <tr key={date}>
              <th scope="row">{format.date(date)}</th>
              <td>{format.money(net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
