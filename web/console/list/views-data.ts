'use client'
/** Saved views of a list: reading them, and what they say as a list's state. */
import { useMemo } from 'react'
import type { ViewsView } from '#sdk/views'
import { useRoute } from '#web/data/queries.ts'
import { bareState, type ListState } from './list-state.ts'

const about = 'views.view'

export type Views = {
  /** Unknown while they load. A list opens without them where they cannot be had. */
  isReady: boolean
  all: ViewsView[]
  defaultId: string | undefined
}

export function useViews(entity: string): Views {
  const views = useRoute(about, 'GET /views', { query: { filter: { entity }, sort: 'name', limit: 200 } })
  const defaults = useRoute(about, 'GET /views/defaults', {})
  return useMemo(
    () => ({
      isReady: !views.isPending && !defaults.isPending,
      all: views.data?.data ?? [],
      defaultId: defaults.data?.data.find((each) => each.entity === entity)?.viewId ?? undefined,
    }),
    [views.isPending, views.data, defaults.isPending, defaults.data, entity],
  )
}

export const stateOfView = (view: ViewsView): ListState => ({
  ...bareState,
  words: view.words ?? '',
  filters: view.filters ?? [],
  sort: view.sort,
  view: view.id,
})

/** What of a state a view keeps. */
export const viewOfState = ({ words, filters, sort }: ListState, columns: readonly string[] | null) => ({
  words: words || null,
  filters: filters.length > 0 ? filters : null,
  sort,
  columns: columns ? [...columns] : null,
})

/** Whether the list shows what the view says. */
export function isAsSaved(state: ListState, view: ViewsView): boolean {
  const kept = viewOfState(state, state.columns ?? view.columns)
  const saved = viewOfState(stateOfView(view), view.columns)
  return JSON.stringify(kept) === JSON.stringify(saved)
}
