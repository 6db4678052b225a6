// Written by tools/sdk.ts from the registry.

import type { ListQuery } from './values.ts'

/** Every committed change, in order, each sealed with the one before it. */
export type AuditEntry = {
  position: number
  at: string
  action: string
  resourceType: string
  resourceId: string
  resourceVersion: number | null
  actorKind: string
  actorId: string
  actorName: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  changed: string[] | null
  requestId: string
  eventSeq: number
  previousSeal: string
  seal: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type AuditEntryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'position' | 'at' | 'action' | 'resourceType' | 'resourceId' | 'resourceVersion' | 'actorKind' | 'actorId' | 'actorName' | 'changed' | 'requestId' | 'eventSeq' | 'previousSeal' | 'seal'

export type AuditEntryByUserAnswer = {
  position?: number | null
  at?: string | null
  action?: string | null
  resourceType?: string | null
  resourceId?: string | null
  actorName?: string | null
}

export type AuditEntryByResourceAnswer = {
  position?: number | null
  at?: string | null
  action?: string | null
  resourceType?: string | null
  resourceId?: string | null
  actorName?: string | null
}

export interface AuditRoutes {
  /** Lists audit log. `audit.entry.list`, permission `audit.entry.read`. */
  'GET /audit/logs': {
    params: never
    query: ListQuery<AuditEntryField>
    body: never
    answer: AuditEntry
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one audit entry. `audit.entry.read`, permission `audit.entry.read`. */
  'GET /audit/logs/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: AuditEntry
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** What one person did, newest first. `audit.entry.byUser`, permission `audit.entry.read`. */
  'GET /audit/user/:userId': {
    params: { userId: string }
    query: {
      limit?: number
      before?: number
    }
    body: never
    answer: AuditEntryByUserAnswer
    isList: true
    refuses: never
  }
  /** What happened to one record, newest first. The type is an address such as catalog.product, or its last word. `audit.entry.byResource`, permission `audit.entry.read`. */
  'GET /audit/resource/:resourceType/:resourceId': {
    params: { resourceType: string; resourceId: string }
    query: {
      limit?: number
      before?: number
    }
    body: never
    answer: AuditEntryByResourceAnswer
    isList: true
    refuses: never
  }
  /** The audit log of a range of days as JSON lines, oldest first, with the seals. `audit.entry.export`, permission `audit.entry.export`. */
  'GET /audit/export': {
    params: never
    query: {
      from?: string
      to?: string
    }
    body: never
    answer: Blob
    isList: false
    refuses: never
  }
}
