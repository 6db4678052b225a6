'use client'
/** A record with the titles of what it links to, and the operations by which it is made and changed. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { client } from '#web/data/client.ts'
import { type ActionDescription, type EntityDescription, useDescription } from '#web/data/description.ts'
import type { AnyRecord } from '#web/data/queries.ts'

export type TitledRecord = AnyRecord & { titles?: Record<string, string> }

/** The hand-written action that stands for a verb of an entity; undefined where the verb is the usual one. */
export function useVerbAction(entity: string, verb: string): ActionDescription | undefined {
  return useDescription().data?.actions.find((action) => action.entity === entity && action.verb === verb)
}

export async function readOne(
  entity: EntityDescription,
  id: string,
  byHand: ActionDescription | undefined,
  signal?: AbortSignal,
): Promise<TitledRecord> {
  // A read written by hand takes no `include`; the titles of its links are asked for one by one where they are shown.
  const query = byHand ? {} : { include: 'titles' }
  const path = byHand?.path ?? `${entity.path}/:id`
  return (await client.send(`GET ${path}`, { params: { id }, query, ...(signal ? { signal } : {}) })) as TitledRecord
}

export function useEntityRecord(
  entity: EntityDescription | undefined,
  id: string | undefined,
  { isFresh = false }: { /** Reads it even where it was read a moment ago. */ isFresh?: boolean } = {},
): UseQueryResult<TitledRecord, Error> {
  const byHand = useVerbAction(entity?.name ?? '', 'read')
  return useQuery({
    queryKey: [entity?.name, 'one', id, 'titles'],
    queryFn: ({ signal }) =>
      entity && id ? readOne(entity, id, byHand, signal) : Promise.reject(new Error('nothing to read')),
    enabled: entity !== undefined && id !== undefined,
    ...(isFresh ? { refetchOnMount: 'always' as const } : {}),
  })
}

/** What a record is called. */
export const titleOfRecord = ({ title }: EntityDescription, record: AnyRecord): string => {
  const value = record[title]
  return typeof value === 'string' && value !== '' ? value : record.id
}
