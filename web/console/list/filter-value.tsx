'use client'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCurrency } from '#web/data/company.ts'
import type { FieldDescription } from '#web/data/description.ts'
import { Checkbox, Field, Select } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { FieldInput } from '../inputs/inputs.tsx'
import { sentence } from '../value.tsx'
import { periods } from './days.ts'
import { LinkText } from './filter-text.tsx'
import { askedField, fromInput, toInput } from './filter-values.ts'
import type { Draft } from './filters.ts'

type Props = {
  field: FieldDescription
  draft: Draft
  onChange: (draft: Draft) => void
  onUnreadable: (isUnreadable: boolean) => void
}

/** The value of a filter, asked for as its field and operator need it. */
export function FilterValue(props: Props) {
  const { field, draft, onChange } = props
  switch (draft.choice) {
    case 'isEmpty':
    case 'notEmpty':
      return null
    case 'period':
      return <PeriodValue draft={draft} onChange={onChange} />
    case 'between':
      return (
        <div className="grid grid-cols-2 gap-2">
          <OneInput {...props} part="value" />
          <OneInput {...props} part="until" />
        </div>
      )
    case 'in':
      return field.kind === 'link' ? <Links {...props} /> : <Words {...props} />
    default:
      return field.kind === 'boolean' ? <YesNo {...props} /> : <OneInput {...props} part="value" />
  }
}

function OneInput({ field, draft, onChange, onUnreadable, part }: Props & { part: 'value' | 'until' }) {
  const words = useWords('list')
  const format = useFormat()
  const currency = useCurrency()
  // What was typed and cannot be read stays in the input, and only there.
  const [odd, setOdd] = useState<unknown>()
  const digits = currency ? format.currencyDigits(currency) : 2
  const name = words(draft.choice !== 'between' ? 'filter.value' : part === 'value' ? 'filter.from' : 'filter.until')
  const label = field.kind === 'money' && currency ? `${name} (${currency})` : name
  return (
    <FieldInput
      field={{ ...askedField(field, digits), label }}
      value={odd ?? toInput(field, draft[part], digits)}
      onChange={(value) => {
        const text = fromInput(field, value, digits)
        setOdd(text === undefined ? value : undefined)
        onUnreadable(text === undefined)
        if (text !== undefined) onChange({ ...draft, [part]: text })
      }}
    />
  )
}

function PeriodValue({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const words = useWords('list')
  return (
    <Field label={words('filter.value')}>
      {(described) => (
        <Select
          {...described}
          value={draft.value}
          onChange={(event) => onChange({ ...draft, value: event.currentTarget.value })}
        >
          <option value="">–</option>
          {periods.map((period) => (
            <option key={period} value={`@${period}`}>
              {words(`period.${period}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function YesNo({ draft, onChange }: Props) {
  const words = useWords('list')
  const label = useLabel()
  return (
    <Field label={words('filter.value')}>
      {(described) => (
        <Select
          {...described}
          value={draft.value}
          onChange={(event) => onChange({ ...draft, value: event.currentTarget.value })}
        >
          <option value="">–</option>
          <option value="true">{label('Yes')}</option>
          <option value="false">{label('No')}</option>
        </Select>
      )}
    </Field>
  )
}

const listOf = (value: string): string[] => value.split(',').filter(Boolean)

function Words({ field, draft, onChange }: Props) {
  const label = useLabel()
  const chosen = listOf(draft.value)
  const options = Array.isArray(field.of) ? (field.of as readonly string[]) : []
  return (
    <fieldset className="flex max-h-56 flex-col gap-1.5 overflow-y-auto">
      <legend className="sr-only">{label(field.label)}</legend>
      {options.map((word) => (
        <Checkbox
          key={word}
          label={label(sentence(word))}
          checked={chosen.includes(word)}
          onChange={(event) => {
            const isOn = event.currentTarget.checked
            const next = options.filter((each) => (each === word ? isOn : chosen.includes(each)))
            onChange({ ...draft, value: next.join(',') })
          }}
        />
      ))}
    </fieldset>
  )
}

function Links({ field, draft, onChange }: Props) {
  const words = useWords('list')
  const chosen = listOf(draft.value)
  const set = (ids: string[]) => onChange({ ...draft, value: ids.join(',') })
  return (
    <div className="flex flex-col gap-2">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {chosen.map((id) => (
            <li key={id} className="flex max-w-full items-center gap-1 rounded-md bg-sunken ps-2 pe-1">
              <span className="truncate">
                <LinkText entity={field.to ?? ''} id={id} />
              </span>
              <button
                type="button"
                aria-label={words('filter.remove')}
                className="flex size-6 items-center justify-center text-muted hover:text-ink"
                onClick={() => set(chosen.filter((each) => each !== id))}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <FieldInput
        field={{ ...askedField(field, 0), label: words('filter.value') }}
        value={null}
        onChange={(id) => {
          if (typeof id === 'string' && !chosen.includes(id)) set([...chosen, id])
        }}
      />
    </div>
  )
}
