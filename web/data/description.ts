/** The console's description: what entities, fields, forms and actions there are for this person. */
import { useQuery } from '@tanstack/react-query'
import type { ActionDescription, ConsoleDescription, EntityDescription, FieldDescription } from '#sdk/description'
import { client } from './client.ts'

export type { ActionDescription, EntityDescription, FieldDescription }
export type Description = ConsoleDescription

export function useDescription() {
  return useQuery({
    queryKey: ['console'],
    queryFn: ({ signal }) => client.call('GET /console', { signal }),
    staleTime: 5 * 60_000,
  })
}

/** One entity of it; undefined while it loads and where the person may do nothing with it. */
export function useEntity(name: string): EntityDescription | undefined {
  return useDescription().data?.entities.find((entity) => entity.name === name)
}
