/** Filters between the three who speak of them: the address, the person, and the API. */
import type { Operator } from '#sdk/values'
import type { FieldDescription } from '#web/data/description.ts'
import { addDays, daysOf, isDay, periodOf, startOfDay } from './days.ts'
import type { ListFilter } from './list-state.ts'

/** What a person chooses from. `between` is two filters, `period` a word for days, the last two are `empty`. */
export type Choice =
  | ('contains' | 'eq' | 'ne' | 'in' | 'gt' | 'gte' | 'lt' | 'lte')
  | ('between' | 'period' | 'isEmpty' | 'notEmpty')
/** One filter as it is shown and edited. `until` is the end of what is between. */
export type Draft = { field: string; choice: Choice; value: string; until: string }

/** The choices for a field of that kind, the usual one first. */
export function choicesOf({ kind, required }: Pick<FieldDescription, 'kind' | 'required'>): Choice[] {
  const empty: Choice[] = required ? [] : ['isEmpty', 'notEmpty']
  switch (kind) {
    case 'integer':
    case 'quantity':
    case 'rate':
    case 'money':
    case 'time':
      return ['gte', 'lte', 'between', 'eq', 'ne', 'gt', 'lt', ...empty]
    case 'date':
    case 'instant':
      return ['period', 'between', 'eq', 'gte', 'lte', 'gt', 'lt', ...empty]
    case 'choice':
    case 'state':
    case 'link':
      return ['in', 'ne', ...empty]
    case 'boolean':
      return ['eq', ...empty]
    case 'tags':
      return ['contains', ...empty]
    case 'record':
    case 'list':
    case 'group':
      return ['isEmpty', 'notEmpty']
    case 'file':
      return ['eq', ...empty]
    default:
      return ['contains', 'eq', 'ne', ...empty]
  }
}

export function toFilters({ field, choice, value, until }: Draft): ListFilter[] {
  switch (choice) {
    case 'between':
      return [
        ...(value ? [{ field, operator: 'gte' as const, value }] : []),
        ...(until ? [{ field, operator: 'lte' as const, value: until }] : []),
      ]
    case 'period':
      return value ? [{ field, operator: 'eq', value }] : []
    case 'isEmpty':
    case 'notEmpty':
      return [{ field, operator: 'empty', value: String(choice === 'isEmpty') }]
    default:
      return value ? [{ field, operator: choice, value }] : []
  }
}

/** Filters as they are shown; from and until on one field are one. */
export function toDrafts(filters: readonly ListFilter[]): Draft[] {
  const untilOf = (field: string) => filters.find((each) => each.field === field && each.operator === 'lte')
  return filters.flatMap((filter): Draft[] => {
    const { field, operator, value } = filter
    const isUntil = operator === 'lte' && filters.some((each) => each.field === field && each.operator === 'gte')
    if (isUntil) return []
    const until = operator === 'gte' ? untilOf(field)?.value : undefined
    if (until !== undefined) return [{ field, choice: 'between', value, until }]
    return [{ field, choice: choiceOf(filter), value: operator === 'empty' ? '' : value, until: '' }]
  })
}

function choiceOf({ operator, value }: ListFilter): Choice {
  if (operator === 'empty') return value === 'false' ? 'notEmpty' : 'isEmpty'
  return operator === 'eq' && periodOf(value) ? 'period' : operator
}

/** Filters without a draft that was there, and with the one that comes instead. */
export function replaceDraft(
  filters: readonly ListFilter[],
  before: Draft | undefined,
  after: Draft | undefined,
): ListFilter[] {
  const gone = before ? toFilters(before).map(keyOf) : []
  const come = after ? toFilters(after) : []
  const replaced = new Set([...gone, ...come.map(keyOf)])
  return [...filters.filter((filter) => !replaced.has(keyOf(filter))), ...come]
}

const keyOf = ({ field, operator }: ListFilter): string => `${field} ${operator}`

/**
 * As the API takes them. Periods become days, and days of moments become the moments between which they lie where the
 * person is. What this list cannot be filtered by is left out: a view may be older than the field, or another's.
 */
export function toQuery(
  filters: readonly ListFilter[],
  { fields, filterable, day }: { fields: readonly FieldDescription[]; filterable: readonly string[]; day: string },
): Record<string, Partial<Record<Operator, string>>> {
  const query: Record<string, Partial<Record<Operator, string>>> = {}
  for (const filter of filters) {
    const kind = fields.find(({ name }) => name === filter.field)?.kind
    if (!kind || !filterable.includes(filter.field)) continue
    query[filter.field] = { ...query[filter.field], ...conditionsOf(filter, kind, day) }
  }
  return query
}

function conditionsOf({ operator, value }: ListFilter, kind: string, day: string): Partial<Record<Operator, string>> {
  const period = periodOf(value)
  const isMoment = kind === 'instant'
  if (period) {
    const { from, to } = daysOf(period, day)
    return isMoment ? { gte: startOfDay(from), lt: startOfDay(addDays(to, 1)) } : { gte: from, lte: to }
  }
  if (!isMoment || !isDay(value)) return { [operator]: value }
  const [begins, ends] = [startOfDay(value), startOfDay(addDays(value, 1))]
  switch (operator) {
    case 'eq':
      return { gte: begins, lt: ends }
    case 'gt':
      return { gte: ends }
    case 'lte':
      return { lt: ends }
    default:
      return { [operator]: begins }
  }
}
