// Written by tools/sdk.ts from the registry.


export type RealtimeEventsAnswer = {
  cursor: string
  type: string
  entity: string
  id: string
  version?: number | null
  shopId?: string | null
  at: string
  actorName: string
  figures?: Record<string, unknown> | null
}

export type RealtimePresenceAnswer = {
  people?: {
    id: string
    name: string
  }[] | null
  more: number
}

export interface RealtimeRoutes {
  /** Lists what happened to records that you may read, in order: after a cursor, or the latest without one. `realtime.events`, signed-in. */
  'GET /realtime/events': {
    params: never
    query: {
      after?: string
      limit?: number
    }
    body: never
    answer: RealtimeEventsAnswer
    isList: true
    refuses: 'CURSOR_INVALID'
  }
  /** Names the people who have a page about the record open right now. `realtime.presence`, signed-in. */
  'GET /realtime/presence': {
    params: never
    query: {
      record: string
    }
    body: never
    answer: RealtimePresenceAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
}
