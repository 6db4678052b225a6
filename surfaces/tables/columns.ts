/** How each kind of field lies in a table: one exhaustive answer, so that a new kind is a compile error here. */
import type { Field, FieldKind } from '#kernel'
import { partsOf } from '#platform/execution'
import { literal, quoted } from './names.ts'

/** A column as declared. `check` is a condition on it alone; `generated` an expression that makes it. */
export type DeclaredColumn = {
  name: string
  type: string
  notNull: boolean
  default?: string | undefined
  check?: string | undefined
  generated?: string
}

type Of<K extends FieldKind> = Extract<Field, { kind: K }>
type Answer = { type: string; check?: string | undefined; literal: (value: unknown) => string }
type Answers = { [K in FieldKind]: (column: string, field: Of<K>) => Answer }

const asText = (value: unknown): string => literal(String(value))
const asJson = (value: unknown): string => `${literal(JSON.stringify(value))}::jsonb`
const asArray = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? `array[${value.map(asText).join(', ')}]::text[]` : `'{}'::text[]`

const unboundedText = (): Answer => ({ type: 'text', literal: asText })
const boundedText = (column: string, field: { max: number }): Answer => ({
  type: 'text',
  check: `char_length(${column}) <= ${field.max}`,
  literal: asText,
})
const oneOf = (column: string, field: { of: readonly string[] }): Answer => ({
  type: 'text',
  check: `${column} in (${field.of.map(literal).join(', ')})`,
  literal: asText,
})
const numeric = (): Answer => ({ type: 'numeric', literal: String })
const json = (): Answer => ({ type: 'jsonb', literal: asJson })
const is32Bit = (value: number): boolean => value >= -2147483648 && value <= 2147483647

const answers: Answers = {
  text: boundedText,
  note: boundedText,
  email: boundedText,
  phone: boundedText,
  url: boundedText,
  code: boundedText,
  file: unboundedText,
  // A secret is stored sealed, which is longer than what was written.
  secret: unboundedText,
  integer: (_, { min, max }) => ({ type: is32Bit(min) && is32Bit(max) ? 'integer' : 'bigint', literal: String }),
  quantity: numeric,
  rate: numeric,
  money: () => ({ type: 'bigint', literal: String }),
  boolean: () => ({ type: 'boolean', literal: String }),
  date: () => ({ type: 'date', literal: asText }),
  instant: () => ({ type: 'timestamptz', literal: asText }),
  time: () => ({ type: 'time', literal: asText }),
  choice: oneOf,
  state: oneOf,
  link: () => ({ type: 'uuid', literal: asText }),
  tags: () => ({ type: 'text[]', literal: asArray }),
  record: json,
  list: json,
  group: json,
}

const answerOf = (column: string, field: Field): Answer =>
  (answers[field.kind] as (column: string, field: Field) => Answer)(column, field)

/** The columns of a field: two for money, one for everything else. */
export function columnsOf(name: string, field: Field): DeclaredColumn[] {
  return partsOf(name, field).map(({ column, of }) => {
    const answer = of === 'currency' ? unboundedText() : answerOf(quoted(column), field)
    const value = of === 'value' ? field.default : (field.default as Record<string, unknown> | undefined)?.[of]
    return {
      name: column,
      type: answer.type,
      // A state has a value from the first moment on, also where its definition does not ask for one.
      notNull: field.required || field.kind === 'state',
      default: value === undefined || value === null ? undefined : answer.literal(value),
      check: answer.check,
    }
  })
}

/** The text by which a field is searched; throws for kinds that hold no words. */
export function searchTermOf(address: string, name: string, field: Field): string {
  const [part] = partsOf(name, field)
  if (!part || !searchable.has(field.kind))
    throw new Error(`${address}.${name}: a ${field.kind} field cannot be searched`)
  return `coalesce(${quoted(part.column)}, '')`
}

const searchable: ReadonlySet<FieldKind> = new Set(['text', 'note', 'email', 'phone', 'url', 'code', 'choice', 'state'])
