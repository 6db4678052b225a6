/**
 * What a list shows, as its address says it: words, filters, order, page, columns. Names are the API's own
 * (`filter[field][operator]`), so that a link to a list reads like the call that it makes.
 */
import type { Operator } from '#sdk/values'

export type ListFilter = { field: string; operator: Operator; value: string }
export type ListState = {
  words: string
  filters: ListFilter[]
  /** A field, with `-` in front for descending; null for the list's own order. */
  sort: string | null
  page: number
  limit: number
  /** The saved view that is shown; `none` where somebody wants the list without their default one. */
  view: string | null
  /** Null for the columns of the view, or those that the person chose. */
  columns: string[] | null
}

export const pageSizes = [25, 50, 100, 200] as const
const usualLimit = 50
export const bareState: ListState = {
  ...{ words: '', filters: [], sort: null, page: 1, limit: usualLimit, view: null, columns: null },
}

const operators: readonly string[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'empty']

export function readState(params: URLSearchParams): ListState {
  const filters: ListFilter[] = []
  for (const [key, value] of params) {
    const [, field, operator = 'eq'] = /^filter\[([A-Za-z]{1,64})\](?:\[([a-z]{1,10})\])?$/.exec(key) ?? []
    if (field && operators.includes(operator)) filters.push({ field, operator: operator as Operator, value })
  }
  const limit = Number(params.get('limit'))
  return {
    words: params.get('q') ?? '',
    filters,
    sort: params.get('sort') || null,
    page: Math.min(Math.max(1, Math.trunc(Number(params.get('page')) || 1)), 10_000),
    limit: pageSizes.some((size) => size === limit) ? limit : usualLimit,
    view: params.get('view') || null,
    columns: params.get('columns')?.split(',').filter(Boolean) ?? null,
  }
}

/** The part of the address behind the path; empty for a list as it is by itself. */
export function writeState({ words, filters, sort, page, limit, view, columns }: ListState): string {
  const params = new URLSearchParams()
  if (view) params.set('view', view)
  if (words) params.set('q', words)
  for (const { field, operator, value } of filters) params.set(`filter[${field}][${operator}]`, value)
  if (sort) params.set('sort', sort)
  if (limit !== usualLimit) params.set('limit', String(limit))
  if (columns) params.set('columns', columns.join(','))
  if (page > 1) params.set('page', String(page))
  // Brackets and commas may stand as they are in this part of an address, where people read them.
  const text = params.toString().replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%2C', ',')
  return text && `?${text}`
}

/** What the head of a column does when it is pressed: ascending, descending, as it was. */
export const nextSort = (current: string | null, field: string): string | null =>
  current === field ? `-${field}` : current === `-${field}` ? null : field

/** Shows everything there is, in its own order. */
export const isPlain = ({ words, filters, sort }: ListState): boolean =>
  words === '' && filters.length === 0 && sort === null
