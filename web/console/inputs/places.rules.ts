/** Where on a page a path of what is sent belongs, such as `lines.0.quantity`. */
import type { FieldDescription } from '#web/data/description.ts'

/** `text` says what is wrong and with what: "Name is required". */
export type Said = { field: string; text: string }

/** The label of the field at a path: of `lines.0.quantity` that of the quantity. */
export function labelAt(fields: readonly FieldDescription[], path: string): string | undefined {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return field?.label
  if (field.kind === 'group') return labelAt(field.fields ?? [], rest.join('.')) ?? field.label
  if (field.kind !== 'list' || !field.of || Array.isArray(field.of)) return field.label
  const { fields: inside } = field.of as FieldDescription
  return (inside && labelAt(inside, rest.slice(1).join('.'))) ?? field.label
}

/** What is wrong at a path. A money's `price.amount` is shown at the price: it is one input. */
export function errorAtOf(said: readonly Said[], fields: readonly FieldDescription[]) {
  return (path: string): string | undefined =>
    said.find(({ field }) => field === path || placeOf(fields, field) === path)?.text
}

/** The input that a refused path belongs to. */
export function placeOf(fields: readonly FieldDescription[], path: string): string | undefined {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => each.name === name)
  if (!field) return undefined
  if (rest.length === 0) return name
  if (field.kind === 'group') {
    const inside = placeOf(field.fields ?? [], rest.join('.'))
    return inside ? `${name}.${inside}` : name
  }
  const item = field.of && !Array.isArray(field.of) ? (field.of as FieldDescription) : undefined
  if (field.kind !== 'list' || !item) return name
  const row = `${name}.${rest[0]}`
  const inside = item.kind === 'group' ? placeOf(item.fields ?? [], rest.slice(1).join('.')) : undefined
  return inside ? `${row}.${inside}` : row
}
