/** How an entity's fields lie in its table, and how rows become records. Computed once per entity. */
import { type EntityEntry, type Field, propertyOf, snake } from '#kernel'

export type ColumnPart = { column: string; of: 'value' | 'amount' | 'currency' }
export type Property = {
  /** The name on the wire. */
  name: string
  field: Field
  parts: readonly ColumnPart[]
}

export type Shape = {
  table: string
  properties: readonly Property[]
  byName: ReadonlyMap<string, Property>
  /** Select list that yields the flat row which `toRecord` folds. */
  select: string
  toRecord: (row: Record<string, unknown>) => Record<string, unknown>
  /** Column of the link (or id) that says the shop. */
  shopColumn: string | undefined
  ownerColumn: string | undefined
  searchable: boolean
}

/** Columns that every entity table carries beside its fields. */
export const stampColumns = ['id', 'version', 'created_at', 'updated_at'] as const

const shapes = new WeakMap<EntityEntry, Shape>()

export function shapeOf(entry: EntityEntry): Shape {
  const known = shapes.get(entry)
  if (known) return known
  const shape = makeShape(entry)
  shapes.set(entry, shape)
  return shape
}

/** The columns of one field: two for money, one for everything else. */
export function partsOf(name: string, field: Field): ColumnPart[] {
  const column = snake(propertyOf(name, field))
  if (field.kind !== 'money') return [{ column, of: 'value' }]
  return [
    { column: `${column}_amount`, of: 'amount' },
    { column: `${column}_currency`, of: 'currency' },
  ]
}

/** The values that a property's columns take, in the order of its parts. */
export function toColumns(property: Property, value: unknown): unknown[] {
  if (property.field.kind !== 'money') return [value ?? null]
  const money = value as { amount: number; currency: string } | null | undefined
  return [money?.amount ?? null, money?.currency ?? null]
}

function makeShape(entry: EntityEntry): Shape {
  const { definition, table } = entry
  const properties = Object.entries(definition.fields).map(([name, field]) => ({
    name: propertyOf(name, field),
    field,
    parts: partsOf(name, field),
  }))
  const visible = properties.filter(({ field }) => field.kind !== 'secret')
  const moneys = visible.filter(({ field }) => field.kind === 'money').map(({ name }) => name)
  const columnOf = (name: string | undefined) => {
    if (!name || name === 'id') return name
    const field = definition.fields[name]
    if (!field) throw new Error(`${entry.address} has no field ${name}`)
    return snake(propertyOf(name, field))
  }
  return {
    table,
    properties,
    byName: new Map(properties.map((property) => [property.name, property])),
    select: [
      'id',
      'version',
      ...visible.flatMap(selectOf),
      'created_at as "createdAt"',
      'updated_at as "updatedAt"',
    ].join(', '),
    toRecord: (row) => foldMoney(row, moneys),
    shopColumn: columnOf(definition.shop),
    ownerColumn: columnOf(definition.owner),
    searchable: properties.some(({ field }) => field.search),
  }
}

const selectOf = ({ name, parts }: Property): string[] =>
  parts.map(({ column, of }) => `"${column}" as "${of === 'value' ? name : `${name}.${of}`}"`)

function foldMoney(row: Record<string, unknown>, moneys: readonly string[]): Record<string, unknown> {
  if (moneys.length === 0) return row
  const record: Record<string, unknown> = {}
  for (const key in row) {
    if (!key.includes('.')) record[key] = row[key]
    else if (key.endsWith('.amount')) {
      const name = key.slice(0, -7)
      record[name] = row[key] === null ? null : { amount: row[key], currency: row[`${name}.currency`] }
    }
  }
  return record
}
