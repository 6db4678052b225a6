'use client'
/** What the documents behind some moves are called: one question for each kind of document. */
import { useQueries } from '@tanstack/react-query'
import { client } from '#web/data/client.ts'
import { useDescription } from '#web/data/description.ts'

type Sourced = { source: string; sourceId: string }

export function useSourceTitles(rows: readonly Sourced[]): (row: Sourced) => string | undefined {
  const { data } = useDescription()
  const kinds = [...new Set(rows.map(({ source }) => source))].filter((source) =>
    data?.entities.some(({ name, verbs }) => name === source && verbs.includes('read')),
  )
  const idsOf = (kind: string) =>
    [...new Set(rows.filter(({ source }) => source === kind).map(({ sourceId }) => sourceId))].toSorted()
  return useQueries({
    queries: kinds.map((entity) => {
      const ids = idsOf(entity).slice(0, 100)
      return {
        queryKey: [entity, 'titles', ids],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          client.call('GET /console/titles', { query: { entity, ids }, signal }),
        staleTime: 60_000,
      }
    }),
    combine: (answers) => {
      const titles = Object.assign({}, ...answers.map(({ data: found }) => found?.titles ?? {})) as Record<
        string,
        unknown
      >
      return ({ sourceId }: Sourced) => (titles[sourceId] === undefined ? undefined : String(titles[sourceId]))
    },
  })
}
