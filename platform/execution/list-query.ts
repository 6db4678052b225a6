/**
 * The query language of lists: `limit`, `page` or `cursor`, `sort`, `q`, `filter[field][op]`. Field names are looked up
 * in the definition, never pasted; what is not known is refused.
 */
import { type EntityEntry, type Field, type FieldKind, isDate, isDecimal, isId, refuse } from '#kernel'
import { type Property, type Shape, shapeOf } from './columns.ts'

export const limitMax = 200
const limitDefault = 50
const pageMax = 10_000
const searchMax = 200

export type Operator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'contains' | 'empty'
export type Filter = { column: string; kind: FieldKind; operator: Operator; value: unknown }
export type Sort = { name: string; column: string; descending: boolean }
export type ListQuery = {
  limit: number
  page: number
  cursor: string | undefined
  sort: Sort
  words: readonly string[]
  filters: readonly Filter[]
}

const operators: readonly string[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'empty']
const whole = ['eq', 'ne', 'in', 'empty'] as const
const ordered = [...whole, 'lt', 'lte', 'gt', 'gte'] as const
const worded = [...whole, 'contains'] as const
const bare = ['empty'] as const
/** What filters take, by the kind of the field. A new kind is a compile error here. */
export const operatorsByKind: Readonly<Record<FieldKind, readonly Operator[]>> = {
  ...{ text: worded, note: worded, email: worded, phone: worded, url: worded, code: worded, file: whole, secret: [] },
  ...{ integer: ordered, quantity: ordered, rate: ordered, money: ordered },
  ...{ date: ordered, instant: ordered, time: ordered },
  ...{ boolean: whole, choice: whole, state: whole, link: whole },
  ...{ tags: ['contains', 'empty'], record: bare, list: bare, group: bare },
}
const unsorted: readonly FieldKind[] = ['record', 'tags', 'list', 'group', 'secret']
const stamps: Record<string, { column: string; field: Pick<Field, 'kind'> }> = {
  id: { column: 'id', field: { kind: 'link' } },
  version: { column: 'version', field: { kind: 'integer' } },
  createdAt: { column: 'created_at', field: { kind: 'instant' } },
  updatedAt: { column: 'updated_at', field: { kind: 'instant' } },
}

/** The properties by which a list may be filtered, whoever asks; `id` and the stamps with them. */
export const filterFields = (entry: EntityEntry): string[] =>
  namesOf(entry, ({ kind }) => operatorsByKind[kind].length > 1)
/** The properties by which it may be sorted. */
export const sortFields = (entry: EntityEntry): string[] => namesOf(entry, ({ kind }) => !unsorted.includes(kind))

const namesOf = (entry: EntityEntry, fits: (field: Field) => boolean): string[] => [
  ...Object.keys(stamps),
  ...shapeOf(entry).properties.flatMap(({ name, field }) => (fits(field) ? [name] : [])),
]

/** Reads the query string's values against a shape. `mayUse` says whether the caller may see a field. */
export function parseListQuery(
  query: Readonly<Record<string, unknown>>,
  shape: Shape,
  mayUse: (field: Field) => boolean,
): ListQuery {
  const result = { limit: limitDefault, page: 1, cursor: undefined as string | undefined, words: [] as string[] }
  const filters: Filter[] = []
  let sort: Sort = { name: 'id', column: 'id', descending: true }
  for (const [key, raw] of Object.entries(query)) {
    const value = single(key, raw)
    if (key === 'limit') result.limit = wholeNumber(key, value, 1, limitMax)
    else if (key === 'page') result.page = wholeNumber(key, value, 1, pageMax)
    else if (key === 'cursor') result.cursor = value
    else if (key === 'q') result.words = searchWords(value, shape)
    else if (key === 'include') requireTitles(value)
    else if (key === 'sort') sort = parseSort(value, shape, mayUse)
    else filters.push(parseFilter(key, value, shape, mayUse))
  }
  if (result.cursor && result.page > 1) {
    throw refuse('VALIDATION_FAILED', [{ field: 'cursor', message: 'Use either page or cursor.' }])
  }
  return { ...result, sort, filters }
}

const unknown = (field: string, message: string) => refuse('UNKNOWN_FIELD', [{ field, message }])
const invalid = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])

function single(key: string, raw: unknown): string {
  if (typeof raw !== 'string') throw invalid(key, 'Give one value.')
  if (raw.includes('\u0000')) throw invalid(key, 'Must not contain NUL.')
  return raw
}

/** What may be included is added by the pipeline, see titles.ts. */
function requireTitles(value: string): void {
  if (value !== 'titles') throw invalid('include', 'Must be titles.')
}

function wholeNumber(key: string, value: string, min: number, max: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= min && number <= max)) throw invalid(key, `Must be a whole number from ${min} to ${max}.`)
  return number
}

function searchWords(value: string, shape: Shape): string[] {
  if (!shape.searchable) throw unknown('q', 'This list has no search.')
  if (value.length > searchMax) throw invalid('q', `At most ${searchMax} characters.`)
  return value.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10)
}

function parseSort(value: string, shape: Shape, mayUse: (field: Field) => boolean): Sort {
  const descending = value.startsWith('-')
  const name = descending ? value.slice(1) : value
  const { column, field } = lookUp(name, shape, mayUse, 'sort')
  if (unsorted.includes(field.kind)) throw unknown('sort', `${name} cannot be sorted by.`)
  return { name, column, descending }
}

function parseFilter(key: string, value: string, shape: Shape, mayUse: (field: Field) => boolean): Filter {
  const match = /^filter\[([A-Za-z]{1,64})\](?:\[([a-z]{1,10})\])?$/.exec(key)
  if (!match) throw unknown(key.slice(0, 100), 'Lists take limit, page, cursor, sort, q and filter[field][op].')
  const [, name = '', operator = 'eq'] = match
  if (!operators.includes(operator)) throw unknown(key, `Operators are ${operators.join(', ')}.`)
  const { column, field } = lookUp(name, shape, mayUse, key)
  return {
    column,
    kind: field.kind,
    operator: operator as Operator,
    value: filterValue(key, operator as Operator, value, field),
  }
}

function lookUp(name: string, shape: Shape, mayUse: (field: Field) => boolean, key: string) {
  const stamp = Object.hasOwn(stamps, name) ? stamps[name] : undefined
  if (stamp) return stamp
  const property: Property | undefined = shape.byName.get(name)
  const column = property?.parts[0]?.column
  if (!property || !column || property.field.kind === 'secret' || !mayUse(property.field)) {
    throw unknown(key, `There is no field ${name} to use here.`)
  }
  return { column, field: property.field }
}

function filterValue(key: string, operator: Operator, value: string, field: Pick<Field, 'kind'>): unknown {
  if (!operatorsByKind[field.kind].includes(operator)) {
    throw invalid(key, `${operator} does not work on this field: use ${operatorsByKind[field.kind].join(', ')}.`)
  }
  if (operator === 'empty') {
    if (value !== 'true' && value !== 'false') throw invalid(key, 'Must be true or false.')
    return value === 'true'
  }
  if (operator === 'contains') return value
  if (operator === 'in') {
    const values = value.split(',')
    if (values.length > 100) throw invalid(key, 'At most 100 values.')
    return values.map((each) => typedValue(key, each, field))
  }
  return typedValue(key, value, field)
}

function typedValue(key: string, value: string, field: Pick<Field, 'kind'>): unknown {
  switch (field.kind) {
    case 'integer':
    case 'money':
      if (!/^-?\d{1,15}$/.test(value)) throw invalid(key, 'Must be a whole number (money in minor units).')
      return Number(value)
    case 'quantity':
    case 'rate':
      if (!isDecimal(value)) throw invalid(key, 'Must be a decimal number such as 2.5.')
      return value
    case 'boolean':
      if (value !== 'true' && value !== 'false') throw invalid(key, 'Must be true or false.')
      return value === 'true'
    case 'date':
      if (!isDate(value)) throw invalid(key, 'Must be a date, YYYY-MM-DD.')
      return value
    case 'instant':
      if (!/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(value) || Number.isNaN(Date.parse(value))) {
        throw invalid(key, 'Must be an instant such as 2025-01-31T10:00:00Z.')
      }
      return value
    case 'link':
      if (!isId(value)) throw invalid(key, 'Must be an id.')
      return value
    default:
      return value
  }
}
