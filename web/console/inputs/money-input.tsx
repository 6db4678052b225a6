'use client'
import { useState } from 'react'
import { currencies } from '#engines/currency'
import type { Money } from '#sdk/values'
import { useCurrency } from '#web/data/company.ts'
import { Input, Select } from '#web/ui/field.tsx'
import { useLocale, useWords } from '#web/words/words.tsx'
import { type InputProps, isUnreadable } from './input.ts'
import { marksOf, readMoney, typedMoney } from './numbers.rules.ts'
import { useTyped } from './typed.ts'

/** An amount with its currency: it takes the decimals that the currency has, and no others. */
export function MoneyInput({ value, onChange, described, isDisabled, label, currency: preset }: InputProps) {
  const words = useWords('inputs')
  const marks = marksOf(useLocale())
  const ofCompany = useCurrency()
  const [chosen, choose] = useState<string | undefined>()
  const given = isMoney(value) ? value.currency : undefined
  const currency = given ?? chosen ?? preset ?? ofCompany ?? ''
  const typed = useTyped<Money>({
    value,
    onChange,
    read: (text) => (currency ? readMoney(text, currency, marks) : undefined),
    show: (money) => typedMoney(money, marks),
  })
  const change = (next: string) => {
    choose(next)
    const text = isUnreadable(value) ? value.unreadable : typed.value
    if (text.trim() !== '') onChange(readMoney(text, next, marks) ?? { unreadable: text })
  }
  return (
    <span className="flex min-w-0 gap-1">
      <span className="min-w-0 flex-1">
        <Input
          {...described}
          {...typed}
          inputMode="decimal"
          autoComplete="off"
          disabled={isDisabled}
          className="tabular-nums"
        />
      </span>
      <span className="w-23 shrink-0">
        <Select
          aria-label={words('currencyOf', { label })}
          value={currency}
          disabled={isDisabled}
          onChange={(event) => change(event.target.value)}
        >
          {currency === '' && <option value="">–</option>}
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
      </span>
    </span>
  )
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'currency' in value && typeof value.currency === 'string'
