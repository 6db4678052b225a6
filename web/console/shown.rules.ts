/** Values as they are meant where a field alone does not say it. Pure. */
import type { FieldDescription } from '#web/data/description.ts'

type Values = Readonly<Record<string, unknown>>

/** A field of a record with its value; an integer that counts minor units of a currency beside it becomes money. */
export function shownOf(field: FieldDescription, values: Values): { field: FieldDescription; value: unknown } {
  const value = values[field.name]
  const currency = field.minorUnitsOf === undefined ? undefined : values[field.minorUnitsOf]
  if (typeof value !== 'number' || typeof currency !== 'string') return { field, value }
  return { field: { ...field, kind: 'money' }, value: { amount: value, currency } }
}
