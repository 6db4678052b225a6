'use client'
import type { Money } from '#sdk/values'
import type { FieldDescription } from '#web/data/description.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLabel } from '#web/words/words.tsx'
import { sentence } from './inputs/sentence.ts'

export { sentence }

/** A field's value as people read it. */
export function Value({ field, value }: { field: FieldDescription; value: unknown }) {
  const format = useFormat()
  const label = useLabel()
  if (value === null || value === undefined || value === '') return <span className="text-faint">–</span>
  switch (field.kind) {
    case 'money':
      return <span className="tabular-nums">{format.money(value as Money)}</span>
    case 'quantity':
    case 'rate':
    case 'integer':
      return <span className="tabular-nums">{format.decimal(value as string)}</span>
    case 'state':
      return <Badge tone={toneOf(String(value))}>{label(sentence(String(value)))}</Badge>
    case 'choice':
      return <>{label(sentence(String(value)))}</>
    case 'boolean':
      return <>{label(value ? 'Yes' : 'No')}</>
    case 'date':
      return <>{format.date(String(value))}</>
    case 'instant':
      return <>{format.moment(String(value))}</>
    case 'tags':
      return <>{(value as string[]).join(', ')}</>
    case 'list':
    case 'group':
    case 'record':
      return <code className="text-xs">{JSON.stringify(value)}</code>
    default:
      return <>{String(value)}</>
  }
}
