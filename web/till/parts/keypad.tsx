'use client'
import { Delete } from 'lucide-react'
import { marksOf } from '#web/console/inputs/numbers.rules.ts'
import { classes } from '#web/ui/classes.ts'
import { useLocale, useWords } from '#web/words/words.tsx'

const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const
const key =
  'flex h-14 items-center justify-center rounded-lg border bg-surface font-medium text-xl tabular-nums select-none hover:bg-sunken active:bg-accent-soft'

/** Digits for fingers. Works on a text, as the keyboard does; `noDecimals` for what comes in whole pieces. */
export function Keypad({
  value,
  onChange,
  noDecimals,
}: {
  value: string
  onChange: (value: string) => void
  noDecimals?: boolean
}) {
  const words = useWords('till')
  const { decimal } = marksOf(useLocale())
  const type = (sign: string) => onChange(value + sign)
  return (
    <div dir="ltr" className="grid grid-cols-3 gap-2">
      {digits.map((digit) => (
        <button key={digit} type="button" className={key} onClick={() => type(digit)}>
          {digit}
        </button>
      ))}
      <button
        type="button"
        className={classes(key, 'disabled:opacity-40')}
        disabled={noDecimals || value.includes(decimal)}
        onClick={() => type(value === '' ? `0${decimal}` : decimal)}
      >
        {noDecimals ? '' : decimal}
        <span className="sr-only">{words('decimal')}</span>
      </button>
      <button type="button" className={key} onClick={() => type('0')}>
        0
      </button>
      <button
        type="button"
        className={key}
        aria-label={words('backspace')}
        onClick={() => onChange(value.slice(0, -1))}
      >
        <Delete aria-hidden className="size-5" />
      </button>
    </div>
  )
}
