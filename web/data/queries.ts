/** Reading and writing, as the pages do it. Keys begin with the entity: a change of it refreshes all of its pages. */
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AnswerOf, BodyOf, Call, LooseCall, RouteName } from '#sdk/client'
import type { ListAnswer } from '#sdk/values'
import { client } from './client.ts'

/** Any record, as lists and pages of every entity show it. */
export type AnyRecord = { id: string; version?: number; [field: string]: unknown }
export type ListRequest = {
  q?: string
  sort?: string
  page?: number
  limit?: number
  filter?: Record<string, unknown>
  [more: string]: unknown
}

/**
 * Reads a typed route. `about` is the entity that it is about: a change of that entity reads it again. `keep` shows the
 * page before while the next one is read.
 */
export function useRoute<R extends RouteName>(
  about: string,
  route: R,
  call: Call<R>,
  { enabled = true, refreshMs, keep }: { enabled?: boolean; refreshMs?: number; keep?: boolean } = {},
): UseQueryResult<AnswerOf<R>, Error> {
  return useQuery({
    queryKey: [about, route, call],
    queryFn: ({ signal }) => client.send(route, { ...(call as LooseCall), signal }) as Promise<AnswerOf<R>>,
    enabled,
    ...(refreshMs ? { refetchInterval: refreshMs } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
}

/** A page of the list of an entity whose path is known from the console's description. */
export function useList(
  entity: string,
  path: string | undefined,
  query: ListRequest,
): UseQueryResult<ListAnswer<AnyRecord>, Error> {
  return useQuery({
    queryKey: [entity, 'list', path, query],
    queryFn: ({ signal }) => client.send(`GET ${path}`, { query, signal }) as Promise<ListAnswer<AnyRecord>>,
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
  })
}

export function useRecord(
  entity: string,
  path: string | undefined,
  id: string | undefined,
): UseQueryResult<AnyRecord, Error> {
  return useQuery({
    queryKey: [entity, 'one', id],
    queryFn: ({ signal }) => client.send(`GET ${path}/:id`, { params: { id: id ?? '' }, signal }) as Promise<AnyRecord>,
    enabled: path !== undefined && id !== undefined,
  })
}

/** Changes something by a typed route, and reads again what is about the entities named. */
export function useAct<R extends RouteName>(
  route: R,
  ...about: string[]
): UseMutationResult<AnswerOf<R>, Error, Call<R>> {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (call: Call<R>) => client.send(route, call as LooseCall) as Promise<AnswerOf<R>>,
    onSuccess: () => refresh(...about),
  })
}

/** Reads again everything about the entities; everything there is when none is named. */
export function useRefresh(): (...about: string[]) => Promise<void> {
  const queries = useQueryClient()
  return async (...about) => {
    if (about.length === 0) return queries.invalidateQueries()
    await Promise.all(about.map((entity) => queries.invalidateQueries({ queryKey: [entity] })))
  }
}

export type { AnswerOf, BodyOf }
