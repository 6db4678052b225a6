/** From an event of the log to what may be told of it: that something happened to a record, and not what it holds. */
import { type EntityEntry, type JsonObject, propertyOf, type Registry } from '#kernel'
import type { Position, ReadEvent } from '#platform/event-log'
import { accessRefused } from '#platform/execution'
import { cursorOf } from './cursor.ts'

/** What clients get of an event. */
export type Message = {
  cursor: string
  type: string
  entity: string
  id: string
  version: number | null
  shopId: string | null
  at: string
  actorName: string
  /** A few fields of the record, for the event types that have them. */
  figures?: JsonObject
}

/** Event type to the fields of its record that are told with it. */
export type FiguresOf = Readonly<Record<string, (data: JsonObject) => JsonObject>>

/** An event with what decides who may hear of it. `ownerId`: null where the event does not say whose record it is. */
export type Notice = {
  companyId: string
  position: Position
  entry: EntityEntry
  ownerId: string | null
  message: Message
}

/** Undefined for what belongs to no entity: nobody may read it. */
export function noticeOf({ event, position }: ReadEvent, registry: Registry, figuresOf: FiguresOf): Notice | undefined {
  const { type, companyId, subjectId: id, version, data, at, actor } = event
  const entry = registry.entities.get(event.entity)
  // Who was refused is for the audit log, not for everybody who may read such records.
  if (!entry || type === accessRefused) return undefined
  const message: Message = {
    ...{ cursor: cursorOf(position), type, entity: entry.address, id, version },
    ...{ shopId: event.shopId ?? null, at, actorName: actor.name },
  }
  const figures = figuresOf[type]?.(data)
  if (figures) message.figures = openOf(figures, entry)
  return { companyId, position, entry, ownerId: ownerIn(data, id, entry), message }
}

/** Fields that take a permission of their own are not told, whoever listens. */
function openOf(figures: JsonObject, { definition }: EntityEntry): JsonObject {
  const hidden = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.see ? [name, propertyOf(name, field)] : [],
  )
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !hidden.includes(name)))
}

/** The owner as the event's data says it: of the record after or before the change, or of the document by its name. */
function ownerIn(data: JsonObject, id: string, { definition }: EntityEntry): string | null {
  const { owner, name, fields } = definition
  if (owner === undefined) return null
  if (owner === 'id') return id
  const field = fields[owner]
  const property = field ? propertyOf(owner, field) : owner
  for (const part of [data.after, data.before, data[name]]) {
    const found = (part as JsonObject | null | undefined)?.[property]
    if (typeof found === 'string') return found
  }
  return null
}
