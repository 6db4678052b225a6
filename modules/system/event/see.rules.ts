/** What of an event's data a person may see: fields of the record that need a permission are left out without it. */
import { type JsonObject, propertyOf, type Registry } from '#kernel'

/** The names of an entity's fields that somebody may not see. */
export function hiddenNames(registry: Registry, entity: string, may: (permission: string) => boolean): Set<string> {
  const fields = registry.entities.get(entity)?.definition.fields ?? {}
  return new Set(
    Object.entries(fields)
      .filter(([, { see }]) => see && !may(see))
      .map(([name, field]) => propertyOf(name, field)),
  )
}

/** The data without them, in what was before, what is after and what has changed. */
export function hideFields(
  registry: Registry,
  entity: string,
  data: JsonObject,
  may: (permission: string) => boolean,
): JsonObject {
  const hidden = hiddenNames(registry, entity, may)
  if (hidden.size === 0) return data
  const without = (value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !hidden.has(name)))
      : value
  const { before, after, changed, ...rest } = data
  return {
    ...rest,
    ...(before === undefined ? {} : { before: without(before) }),
    ...(after === undefined ? {} : { after: without(after) }),
    ...(Array.isArray(changed) ? { changed: changed.filter((name) => !hidden.has(String(name))) } : {}),
  }
}
