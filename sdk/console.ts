// Written by tools/sdk.ts from the registry.


export type ConsoleSearchAnswer = {
  entity?: string | null
  label?: string | null
  id?: string | null
  title?: string | null
  detail?: string | null
  path?: string | null
}

export interface ConsoleRoutes {
  /** Describes the entities, lists, forms and actions that the caller may use. `console.describe`, signed-in. */
  'GET /console': {
    params: never
    query: never
    body: never
    answer: unknown
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
}
