'use client'
import type { Ref } from 'react'
import { marksOf, readMoney } from '#web/console/inputs/numbers.rules.ts'
import type { Money } from '#web/till/values.ts'
import { Field, Input } from '#web/ui/field.tsx'
import { useLocale } from '#web/words/words.tsx'

/** An amount as it is typed, in the till's currency; tall enough for a finger. */
export function MoneyField({
  label,
  value,
  onChange,
  currency,
  error,
  ref,
  autoFocus,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  currency: string
  error?: string | undefined
  ref?: Ref<HTMLInputElement>
  autoFocus?: boolean
}) {
  return (
    <Field label={label} error={error}>
      {(described) => (
        <Input
          {...described}
          {...(ref ? { ref } : {})}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          autoFocus={autoFocus ?? false}
          after={<span className="text-xs">{currency}</span>}
          className="h-12 text-lg tabular-nums"
        />
      )}
    </Field>
  )
}

/** Reads what was typed as money of the currency. */
export function useReadMoney(currency: string): (text: string) => Money | undefined {
  const marks = marksOf(useLocale())
  return (text) => readMoney(text, currency, marks)
}
