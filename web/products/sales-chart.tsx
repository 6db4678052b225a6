'use client'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import { daysOf } from './days.rules.ts'
import type { SalesDay } from './use-product-sales.ts'

/** Units a day as bars; the same figures stand in a table for those who do not see them. */
export function SalesChart({ days, period }: { days: readonly SalesDay[]; period: { from: string; to: string } }) {
  const words = useWords('product')
  const format = useFormat()
  const bars = daysOf(period).map((date) => {
    const day = days.find((each) => each.date === date)
    return {
      key: date,
      label: date.slice(8),
      // A bar's height may be inexact; the figures beside it are not.
      value: Number(day?.units ?? 0),
      hint: (
        <>
          <p className="text-muted text-xs">{format.date(date)}</p>
          <p className="font-medium tabular-nums">
            {words('sales.unitsOf', { units: format.decimal(day?.units ?? '0') })}
            {day && ` · ${format.money(day.net)}`}
          </p>
        </>
      ),
    }
  })
  return (
    <figure>
      <BarChart bars={bars} tick={(units) => format.decimal(units)} />
      <table className="sr-only">
        <caption>{words('sales.units')}</caption>
        <tbody>
          {days.map(({ date, units, net }) => (
            <tr key={date}>
              <th scope="row">{format.date(date)}</th>
              <td>{format.decimal(units)}</td>
              <td>{format.money(net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
