'use client'
/** One list of one entity: its state, its records, its columns and what is ticked. All that is on the page reads it. */
import { useEffect, useMemo } from 'react'
import type { ListAnswer } from '#sdk/values'
import type { ViewsView } from '#sdk/views'
import type { EntityDescription, FieldDescription } from '#web/data/description.ts'
import { type AnyRecord, type ListRequest, useList } from '#web/data/queries.ts'
import { useShopChoice } from '../shop.ts'
import { columnsOf, fieldsOfList, useOwnColumns } from './columns.ts'
import { today } from './days.ts'
import { toQuery } from './filters.ts'
import { isPlain, type ListState } from './list-state.ts'
import { type Selection, useSelection } from './selection.ts'
import { useListState } from './use-list-state.ts'
import { stateOfView, useViews, type Views } from './views-data.ts'

/** A row with the titles of what it links to. */
export type ListRow = AnyRecord & { titles?: Readonly<Record<string, string>> }
export type ListPage = Omit<ListAnswer<ListRow>, 'pagination'> & {
  pagination: ListAnswer<ListRow>['pagination'] & { totalMoreThan?: number }
}

export type EntityListModel = {
  entity: EntityDescription
  state: ListState
  change: ReturnType<typeof useListState>['change']
  /** Filters, words and order as the API takes them, without the page. */
  request: ListRequest
  page: ListPage | undefined
  isFetching: boolean
  error: Error | null
  retry: () => void
  columns: FieldDescription[]
  chooseColumns: (names: string[] | null) => void
  selection: Selection
  views: Views
  view: ViewsView | undefined
}

export function useEntityList(entity: EntityDescription): EntityListModel {
  const { state, isBare, change } = useListState()
  const views = useViews(entity.name)
  const view = views.all.find(({ id }) => id === state.view)
  const opening = openingView(views, { state, isBare })
  useEffect(() => {
    if (opening) change(stateOfView(opening), { replaces: true })
  }, [opening, change])
  const [own, keepOwn] = useOwnColumns(entity.name)
  const day = today()
  const { shopId } = useShopChoice()
  const request = useMemo(() => requestOf(entity, state, { day, shopId }), [entity, state, day, shopId])
  const isOpening = opening !== undefined || ((isBare || isViewAlone(state)) && !views.isReady)
  const list = useList(entity.name, isOpening ? undefined : entity.path, {
    ...request,
    page: state.page,
    limit: state.limit,
    include: 'titles',
  })
  return {
    ...{ entity, state, change, request, views, view },
    page: list.data as ListPage | undefined,
    isFetching: list.isFetching,
    error: list.error,
    retry: () => void list.refetch(),
    columns: useMemo(
      () => columnsOf(entity, state.columns ?? view?.columns ?? own),
      [entity, state.columns, view?.columns, own],
    ),
    chooseColumns: (names) => (view ? change({ columns: names, page: state.page }) : keepOwn(names)),
    selection: useSelection(JSON.stringify(request)),
  }
}

/** The view that a list opens with: the person's default, or the one that a link names and nothing else. */
function openingView(views: Views, { state, isBare }: { state: ListState; isBare: boolean }): ViewsView | undefined {
  if (!views.isReady) return undefined
  const wanted = isBare ? views.defaultId : isViewAlone(state) ? state.view : undefined
  const found = views.all.find(({ id }) => id === wanted)
  // A view that says nothing is shown as it is.
  return found && !isBare && isPlain(stateOfView(found)) ? undefined : found
}

const isViewAlone = (state: ListState): boolean =>
  state.view !== null && state.view !== 'none' && isPlain(state) && state.page === 1

type Around = {
  day: string
  /** The shop that the whole console is about; a filter of the list's own counts more. */
  shopId: string
}

function requestOf(entity: EntityDescription, { words, filters, sort }: ListState, around: Around): ListRequest {
  const own = toQuery(filters, { fields: fieldsOfList(entity), filterable: entity.filters, day: around.day })
  const isOfShop = around.shopId !== '' && entity.filters.includes('shopId') && !('shopId' in own)
  const filter = isOfShop ? { ...own, shopId: around.shopId } : own
  const field = sort?.replace('-', '')
  return {
    ...(words.trim() && entity.isSearchable ? { q: words.trim().slice(0, 200) } : {}),
    ...(sort && field && entity.sorts.includes(field) ? { sort } : {}),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
  }
}
