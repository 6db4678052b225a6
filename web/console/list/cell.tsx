'use client'
import { type EntityDescription, type FieldDescription, useDescription } from '#web/data/description.ts'
import { Link } from '#web/ui/link.tsx'
import { recordPage } from '../pages.ts'
import { shownOf } from '../shown.rules.ts'
import { LinkedValue, Value } from '../value.tsx'
import type { ListRow } from './use-entity-list.ts'

type Props = { field: FieldDescription; row: ListRow }

/** A value in a list. What it links to is told by its title, and leads there where the person may go. */
export function Cell({ field, row }: Props) {
  const value = row[field.name]
  const { data } = useDescription()
  if (field.kind !== 'link' || typeof value !== 'string') return <LinkedValue {...shownOf(field, row)} />
  const isOpen = data?.entities.some(({ name, verbs }) => name === field.to && verbs.includes('read'))
  if (!isOpen || !field.to) return titleOf({ field, row })
  return (
    <Link href={recordPage(field.to, value)} className="relative z-[1] hover:text-accent-ink hover:underline">
      {titleOf({ field, row })}
    </Link>
  )
}

/** The value that stands for the record; its name where it has none. */
export function NameCell({ entity, field, row }: Props & { entity: EntityDescription }) {
  const value = row[field.name]
  if (value === null || value === undefined || value === '') return nameOfRow(entity, row)
  return field.kind === 'link' ? titleOf({ field, row }) : <Value {...shownOf(field, row)} />
}

const titleOf = ({ field, row }: Props): string => row.titles?.[field.name] ?? String(row[field.name]).slice(-8)

/** What a record is called in its list. */
export function nameOfRow(entity: EntityDescription, row: ListRow): string {
  const title = row[entity.title]
  if (typeof title === 'string' && title && entity.title !== 'id') return title
  const told = Object.values(row.titles ?? {})
  return told.length > 0 ? told.slice(0, 2).join(' · ') : row.id.slice(-8)
}
