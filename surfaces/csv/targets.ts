/** What a file can be brought into: records of an entity by their csv key, or documents of an import of a module. */
import {
  type Actor,
  type EntityEntry,
  type Field,
  type Fields,
  type ImportDefinition,
  labelOf,
  propertyOf,
  type Registry,
  refuse,
  type Scope,
} from '#kernel'
import type { MappingTarget } from './mapping.ts'

/** A column that a file can fill. `currency` columns say the currency of the money field of the same `field`. */
export type TargetColumn = MappingTarget & {
  of: 'value' | 'currency'
  field: Field
  /** The name of the field in its definition, and on the wire. */
  fieldName: string
  property: string
}

/** How far the caller may create and change; undefined where not at all. */
export type Reach = { create: Scope | undefined; update: Scope | undefined }

export type RecordTarget = {
  kind: 'records'
  address: string
  label: string
  entry: EntityEntry
  /** The columns by which a record is known: the csv key, and what it is unique with where it is not alone. */
  identity: readonly string[]
  columns: readonly TargetColumn[]
  reach: Reach
}
export type DocumentTarget = {
  kind: 'documents'
  address: string
  label: string
  definition: ImportDefinition
  columns: readonly TargetColumn[]
  scope: Scope
}
export type ImportTarget = RecordTarget | DocumentTarget

/**
 * The target of that address for this caller, without the fields that they may not see. Refuses VALIDATION_FAILED for
 * an unknown address, FORBIDDEN without the permission to create or change.
 */
export function targetOf(registry: Registry, actor: Actor, address: string): ImportTarget {
  const entry = registry.entities.get(address)
  if (entry?.definition.csv) return recordTarget(registry, actor, entry, entry.definition.csv.key)
  const documents = registry.imports.find((each) => each.address === address)
  if (!documents) {
    const message = `nothing can be imported into '${address.slice(0, 100)}': ask GET /imports/targets`
    throw refuse('VALIDATION_FAILED', [{ field: 'target', message }])
  }
  const { definition } = documents
  const scope = actor.grants.get(definition.permission)
  if (!scope) throw forbidden(definition.permission)
  return {
    kind: 'documents',
    address,
    label: definition.label,
    definition,
    scope,
    columns: columnsOf(definition.fields),
  }
}

/** Every target that the caller may use. */
export function targetsFor(registry: Registry, actor: Actor): ImportTarget[] {
  const entities = [...registry.entities.values()].filter(
    ({ definition, address }) =>
      definition.csv && (actor.grants.has(`${address}.create`) || actor.grants.has(`${address}.update`)),
  )
  const documents = registry.imports.filter(({ definition }) => actor.grants.has(definition.permission))
  return [...entities, ...documents].map(({ address }) => targetOf(registry, actor, address))
}

function recordTarget(registry: Registry, actor: Actor, entry: EntityEntry, key: string): RecordTarget {
  const { address, definition } = entry
  const reachOf = (verb: 'create' | 'update') =>
    registry.operations.has(`${address}.${verb}`) ? actor.grants.get(`${address}.${verb}`) : undefined
  const reach = { create: reachOf('create'), update: reachOf('update') }
  if (!reach.create && !reach.update) throw forbidden(`${address}.create`)
  const writable = Object.fromEntries(
    Object.entries(definition.fields).filter(
      ([, field]) => !field.computed && field.kind !== 'secret' && (!field.see || actor.grants.has(field.see)),
    ),
  )
  const isAlone = definition.fields[key]?.unique === true
  const together = definition.unique?.find((names) => names.includes(key))
  const identity = isAlone || !together ? [key] : [key, ...together.filter((name) => name !== key)]
  return { kind: 'records', address, label: definition.plural, entry, identity, reach, columns: columnsOf(writable) }
}

function columnsOf(fields: Fields): TargetColumn[] {
  return Object.entries(fields).flatMap(([fieldName, field]): TargetColumn[] => {
    const property = propertyOf(fieldName, field)
    const label = labelOf(fieldName, field.label)
    const common = { field, fieldName, property, kind: field.kind }
    const value: TargetColumn = { ...common, name: fieldName, label, of: 'value' }
    if (field.kind === 'link') return [{ ...value, aliases: [property, `${label} ${keyNameOf(field.to().csv?.key)}`] }]
    if (field.kind !== 'money') return [value]
    const currency = { ...common, kind: 'currency', of: 'currency' as const }
    return [value, { ...currency, name: `${fieldName}Currency`, label: `${label} currency` }]
  })
}

const keyNameOf = (key: string | undefined): string => (key ? labelOf(key) : 'id')

const forbidden = (permission: string) => refuse('FORBIDDEN', [{ message: `This needs the permission ${permission}.` }])
