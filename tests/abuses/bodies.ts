/** Valid bodies for any operation, made from its fields: an abuse must fail by its own wrong, not by a typing error. */
import assert from 'node:assert/strict'
import {
  type EntityEntry,
  type Field,
  type Fields,
  inputOf,
  type Operation,
  pathParameters,
  propertyOf,
  type Registry,
} from '#kernel'

export type Body = Record<string, unknown>
/** The id of a record of the entity. */
export type IdOf = (entity: EntityEntry) => string
/** A place in a body where the id of a record stands: `lines.0.productId`, and the entity that it leads to. */
export type LinkPlace = { path: readonly (string | number)[]; to: EntityEntry }

let count = 0

/** A new record: required fields, unique ones with values of their own, and the link that says its shop. */
export function newBody(registry: Registry, operation: Operation, idOf: IdOf): Body {
  const shop = operation.entity?.definition.shop
  const inPath = operation.paths.flatMap(pathParameters)
  const named = Object.entries(inputOf(operation)).filter(
    ([name, field]) => (field.required || name === shop) && !inPath.includes(propertyOf(name, field)),
  )
  return Object.fromEntries(named.map(([name, field]) => [propertyOf(name, field), exampleOf(registry, field, idOf)]))
}

/** A change of one field that is no link, or of a link where there is nothing else. */
export function changeBody(registry: Registry, operation: Operation, idOf: IdOf): Body {
  const fields = Object.entries(inputOf(operation))
  const plain = fields.find(([, { kind }]) => kind === 'text' || kind === 'note' || kind === 'rate')
  const [name, field] = plain ?? fields.find(([, { kind }]) => kind === 'link') ?? fields[0] ?? []
  assert.ok(name && field, `${operation.address} has no field to change`)
  return { [propertyOf(name, field)]: exampleOf(registry, field, idOf) }
}

/** All links of an operation's input; of lists the first item. */
export const linkPlaces = (registry: Registry, operation: Operation): LinkPlace[] =>
  placesIn(registry, inputOf(operation), [])

function placesIn(registry: Registry, fields: Fields, above: LinkPlace['path']): LinkPlace[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const here = [...above, propertyOf(name, field)]
    if (field.kind === 'link') return [{ path: here, to: registry.entityOf(field.to()) }]
    if (field.kind === 'group') return placesIn(registry, field.fields, here)
    if (field.kind !== 'list') return []
    if (field.of.kind === 'link') return [{ path: [...here, 0], to: registry.entityOf(field.of.to()) }]
    return field.of.kind === 'group' ? placesIn(registry, field.of.fields, [...here, 0]) : []
  })
}

/** The body with another value at the place. */
export function withValue(body: Body, path: LinkPlace['path'], value: unknown): Body {
  const copy = structuredClone(body)
  let at: Record<string | number, unknown> = copy
  for (const [index, step] of path.slice(0, -1).entries()) {
    at[step] ??= typeof path[index + 1] === 'number' ? [] : {}
    at = at[step] as Record<string | number, unknown>
  }
  at[path.at(-1) ?? ''] = value
  return copy
}

function exampleOf(registry: Registry, field: Field, idOf: IdOf): unknown {
  if (field.kind === 'link') return idOf(registry.entityOf(field.to()))
  if ((field.kind === 'text' || field.kind === 'code') && (field.unique || field.example === undefined)) {
    count += 1
    return `N${count}`
  }
  if (field.example !== undefined) return field.example
  switch (field.kind) {
    case 'integer':
      return Math.max(field.min, 1)
    case 'quantity':
    case 'rate':
      return '1'
    case 'money':
      return { amount: 1250, currency: 'GBP' }
    case 'boolean':
      return false
    case 'date':
      return '2031-01-01'
    case 'instant':
      return '2031-01-01T10:00:00Z'
    case 'time':
      return '09:00'
    case 'choice':
    case 'state':
      return field.of[0]
    case 'tags':
      return ['example']
    case 'record':
      return {}
    case 'list':
      return Array.from({ length: Math.max(field.min, 1) }, () => exampleOf(registry, field.of, idOf))
    case 'group':
      return Object.fromEntries(
        Object.entries(field.fields)
          .filter(([, inner]) => inner.required)
          .map(([name, inner]) => [propertyOf(name, inner), exampleOf(registry, inner, idOf)]),
      )
    case 'email':
      return 'someone@example.test'
    case 'phone':
      return '+44 20 7946 0000'
    case 'url':
      return 'https://example.test/'
    default:
      return 'Example'
  }
}
