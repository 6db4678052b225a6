'use client'
/** One of some words, and yes or no. */
import { Select } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { InputProps } from './input.ts'
import { sentence } from './sentence.ts'

export function ChoiceInput({ field, value, onChange, described, isDisabled }: InputProps) {
  const words = useWords('inputs')
  const label = useLabel()
  const options = Array.isArray(field.of) ? (field.of as readonly string[]) : []
  const isChosen = typeof value === 'string' && value !== ''
  return (
    <Select
      {...described}
      value={isChosen ? value : ''}
      onChange={(event) => onChange(event.target.value || null)}
      disabled={isDisabled}
    >
      {(!field.required || !isChosen) && <option value="">{field.required ? words('choose') : words('none')}</option>}
      {options.map((word) => (
        <option key={word} value={word}>
          {label(sentence(word))}
        </option>
      ))}
    </Select>
  )
}

/** Where no answer is an answer too, three words to choose from; where there must be one, a box to tick. */
export function BooleanInput({ field, value, onChange, described, isDisabled }: InputProps) {
  const words = useWords('inputs')
  if (field.required) {
    return (
      <input
        {...described}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
        disabled={isDisabled}
        className="size-4 rounded accent-accent"
      />
    )
  }
  return (
    <Select
      {...described}
      value={typeof value === 'boolean' ? String(value) : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}
      disabled={isDisabled}
    >
      <option value="">{words('none')}</option>
      <option value="true">{words('yes')}</option>
      <option value="false">{words('no')}</option>
    </Select>
  )
}
