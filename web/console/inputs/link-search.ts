'use client'
/** Finding the record that a link should lead to: by words, or among those chosen lately. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '#web/data/client.ts'
import { type EntityDescription, useEntity } from '#web/data/description.ts'
import { type AnyRecord, type ListRequest, useList } from '#web/data/queries.ts'
import { nameOfPerson, person, useFoundPeople } from './people-search.ts'

export type Found = { id: string; title: string; detail: string }

const pauseMs = 200
const most = 20

/** The value once it has rested. */
export function useRested<T>(value: T, ms = pauseMs): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}

/** Records that match the words; the first ones by title when there are none. */
export function useFound(name: string, typed: string, isOpen: boolean) {
  const entity = useEntity(name)
  const q = useRested(typed.trim())
  const isPerson = name === person
  const people = useFoundPeople(q, isOpen && isPerson)
  const mayList = isPerson ? people.mayList : entity?.verbs.includes('list') === true
  const list = useList(name, isOpen && entity && mayList ? entity.path : undefined, entity ? requestFor(entity, q) : {})
  const isPending = list.isFetching || people.isFetching || q !== typed.trim()
  const records = entity && list.data ? list.data.data.map((row) => foundOf(entity, row)) : []
  const all: Found[] = isPerson ? people.all : records
  // Until the answer is there, what was found before is shown as far as it matches: Enter must not take another one.
  const found = isPending ? all.filter((each) => hasWords(each, typed)) : all
  return { found, entity, isPending, error: list.error ?? people.error, mayList }
}

const hasWords = ({ title, detail }: Found, typed: string): boolean => {
  const text = `${title} ${detail}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function requestFor({ isSearchable, title, filters, sorts }: EntityDescription, q: string): ListRequest {
  const sort = q === '' && sorts.includes(title) ? { sort: title } : {}
  if (q === '') return { limit: most, ...sort }
  if (isSearchable) return { limit: most, q }
  return filters.includes(title) ? { limit: most, filter: { [title]: { contains: q } } } : { limit: most }
}

/** A record as a line of the picker: its title, and what tells it from others of the same name. */
export function foundOf({ title, fields, list }: EntityDescription, row: AnyRecord): Found {
  const isTelling = ({ name, kind }: EntityDescription['fields'][number]) =>
    name !== title && (kind === 'code' || kind === 'text' || kind === 'email') && list.includes(name)
  const detail = fields.filter(isTelling).flatMap(({ name }) => (row[name] ? [String(row[name])] : []))
  return { id: row.id, title: String(row[title] ?? row.id), detail: detail.slice(0, 2).join(' · ') }
}

/** What a record is called, for a link of which only the id is known. */
export function useTitle(entity: string, id: string | undefined, known: string | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: [entity, 'title', id],
    queryFn: ({ signal }) => titleOf(entity, id ?? '', signal),
    enabled: id !== undefined && known === undefined && entity !== '',
    staleTime: 60_000,
  })
  return known ?? data ?? undefined
}

/** Null where nobody says it. */
async function titleOf(entity: string, id: string, signal: AbortSignal): Promise<string | null> {
  if (entity === person) return nameOfPerson(id, signal)
  const { titles } = await client.call('GET /console/titles', { query: { entity, ids: [id] }, signal })
  return titles[id] === undefined ? null : String(titles[id])
}

const keptMost = 5
const keyOf = (entity: string) => `entrepot.recent.${entity}`

/** What was chosen lately in this window; gone with it. */
export const recents = {
  read: (entity: string): Found[] => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(entity)) ?? '[]')
      return Array.isArray(kept) ? (kept as Found[]) : []
    } catch {
      return []
    }
  },
  add: (entity: string, found: Found): void => {
    const others = recents.read(entity).filter(({ id }) => id !== found.id)
    sessionStorage.setItem(keyOf(entity), JSON.stringify([found, ...others].slice(0, keptMost)))
  },
}
