/**
 * What happened to one record, for whoever may read it: changes with what was before and after, and other events by
 * their names. What else such an event carries is not shown, for reading the record does not say who may see it.
 */
import {
  type Context,
  type EntityEntry,
  installation,
  isId,
  type JsonObject,
  Page,
  propertyOf,
  type Registry,
  refuse,
} from '#kernel'
import { browseEvents, cursorOf, type FoundEvent, placeOf, retainedSince } from '#platform/event-log'
import { isSame, permit, readRecord } from '#platform/execution'
import type { TimelineMoment } from './description.ts'

export type TimelineQuery = { entity: string; id: string; cursor?: string | undefined; limit: number }

export async function timelineOf(context: Context, registry: Registry, query: TimelineQuery): Promise<Page> {
  const { limit, cursor } = query
  const entry = registry.entities.get(query.entity)
  if (!entry || !isId(query.id)) throw refuse('NOT_FOUND')
  if (context.companyId === installation) throw refuse('COMPANY_REQUIRED')
  const before = cursor === undefined ? undefined : placeOf(cursor)
  const scope = permit(readingOf(entry), context)
  await readRecord({ ...context, scope }, entry, query.id)
  const { companyId, sql } = context
  const found = await browseEvents(sql, {
    ...{ companyId, entity: entry.address, subjectId: query.id, limit: limit + 1 },
    ...(before ? { before } : {}),
  })
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return new Page(
    shown.map((event) => momentOf(registry, entry, event, context.may)),
    { limit, nextCursor: last ? cursorOf(last) : null, since: last ? null : await retainedSince(sql) },
  )
}

const readingOf = ({ address, definition }: EntityEntry) => ({
  access: definition.access ?? ('permission' as const),
  permission: definition.access ? undefined : `${address}.read`,
})

function momentOf(
  registry: Registry,
  entry: EntityEntry,
  event: FoundEvent,
  may: (permission: string) => boolean,
): TimelineMoment {
  const { id, type, at, version, actor, requestId, data } = event
  return {
    ...{ id, type, at, version, requestId, says: registry.events.get(type) ?? null },
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    changes: changesOf(entry, data, may),
  }
}

/** Of a change, the fields that the reader may see and that differ. A new record has no before and lists nothing. */
function changesOf({ definition }: EntityEntry, { before, after }: JsonObject, may: (permission: string) => boolean) {
  if (!isRecord(before) || !isRecord(after)) return []
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const property = propertyOf(name, field)
    if (!(property in before) || (field.see && !may(field.see)) || field.kind === 'secret') return []
    const change = { field: property, before: before[property] ?? null, after: after[property] ?? null }
    return isSame(change.before, change.after) ? [] : [change]
  })
}

const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
