'use client'
/** Days, moments and times of day, by the browser's own pickers. */
import { Input } from '#web/ui/field.tsx'
import type { InputProps } from './input.ts'
import { fromLocal, toLocal } from './moments.rules.ts'

function picker(type: 'date' | 'time') {
  return function Picker({ value, onChange, described, isDisabled }: InputProps) {
    return (
      <Input
        {...described}
        type={type}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value || null)}
        disabled={isDisabled}
      />
    )
  }
}

export const DateInput = picker('date')
export const TimeInput = picker('time')

/** A moment, chosen on the clock of the person and sent in UTC. */
export function InstantInput({ value, onChange, described, isDisabled }: InputProps) {
  return (
    <Input
      {...described}
      type="datetime-local"
      value={toLocal(value)}
      onChange={(event) => onChange(fromLocal(event.target.value))}
      disabled={isDisabled}
    />
  )
}
