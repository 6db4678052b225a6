'use client'
/** Whole numbers, and exact decimals as text. */
import { Input } from '#web/ui/field.tsx'
import { useLocale } from '#web/words/words.tsx'
import type { InputProps } from './input.ts'
import { decimalsOf, marksOf, readDecimal, typedDecimal } from './numbers.rules.ts'
import { useTyped } from './typed.ts'

export function IntegerInput({ value, onChange, described, isDisabled }: InputProps) {
  const marks = marksOf(useLocale())
  const typed = useTyped<number>({
    value,
    onChange,
    read: (text) => {
      const plain = readDecimal(text, marks)
      return plain === undefined || decimalsOf(plain) > 0 || !Number.isSafeInteger(Number(plain))
        ? undefined
        : Number(plain)
    },
    show: String,
  })
  return (
    <Input
      {...described}
      {...typed}
      inputMode="numeric"
      autoComplete="off"
      disabled={isDisabled}
      className="tabular-nums"
    />
  )
}

/** A quantity or a rate, with at most the decimals that its unit has. */
export function DecimalInput({ field, value, onChange, described, isDisabled }: InputProps) {
  const marks = marksOf(useLocale())
  const typed = useTyped<string>({
    value,
    onChange,
    read: (text) => {
      const plain = readDecimal(text, marks)
      return plain === undefined || decimalsOf(plain) > (field.scale ?? 6) ? undefined : plain
    },
    show: (plain) => typedDecimal(plain, marks),
  })
  return (
    <Input
      {...described}
      {...typed}
      inputMode={field.scale === 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      disabled={isDisabled}
      className="tabular-nums"
      after={field.name === 'percent' ? '%' : undefined}
    />
  )
}
