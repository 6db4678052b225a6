/**
 * What is wrong with values before they are sent: the same rules that the server draws from the same fields, found
 * without asking it. The server's word still counts; this only says it sooner.
 */
import type { Money } from '#sdk/values'
import type { FieldDescription } from '#web/data/description.ts'
import { type FieldKind, isEmpty, isTable, isUnreadable } from './input.ts'
import { comparePlain } from './numbers.rules.ts'

/** A key of the words under `problem`, with its figures. */
export type Fault = {
  key:
    | ('required' | 'tooShort' | 'tooLong' | 'tooFew' | 'tooMany' | 'atLeast' | 'atMost' | 'pattern' | 'oneOf')
    | ('number' | 'integer' | 'money' | 'json' | 'tooLarge' | 'email' | 'url' | 'phone' | 'time' | 'date' | 'instant')
  values?: Record<string, string | number>
}
export type Problem = { field: string; fault: Fault }

/** Everything wrong with the values of some fields. `demand` asks for required ones. */
export function problemsOf(
  fields: readonly FieldDescription[],
  values: Readonly<Record<string, unknown>>,
  { demand = true, under = '' }: { demand?: boolean; under?: string } = {},
): Problem[] {
  return fields.flatMap((field) => problemsIn(field, values[field.name], under + field.name, demand))
}

function problemsIn(field: FieldDescription, value: unknown, path: string, demand: boolean): Problem[] {
  if (isUnreadable(value)) return [{ field: path, fault: unreadable[field.kind] ?? { key: 'pattern' } }]
  if (field.kind === 'group' && field.required && demand && isEmpty(value)) {
    // An empty row says what it lacks, part by part.
    const parts = problemsOf(field.fields ?? [], {}, { under: `${path}.` })
    return parts.length > 0 ? parts : [{ field: path, fault: { key: 'required' } }]
  }
  if (field.kind === 'boolean' ? typeof value !== 'boolean' : isEmpty(value)) {
    return field.required && demand && (field.default === undefined || value === null)
      ? [{ field: path, fault: { key: 'required' } }]
      : []
  }
  if (field.kind === 'list' && Array.isArray(value)) return problemsInList(field, value, path)
  if (field.kind === 'group' && isTable(value)) {
    return problemsOf(field.fields ?? [], value, { under: `${path}.` })
  }
  const fault = checks[field.kind](field, value)
  return fault ? [{ field: path, fault }] : []
}

function problemsInList(field: FieldDescription, items: readonly unknown[], path: string): Problem[] {
  const { min = 0, max } = field
  const own: Problem[] = []
  if (items.length < Number(min)) own.push({ field: path, fault: { key: 'tooFew', values: { count: Number(min) } } })
  if (max !== undefined && items.length > Number(max))
    own.push({ field: path, fault: { key: 'tooMany', values: { count: Number(max) } } })
  const item = field.of && !Array.isArray(field.of) ? (field.of as FieldDescription) : undefined
  if (!item) return own
  const each = { ...item, required: true }
  return [...own, ...items.flatMap((value, index) => problemsIn(each, value, `${path}.${index}`, true))]
}

/** What is wrong with something typed that could not be read as the kind at all. */
const unreadable: Partial<Record<FieldKind, Fault>> = {
  integer: { key: 'integer' },
  quantity: { key: 'number' },
  rate: { key: 'number' },
  money: { key: 'money' },
  record: { key: 'json' },
}

type Check = (field: FieldDescription, value: unknown) => Fault | undefined
const fine: Check = () => undefined

function text(field: FieldDescription, value: unknown): Fault | undefined {
  const { min = 0, max, pattern } = field
  const length = [...String(value)].length
  if (length < Number(min)) return { key: 'tooShort', values: { count: Number(min) } }
  if (max !== undefined && length > Number(max)) return { key: 'tooLong', values: { count: Number(max) } }
  return pattern !== undefined && !matches(pattern, String(value)) ? { key: 'pattern', values: { pattern } } : undefined
}

const codePattern = '^[A-Za-z0-9][A-Za-z0-9._/-]*$'
const matches = (pattern: string, value: string): boolean => new RegExp(pattern, 'u').test(value)
const like =
  (key: Fault['key'], isRight: (value: string) => boolean): Check =>
  (field, value) =>
    text(field, value) ?? (isRight(String(value)) ? undefined : { key })
const isEmail = (value: string) => /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@]+\.[^\s@.]+$/.test(value)
const isUrl = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)

function bounds({ min, max }: FieldDescription, value: unknown): Fault | undefined {
  const plain = String(value)
  if (min !== undefined && comparePlain(plain, String(min)) < 0) return { key: 'atLeast', values: { min: String(min) } }
  if (max !== undefined && comparePlain(plain, String(max)) > 0) return { key: 'atMost', values: { max: String(max) } }
  return undefined
}

function money({ min }: FieldDescription, value: unknown): Fault | undefined {
  const { amount } = value as Money
  return min !== undefined && amount < Number(min) ? { key: 'atLeast', values: { min: String(min) } } : undefined
}

const word: Check = ({ of }, value) =>
  Array.isArray(of) && !of.includes(String(value)) ? { key: 'oneOf', values: { words: of.join(', ') } } : undefined

const checks: Record<FieldKind, Check> = {
  text,
  note: text,
  file: text,
  secret: text,
  email: like('email', isEmail),
  url: like('url', isUrl),
  phone: like('phone', (value) => /^[+0-9][0-9 ()./-]*$/.test(value)),
  code: (field, value) => text({ ...field, pattern: field.pattern ?? codePattern }, value),
  integer: bounds,
  quantity: bounds,
  rate: bounds,
  money,
  boolean: fine,
  date: fine,
  instant: fine,
  time: fine,
  choice: word,
  state: word,
  link: fine,
  tags: ({ max }, value) =>
    Array.isArray(value) && max !== undefined && value.length > Number(max)
      ? { key: 'tooMany', values: { count: Number(max) } }
      : undefined,
  record: ({ maxBytes }, value) =>
    maxBytes !== undefined && JSON.stringify(value).length > maxBytes
      ? { key: 'tooLarge', values: { bytes: maxBytes } }
      : undefined,
  list: fine,
  group: fine,
}

/**
 * Values as they are sent: what is empty inside a group or a row is left out; what is empty itself is null where an
 * empty field is sent (an update that clears it), and else left out too.
 */
export function sendable(
  fields: readonly FieldDescription[],
  values: Readonly<Record<string, unknown>>,
  { empties = 'leave-out' }: { empties?: 'leave-out' | 'null' } = {},
): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = values[field.name]
    if (value === undefined) return []
    if (!isEmpty(value)) return [[field.name, filled(field, value)]]
    return empties === 'null' ? [[field.name, null]] : []
  })
  return Object.fromEntries(entries)
}

function filled(field: FieldDescription, value: unknown): unknown {
  if (field.kind === 'group' && isTable(value)) return sendable(field.fields ?? [], value)
  const item = field.of
  if (field.kind === 'list' && Array.isArray(value) && item && !Array.isArray(item))
    return value.map((each) => filled(item as FieldDescription, each))
  return value
}
