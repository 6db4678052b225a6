// Written by tools/sdk.ts from the registry.

import type { ListQuery } from './values.ts'

/** Filters, order and columns of a list, kept under a name. */
export type ViewsView = {
  name: string
  entity: string
  words: string | null
  filters: {
    field: string
    operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'contains' | 'empty'
    value: string
  }[] | null
  sort: string | null
  columns: string[] | null
  isShared: boolean
  ownedBy: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type ViewsViewField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'entity' | 'words' | 'sort' | 'columns' | 'isShared' | 'ownedBy'

export type ViewsViewCreateBody = {
  name: string
  entity: string
  words?: string | null
  filters?: {
    field: string
    operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'contains' | 'empty'
    value: string
  }[] | null
  sort?: string | null
  columns?: string[] | null
  isShared?: boolean
  id?: string
}

export type ViewsViewUpdateBody = {
  name?: string | null
  words?: string | null
  filters?: {
    field: string
    operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'contains' | 'empty'
    value: string
  }[] | null
  sort?: string | null
  columns?: string[] | null
  isShared?: boolean | null
  version?: number
}

export type ViewsViewDeleteAnswer = {
  id: string
}

export type ViewsListDefaultsAnswer = {
  entity: string
  viewId?: string | null
}

export type ViewsChooseDefaultBody = {
  entity: string
  viewId?: string
}

export type ViewsChooseDefaultAnswer = {
  entity: string
  viewId?: string | null
}

export interface ViewsRoutes {
  /** Lists saved views. `views.view.list`, signed-in. */
  'GET /views': {
    params: never
    query: ListQuery<ViewsViewField>
    body: never
    answer: ViewsView
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one saved view. `views.view.read`, signed-in. */
  'GET /views/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: ViewsView
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a saved view. `views.view.create`, signed-in. */
  'POST /views': {
    params: never
    query: never
    body: ViewsViewCreateBody
    answer: ViewsView
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a saved view. `views.view.update`, signed-in. */
  'PATCH /views/:id': {
    params: { id: string }
    query: never
    body: ViewsViewUpdateBody
    answer: ViewsView
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /views/:id': ViewsRoutes['PATCH /views/:id']
  /** Removes a saved view that nothing refers to. `views.view.delete`, signed-in. */
  'DELETE /views/:id': {
    params: { id: string }
    query: never
    body: never
    answer: ViewsViewDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Tells with which views your lists open. `views.listDefaults`, signed-in. */
  'GET /views/defaults': {
    params: never
    query: {
      limit?: number
    }
    body: never
    answer: ViewsListDefaultsAnswer
    isList: true
    refuses: never
  }
  /** Opens the list of an entity with one of your views or a shared one; without a view, as it is by itself. `views.chooseDefault`, signed-in. */
  'PUT /views/defaults': {
    params: never
    query: never
    body: ViewsChooseDefaultBody
    answer: ViewsChooseDefaultAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND'
  }
}
