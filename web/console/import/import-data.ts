'use client'
/** Imports as the wizard reads and moves them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ImportPreview, ImportReport, ImportState } from '#sdk/answers'
import type { BodyOf } from '#sdk/client'
import { client } from '#web/data/client.ts'
import { useRoute } from '#web/data/queries.ts'

export const about = 'imports'
/** How a file is to be read, where somebody says so. */
export type Reading = Omit<BodyOf<'POST /imports/:id/preview'>, 'mapping'> & { mapping?: Record<string, string> }

const working: readonly ImportState[] = ['queued', 'running', 'undo_queued', 'undoing']
export const isWorking = ({ state }: ImportReport): boolean => working.includes(state)

const lookAgainMs = 700

/** An import as it stands; looked at again and again while something is being done about it. */
export function useImport(id: string | undefined) {
  return useQuery({
    queryKey: [about, 'one', id],
    queryFn: ({ signal }) => client.call('GET /imports/:id', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? lookAgainMs : false),
  })
}

/** What the file would be read as; the one before stays in sight while the next one is on its way. */
export function usePreview(id: string, reading: Reading) {
  return useQuery<ImportPreview>({
    queryKey: [about, 'preview', id, reading],
    queryFn: ({ signal }) => client.call('POST /imports/:id/preview', { params: { id }, body: reading, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Imports into one target, the latest first. */
export function usePastImports(target: string) {
  const { data, ...rest } = useRoute(about, 'GET /imports', { query: { limit: 200 } })
  return { ...rest, past: data?.data.filter((each) => each.target === target) }
}

/** What a target's columns can fill. */
export function useTarget(address: string) {
  const { data, ...rest } = useRoute('imports.targets', 'GET /imports/targets', {})
  return { ...rest, target: data?.data.find((each) => each.address === address) }
}
