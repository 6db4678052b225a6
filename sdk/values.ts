// Written by tools/sdk.ts from the registry.
/** What every route of the SDK is told in. Types only. */

/** An amount in integer minor units. */
export type Money = { amount: number; currency: string }

/** One route: `never` where it takes no such part. */
export type Route = {
  params: unknown
  query: unknown
  body: unknown
  /** The `data` of the answer; one row of it where it is a list. */
  answer: unknown
  isList: boolean
  /** Codes of its own; every route may answer those of the pipeline too. */
  refuses: string
}

export type Operator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'contains' | 'empty'
/** A value, or a value by operator; `in` takes several. */
export type FilterValue = string | number | boolean | readonly string[]
export type Filter<Field extends string> = {
  [F in Field]?: FilterValue | { [O in Operator]?: FilterValue }
}

/** What every list takes. `sort` is a field, with `-` in front for descending. */
export type ListQuery<Field extends string> = {
  limit?: number
  page?: number
  cursor?: string
  sort?: Field | `-${Field}`
  q?: string
  /** Records come with the titles of what they link to. */
  include?: 'titles'
  filter?: Filter<Field>
}

/** `total` is null where there are more than are counted. */
export type Pagination = {
  page?: number
  limit: number
  total?: number | null
  totalPages?: number | null
  nextCursor?: string | null
}

export type ListAnswer<T> = { data: T[]; pagination: Pagination }

export type RefusalDetail = { field?: string; message: string; [extra: string]: unknown }
