'use client'
import { type FormEvent, useState } from 'react'
import type { FieldDescription } from '#web/data/description.ts'
import { Button } from '#web/ui/button.tsx'
import { Field, Select } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { FieldPicker } from './field-picker.tsx'
import { FilterValue } from './filter-value.tsx'
import { type Choice, choicesOf, type Draft, toFilters } from './filters.ts'

type Props = {
  fields: readonly FieldDescription[]
  /** The filter that is changed; a new one begins with its field. */
  draft: Draft | undefined
  onApply: (draft: Draft) => void
  onRemove?: () => void
}

/** Field, operator and value of one filter, each asked for when the one before is known. */
export function FilterEditor({ fields, draft, onApply, onRemove }: Props) {
  const [current, setCurrent] = useState(draft)
  const field = fields.find(({ name }) => name === current?.field)
  if (!current || !field) {
    return (
      <FieldPicker
        fields={fields}
        onPick={(picked) =>
          setCurrent({ field: picked.name, choice: choicesOf(picked)[0] ?? 'eq', value: '', until: '' })
        }
      />
    )
  }
  return (
    <OneFilter
      field={field}
      draft={current}
      onChange={setCurrent}
      onApply={onApply}
      {...(onRemove ? { onRemove } : {})}
    />
  )
}

function OneFilter({
  field,
  draft,
  onChange,
  onApply,
  onRemove,
}: {
  field: FieldDescription
  draft: Draft
  onChange: (draft: Draft) => void
  onApply: (draft: Draft) => void
  onRemove?: () => void
}) {
  const words = useWords('list')
  const label = useLabel()
  const [isUnreadable, setUnreadable] = useState(false)
  const isComplete = !isUnreadable && toFilters(draft).length > 0
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete) onApply(draft)
  }
  const setChoice = (choice: Choice) => {
    // Words of another kind of choice, such as a period, are no value of this one.
    const keeps = choice !== 'period' && draft.choice !== 'period' && choice !== 'in' && draft.choice !== 'in'
    onChange({ ...draft, choice, value: keeps ? draft.value : '', until: '' })
  }
  return (
    <form onSubmit={apply} className="flex w-72 max-w-full flex-col gap-3">
      <Field label={label(field.label)}>
        {(described) => (
          <Select
            {...described}
            value={draft.choice}
            onChange={(event) => setChoice(event.currentTarget.value as Choice)}
          >
            {choicesOf(field).map((choice) => (
              <option key={choice} value={choice}>
                {words(`choice.${choice}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <FilterValue field={field} draft={draft} onChange={onChange} onUnreadable={setUnreadable} />
      <div className="flex justify-between gap-2">
        {onRemove ? (
          <Button look="quiet" onClick={onRemove}>
            {words('filter.remove')}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" look="primary" disabled={!isComplete}>
          {words('filter.apply')}
        </Button>
      </div>
    </form>
  )
}
