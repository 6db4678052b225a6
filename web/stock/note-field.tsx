'use client'
import { CircleAlert } from 'lucide-react'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'

export function NoteField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const words = useWords('stock')
  return (
    <Field label={words('note')} className="min-w-56 flex-1">
      {(described) => (
        <Input {...described} maxLength={500} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

/** Why it was not booked. */
export function ProblemNote({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <p role="alert" className="flex items-start gap-2 rounded-lg bg-bad-soft px-3 py-2 text-bad-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {text}
    </p>
  )
}
