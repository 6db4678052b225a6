'use client'
import type { Money } from '#sdk/values'
import { type FieldDescription, useDescription } from '#web/data/description.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useLabel } from '#web/words/words.tsx'
import { isEmpty, isTable, isUnreadable } from './inputs/input.ts'
import { useTitle } from './inputs/link-search.ts'
import { sentence } from './inputs/sentence.ts'
import { asLink } from './inputs/soft-links.ts'
import { recordPage } from './pages.ts'

export { sentence }

const Nothing = () => <span className="text-faint">–</span>

/** A field's value as people read it, in one line. */
export function Value({ field, value }: { field: FieldDescription; value: unknown }) {
  const format = useFormat()
  const label = useLabel()
  if (value === null || value === undefined || value === '') return <Nothing />
  if (isUnreadable(value)) return <>{value.unreadable}</>
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
      return Array.isArray(value) && value.length > 0 ? value.join(', ') : <Nothing />
    case 'list':
    case 'group':
      return <Parts field={field} value={value} />
    case 'record':
      return <code className="text-xs">{JSON.stringify(value)}</code>
    default:
      return <>{String(value)}</>
  }
}

/** What is inside a group or a list, in words and not in brackets. */
function Parts({ field, value }: { field: FieldDescription; value: unknown }) {
  const label = useLabel()
  if (isEmpty(value)) return <Nothing />
  if (Array.isArray(value)) {
    const item = field.of && !Array.isArray(field.of) ? (field.of as FieldDescription) : undefined
    return (
      <ul className="flex flex-col gap-0.5">
        {value.map((each, index) => (
          <li key={`${field.name} ${String(index)}`}>
            {item ? <Value field={item} value={each} /> : JSON.stringify(each)}
          </li>
        ))}
      </ul>
    )
  }
  if (!isTable(value)) return <>{String(value)}</>
  const given = (field.fields ?? []).filter(({ name }) => !isEmpty(value[name]))
  return (
    <span>
      {given.map((part, index) => (
        <span key={part.name} className="whitespace-pre-line">
          {index > 0 && ' · '}
          <span className="text-muted">{label(part.label)}</span> <Value field={part} value={value[part.name]} />
        </span>
      ))}
    </span>
  )
}

/** The same, where a link leads to its record under the record's title. */
export function LinkedValue({
  field: given,
  value,
  title,
}: {
  field: FieldDescription
  value: unknown
  /** Of the record that it leads to, where it is known. */
  title?: string | undefined
}) {
  const field = asLink(given)
  if (field.kind !== 'link' || typeof value !== 'string' || !field.to) return <Value field={field} value={value} />
  return <RecordLink entity={field.to} id={value} title={title} />
}

export function RecordLink({ entity, id, title }: { entity: string; id: string; title?: string | undefined }) {
  const isReadable = useDescription().data?.entities.some(
    ({ name, verbs }) => name === entity && verbs.includes('read'),
  )
  const shown = useTitle(entity, id, title) ?? id
  if (!isReadable) return <>{shown}</>
  return (
    <Link href={recordPage(entity, id)} className="text-accent-ink hover:underline">
      {shown}
    </Link>
  )
}
