'use client'
import { Field, Input } from '#web/ui/field.tsx'

/** One day; empty is what the report takes by itself. */
export function DayField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}) {
  return (
    <Field label={label}>
      {(field) => (
        <Input
          {...field}
          type="date"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  )
}
