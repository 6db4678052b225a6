'use client'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { AnalyticsDashboardAnswer } from '#sdk/analytics'
import type { Money } from '#sdk/values'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

type Days = NonNullable<AnalyticsDashboardAnswer['days']>

/** Net sales a day as bars; the same figures stand in a table for those who do not see them. */
export function RevenueChart({ days }: { days: Days }) {
  const words = useWords('dashboard')
  const format = useFormat()
  const rows = days.flatMap(({ date, net }) => (net ? [{ date, net }] : []))
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
              dataKey="net.amount"
              width={72}
              tickLine={false}
              axisLine={false}
              tick={{ fill: 'var(--muted)', fontSize: 12 }}
              tickFormatter={(amount: number) => format.money({ amount, currency: rows[0]?.net.currency ?? 'EUR' })}
            />
            <Tooltip cursor={{ fill: 'var(--sunken)' }} content={<Hint />} />
            <Bar dataKey="net.amount" fill="var(--chart-1)" radius={[4, 4, 0, 0]} maxBarSize={36} />
          </BarChart>
        </ResponsiveContainer>
      </div>
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

type HintProps = { active?: boolean; payload?: readonly { payload?: { date: string; net: Money } }[] }

function Hint({ active, payload }: HintProps) {
  const format = useFormat()
  const day = payload?.[0]?.payload
  if (!active || !day) return null
  return (
    <div className="rounded-md border bg-raised px-2.5 py-1.5 shadow-raised">
      <p className="text-muted text-xs">{format.date(day.date)}</p>
      <p className="font-medium tabular-nums">{format.money(day.net)}</p>
    </div>
  )
}
