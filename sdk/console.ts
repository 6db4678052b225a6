// Written by tools/sdk.ts from the registry.

import type { ConsoleDescription, TimelineMoment } from './description.ts'

export type ConsoleSearchAnswer = {
  entity: string
  label: string
  id: string
  title: string
  detail: string
  path: string
}

export type ConsoleTitlesAnswer = {
  entity: string
  titles: Record<string, unknown>
}

export interface ConsoleRoutes {
  /** Describes the entities, lists, forms and actions that the caller may use. `console.describe`, signed-in. */
  'GET /console': {
    params: never
    query: never
    body: never
    answer: ConsoleDescription
    isList: false
    refuses: never
  }
  /** Finds records by words, over everything that the caller may read. `console.search`, signed-in. */
  'GET /search': {
    params: never
    query: {
      q: string
      entity?: string
    }
    body: never
    answer: ConsoleSearchAnswer
    isList: true
    refuses: never
  }
  /** Tells what records are called, as far as the caller may read them; of others nothing is said. `console.titles`, signed-in. */
  'GET /console/titles': {
    params: never
    query: {
      entity: string
      ids: string[]
    }
    body: never
    answer: ConsoleTitlesAnswer
    isList: false
    refuses: never
  }
  /** What happened to one record, newest first, for whoever may read it: changes field by field, and other events. `console.timeline`, signed-in. */
  'GET /console/timeline': {
    params: never
    query: {
      entity: string
      id: string
      cursor?: string
      limit?: number
    }
    body: never
    answer: TimelineMoment
    isList: true
    refuses: 'NOT_FOUND' | 'CURSOR_INVALID' | 'COMPANY_REQUIRED'
  }
}
