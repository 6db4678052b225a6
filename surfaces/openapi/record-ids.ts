/** Which records examples point at, so that what is pasted from the page meets something that is there. */
import { type Operation, propertyOf, type Registry } from '#kernel'

/**
 * Address of an entity to the id of one of its records; entities without a record have none. `catalog.unit#2` is
 * another record of the same, for what names two, such as a transfer.
 */
export type RecordIds = ReadonlyMap<string, string>

const someId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Puts the ids in the place of made-up ones: in `productId` that of a product, whatever else the action asks for. */
export function pointAt(registry: Registry, ids: RecordIds): (example: unknown) => unknown {
  const meant = entitiesByProperty(registry)
  const replaced = (value: unknown, property: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((each) => replaced(each, property?.replace(/s$/, '')))
    if (value !== null && typeof value === 'object') {
      const named = new Set<string>()
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => {
          const entity = typeof inner === 'string' && someId.test(inner) ? meant.get(key) : undefined
          if (!entity) return [key, replaced(inner, key)]
          const id = (named.has(entity) && ids.get(`${entity}#2`)) || ids.get(entity)
          named.add(entity)
          return [key, id ?? inner]
        }),
      )
    }
    const entity = property !== undefined && typeof value === 'string' && someId.test(value) && meant.get(property)
    return (entity && ids.get(entity)) || value
  }
  return (example) => replaced(example, undefined)
}

/** What stands in an operation's path: `:id` is of its entity, `:registerId` of a register. */
export function idsInPaths(registry: Registry, ids: RecordIds) {
  const meant = entitiesByProperty(registry)
  return ({ entity }: Operation) =>
    (parameter: string): string | undefined =>
      ids.get((parameter === 'id' ? entity?.address : meant.get(parameter)) ?? '')
}

/** `warehouseId` and `fromWarehouseId` both mean a warehouse: by the links of all entities, and by their names. */
function entitiesByProperty(registry: Registry): ReadonlyMap<string, string> {
  const meant = new Map<string, string>()
  for (const { address, definition } of registry.entities.values()) {
    meant.set(`${definition.name}Id`, address)
    for (const [name, field] of Object.entries(definition.fields)) {
      if (field.kind === 'link') meant.set(propertyOf(name, field), registry.entityOf(field.to()).address)
    }
  }
  return meant
}
