'use client'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import { daysOf } from './days.rules.ts'
import type { SalesDay } from './use-product-sales.ts'

type Row = { date: string; units: number; day: SalesDay | undefined }

/** Units a day as bars; the same figures stand in a table for those who do not see them. */
export function SalesChart({ days, period }: { days: readonly SalesDay[]; period: { from: string; to: string } }) {
  const words = useWords('product')
  const format = useFormat()
  const rows = daysOf(period).map((date): Row => {
    const day = days.find((each) => each.date === date)
    // A bar's height may be inexact; the figures beside it are not.
    return { date, units: Number(day?.units ?? 0), day }
  })
  return (
    <figure>
      <div className="h-64" dir="ltr" aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={rows} margin={{ top: 8, right: 4, bottom: 0, left: 4 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="date"
              tickFormatter={(date: string) => date.slice(8)}
              tickLine={false}
              axisLine={false}
              tick={{ fill: 'var(--muted)', fontSize: 12 }}
            />
            <YAxis
              width={48}
              allowDecimals={false}
              tickLine={false}
              axisLine={false}
              tick={{ fill: 'var(--muted)', fontSize: 12 }}
              tickFormatter={(units: number) => format.decimal(units)}
            />
            <Tooltip cursor={{ fill: 'var(--sunken)' }} content={<Hint />} />
            <Bar dataKey="units" fill="var(--chart-1)" radius={[4, 4, 0, 0]} maxBarSize={36} />
          </BarChart>
        </ResponsiveContainer>
      </div>
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

function Hint({ active, payload }: { active?: boolean; payload?: readonly { payload?: Row }[] }) {
  const format = useFormat()
  const words = useWords('product')
  const row = payload?.[0]?.payload
  if (!active || !row) return null
  return (
    <div className="rounded-md border bg-raised px-2.5 py-1.5 shadow-raised">
      <p className="text-muted text-xs">{format.date(row.date)}</p>
      <p className="font-medium tabular-nums">
        {words('sales.unitsOf', { units: format.decimal(row.day?.units ?? '0') })}
        {row.day && ` · ${format.money(row.day.net)}`}
      </p>
    </div>
  )
}
