'use client'
import { useState } from 'react'
import { MoneyField, useReadMoney } from '#web/till/parts/money-field.tsx'
import { denominationsOf } from '#web/till/sell/tender.rules.ts'
import type { Money } from '#web/till/values.ts'
import { Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

export type Counted = { amount: Money; denominations?: { value: Money; count: number }[] }

/** What was counted: by notes and coins, or as one amount. `onChange` gets undefined for what is no amount. */
export function CashCount({
  label,
  currency,
  onChange,
}: {
  label: string
  currency: string
  onChange: (counted: Counted | undefined) => void
}) {
  const words = useWords('till')
  const format = useFormat()
  const read = useReadMoney(currency)
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({})
  const [typed, setTyped] = useState('')
  const values = denominationsOf(currency)
  const total = totalOf(counts)
  const count = (value: number, text: string) => {
    const next = { ...counts, [value]: text.replace(/\D/g, '').slice(0, 6) }
    setCounts(next)
    setTyped('')
    onChange(countedOf(next, currency))
  }
  const type = (text: string) => {
    setTyped(text)
    setCounts({})
    const amount = read(text)
    onChange(amount && amount.amount >= 0 ? { amount } : undefined)
  }
  const hasCounts = Object.values(counts).some((text) => text !== '')
  return (
    <div className="flex flex-col gap-4">
      <table className="w-full">
        <caption className="pb-2 text-start font-medium">{words('count.caption')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{words('count.value')}</th>
            <th scope="col">{words('count.pieces')}</th>
            <th scope="col">{words('count.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => {
            const money = format.money({ amount: value, currency })
            return (
              <tr key={value} className="border-t">
                <th scope="row" className="py-1 pe-3 text-start font-normal tabular-nums">
                  {money}
                </th>
                <td className="w-28 py-1">
                  <Input
                    aria-label={words('count.of', { value: money })}
                    inputMode="numeric"
                    autoComplete="off"
                    value={counts[value] ?? ''}
                    placeholder="0"
                    onChange={(event) => count(value, event.target.value)}
                    className="h-11 text-end tabular-nums"
                  />
                </td>
                <td className="py-1 ps-3 text-end text-muted tabular-nums">
                  {format.money({ amount: value * Number(counts[value] || 0), currency })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {hasCounts ? (
        <p className="flex items-baseline justify-between border-t pt-3 font-semibold text-lg">
          {label}
          <output className="tabular-nums">{format.money({ amount: total, currency })}</output>
        </p>
      ) : (
        <MoneyField label={label} value={typed} onChange={type} currency={currency} />
      )}
    </div>
  )
}

const totalOf = (counts: Readonly<Record<number, string>>): number =>
  Object.entries(counts).reduce((sum, [value, count]) => sum + Number(value) * Number(count || 0), 0)

function countedOf(counts: Readonly<Record<number, string>>, currency: string): Counted {
  const denominations = Object.entries(counts)
    .filter(([, count]) => Number(count) > 0)
    .map(([value, count]) => ({ value: { amount: Number(value), currency }, count: Number(count) }))
  return { amount: { amount: totalOf(counts), currency }, ...(denominations.length > 0 ? { denominations } : {}) }
}
