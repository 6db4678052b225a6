'use client'
/** Which columns a list shows: those of the address, of the view, of the person, or its own. */
import { useSyncExternalStore } from 'react'
import type { EntityDescription, FieldDescription } from '#web/data/description.ts'
import { useMe } from '#web/data/me.ts'

const stamps: FieldDescription[] = [
  { name: 'createdAt', kind: 'instant', label: 'Created', required: true },
  { name: 'updatedAt', kind: 'instant', label: 'Changed', required: true },
]

/** Fields that can stand in a list. */
export const fieldsOfList = ({ fields }: EntityDescription): FieldDescription[] => [
  ...fields.filter(({ kind }) => kind !== 'secret'),
  ...stamps,
]

/** Fields that a list can be filtered by. */
export const filterFieldsOf = (entity: EntityDescription): FieldDescription[] =>
  fieldsOfList(entity).filter(({ name }) => entity.filters.includes(name))

/** The fields of the names, in their order; names that mean nothing (any more) are left out. */
export function columnsOf(entity: EntityDescription, names: readonly string[] | null): FieldDescription[] {
  const fields = fieldsOfList(entity)
  const found = (names ?? []).flatMap((name) => fields.find((field) => field.name === name) ?? [])
  if (found.length > 0) return found
  const usual = entity.list.flatMap((name) => fields.find((field) => field.name === name) ?? [])
  return usual.length > 0 ? usual : fields.slice(0, 5)
}

export const isNumber = ({ kind }: FieldDescription): boolean => ['money', 'quantity', 'rate', 'integer'].includes(kind)

const watchers = new Set<() => void>()
const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The person's own columns of a list, kept by this browser. */
export function useOwnColumns(entity: string): [string[] | null, (names: string[] | null) => void] {
  const { data: me } = useMe()
  const key = `entrepot.columns.${me?.id ?? ''}.${entity}`
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key),
    () => null,
  )
  const keep = (names: string[] | null) => {
    if (names) localStorage.setItem(key, names.join(','))
    else localStorage.removeItem(key)
    for (const watcher of watchers) watcher()
  }
  return [text ? text.split(',') : null, keep]
}
