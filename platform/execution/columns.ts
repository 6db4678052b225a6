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
  /** Select list that yields the flat row which `toRecord` folds; the first column is the id. */
  select: string
  toRecord: (row: Readonly<Record<string, unknown>>) => Record<string, unknown>
  /** The same of a row that came as values, in the order of `select`; further values are left out. */
  recordOf: (values: readonly unknown[]) => Record<string, unknown>
  /** Column of the link (or id) that says the shop. */
  shopColumn: string | undefined
  ownerColumn: string | undefined
  /** Links are ids; people are named by text. */
  ownerType: 'uuid' | 'text'
  sharedColumn: string | undefined
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
  const columns = [
    stamp('id'),
    stamp('version'),
    ...visible.flatMap(selectedOf),
    stamp('createdAt'),
    stamp('updatedAt'),
  ]
  const recordOf = folding(columns)
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
    select: columns.map(({ column, as }) => `"${column}" as "${as}"`).join(', '),
    toRecord: (row) => recordOf(columns.map(({ as }) => row[as])),
    recordOf,
    shopColumn: columnOf(definition.shop),
    ownerColumn: columnOf(definition.owner),
    ownerType: ['link', undefined].includes(definition.fields[definition.owner ?? '']?.kind) ? 'uuid' : 'text',
    sharedColumn: columnOf(definition.sharedBy),
    searchable: properties.some(({ field }) => field.search),
  }
}

/** A column of the select list, the name under which it comes and the property that it is, wholly or in part. */
type Selected = { column: string; as: string; property: string; of: ColumnPart['of'] }

const stamp = (property: string): Selected => ({ column: snake(property), as: property, property, of: 'value' })

const selectedOf = ({ name, parts }: Property): Selected[] =>
  parts.map(({ column, of }) => ({ column, as: of === 'value' ? name : `${name}.${of}`, property: name, of }))

/** Makes records of rows as values. What stands where is worked out once: this runs for every record that is read. */
function folding(columns: readonly Selected[]): Shape['recordOf'] {
  const parts = columns.flatMap(({ property, of }, at) => (of === 'currency' ? [] : [{ property, of, at }]))
  return (values) => {
    const record: Record<string, unknown> = {}
    for (const { property, of, at } of parts) {
      const value = values[at]
      // The currency is the column behind the amount.
      record[property] = of === 'value' || value === null ? value : { amount: value, currency: values[at + 1] }
    }
    return record
  }
}
