'use client'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'

export type Days = { from?: string | undefined; to?: string | undefined }

/** From one day to another. Empty is what the report takes by itself: the fiscal year up to today. */
export function DayRange({
  days,
  onChange,
  shown,
}: {
  days: Days
  onChange: (days: Days) => void
  shown?: Days | undefined
}) {
  const words = useWords('finance')
  return (
    <div className="flex flex-wrap items-end gap-3 pb-4">
      <Field label={words('from')}>
        {(field) => (
          <Input
            {...field}
            type="date"
            value={days.from ?? shown?.from ?? ''}
            onChange={(event) => onChange({ ...days, from: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label={words('to')}>
        {(field) => (
          <Input
            {...field}
            type="date"
            value={days.to ?? shown?.to ?? ''}
            onChange={(event) => onChange({ ...days, to: event.target.value || undefined })}
          />
        )}
      </Field>
    </div>
  )
}

/** The days as a part of an address, so that a figure leads to the lines of the same days. */
export const daysQuery = ({ from, to }: Days): string => {
  const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) }).toString()
  return query && `?${query}`
}
