/** Values of a query string, read by the kinds of the fields they stand for. Text is never coerced by guessing. */
import { type Field, type Fields, isDate, isId, propertyOf, type RefusalDetail, refuse } from '#kernel'

/** Reads and checks; refuses unknown names and values that do not fit, all at once. */
export function readQuery(query: Readonly<Record<string, unknown>>, fields: Fields): Record<string, unknown> {
  const known = new Map(Object.entries(fields).map(([name, field]) => [propertyOf(name, field), field]))
  const details: RefusalDetail[] = []
  const values: Record<string, unknown> = {}
  for (const [name, raw] of Object.entries(query)) {
    const field = known.get(name)
    if (!field) details.push({ field: name.slice(0, 100), message: 'is not a parameter of this address' })
    else if (typeof raw !== 'string' || raw.includes('\u0000')) details.push({ field: name, message: 'give one value' })
    else {
      const value = readValue(raw, field)
      if (value === undefined) details.push({ field: name, message: hintOf(field) })
      else values[name] = value
    }
  }
  for (const [name, field] of known) {
    if (values[name] !== undefined || details.some((detail) => detail.field === name)) continue
    if (field.default !== undefined) values[name] = field.default
    else if (field.required) details.push({ field: name, message: 'is required' })
  }
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
  return values
}

function readValue(raw: string, field: Field): unknown {
  switch (field.kind) {
    case 'integer': {
      const value = /^-?\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN
      return value >= field.min && value <= field.max ? value : undefined
    }
    case 'boolean':
      return raw === 'true' ? true : raw === 'false' ? false : undefined
    case 'date':
      return isDate(raw) ? raw : undefined
    case 'instant':
      return /^\d{4}-\d\d-\d\dT/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : undefined
    case 'link':
      return isId(raw) ? raw : undefined
    case 'choice':
    case 'state':
      return field.of.includes(raw) ? raw : undefined
    case 'tags': {
      const values = raw.split(',').filter(Boolean)
      return values.length <= field.max ? values : undefined
    }
    case 'quantity':
    case 'rate':
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(raw) ? raw : undefined
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(raw) ? raw : undefined
    case 'money':
    case 'record':
    case 'list':
    case 'group':
      return undefined
    default:
      return raw.length <= field.max ? raw : undefined
  }
}

function hintOf(field: Field): string {
  switch (field.kind) {
    case 'integer':
      return `must be a whole number from ${field.min} to ${field.max}`
    case 'boolean':
      return 'must be true or false'
    case 'date':
      return 'must be a date, YYYY-MM-DD'
    case 'instant':
      return 'must be an instant such as 2025-01-31T10:00:00Z'
    case 'link':
      return 'must be an id (a UUID)'
    case 'choice':
    case 'state':
      return `must be one of ${field.of.join(', ')}`
    case 'tags':
      return `must be at most ${field.max} values, separated by commas`
    default:
      return 'is not a valid value'
  }
}
