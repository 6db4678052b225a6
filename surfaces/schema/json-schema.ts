/**
 * Fields as JSON Schema (2020-12): what the HTTP door validates with and what OpenAPI shows are the same objects.
 * `x-` keywords carry the few rules that JSON Schema has no word for; validator.ts enforces them.
 */
import { type Field, type FieldKind, type FieldOf, type Fields, propertyOf } from '#kernel'

export type JsonSchema = { [key: string]: unknown }

const amountMax = Number.MAX_SAFE_INTEGER
const id = { type: 'string', format: 'uuid' } as const

/** How each kind looks on the wire. A new kind is a compile error here. */
const schemaOf: { [K in FieldKind]: (field: FieldOf<K>) => JsonSchema } = {
  text: textSchema,
  note: textSchema,
  email: (field) => ({ ...textSchema(field), format: 'email' }),
  phone: (field) => ({ ...textSchema(field), pattern: '^[+0-9][0-9 ()./-]*$' }),
  url: (field) => ({ ...textSchema(field), format: 'http-url' }),
  code: (field) => ({ ...textSchema(field), pattern: field.pattern ?? '^[A-Za-z0-9][A-Za-z0-9._/-]*$' }),
  file: textSchema,
  secret: (field) => ({ ...textSchema(field), writeOnly: true }),
  integer: ({ min, max }) => ({ type: 'integer', minimum: min, maximum: max }),
  quantity: decimalSchema,
  rate: decimalSchema,
  money: ({ min }) => ({
    type: 'object',
    properties: {
      amount: { type: 'integer', minimum: min ?? -amountMax, maximum: amountMax, description: 'Minor units.' },
      currency: { type: 'string', format: 'currency', description: 'ISO 4217.' },
    },
    required: ['amount', 'currency'],
    additionalProperties: false,
  }),
  boolean: () => ({ type: 'boolean' }),
  date: () => ({ type: 'string', format: 'date' }),
  instant: () => ({ type: 'string', format: 'date-time' }),
  time: () => ({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  choice: ({ of }) => ({ type: 'string', enum: [...of] }),
  state: ({ of }) => ({ type: 'string', enum: [...of] }),
  link: () => id,
  tags: ({ max }) => ({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: 64, 'x-one-line': true },
    maxItems: max,
    uniqueItems: true,
  }),
  record: ({ maxBytes }) => ({ type: 'object', 'x-max-bytes': maxBytes }),
  list: ({ of, min, max }) => ({ type: 'array', items: fieldSchema(of), minItems: min, maxItems: max }),
  group: ({ fields }) => objectSchema(fields),
}

/** Several lines may stand in notes, and anything in what is never shown. */
const severalLines: ReadonlySet<FieldKind> = new Set(['note', 'secret'])

function textSchema({ kind, min, max, pattern }: FieldOf<'text'>): JsonSchema {
  return {
    type: 'string',
    ...(min > 0 ? { minLength: min } : {}),
    maxLength: max,
    ...(pattern ? { pattern } : {}),
    ...(severalLines.has(kind) ? {} : { 'x-one-line': true }),
  }
}

function decimalSchema({ scale, min, max }: FieldOf<'quantity'>): JsonSchema {
  const decimals = scale > 0 ? `(\\.\\d{1,${scale}})?` : ''
  return {
    type: 'string',
    pattern: `^-?(0|[1-9]\\d{0,11})${decimals}$`,
    ...(min !== undefined || max !== undefined ? { 'x-decimal': { min, max } } : {}),
  }
}

/** One field, with its label and example. */
export function fieldSchema(field: Field): JsonSchema {
  const make = schemaOf[field.kind] as (field: Field) => JsonSchema
  const { label, help, example } = field
  const description = [label, help].filter(Boolean).join('. ')
  return {
    ...make(field),
    ...(description ? { description } : {}),
    ...(example === undefined ? {} : { examples: [example] }),
  }
}

export type ObjectOptions = {
  /** Optional fields may be sent (or are answered) as null, which means empty. */
  nullable?: boolean
  /** Required fields of the definition must be there. */
  demand?: boolean
  extra?: Record<string, JsonSchema>
}

/** An object of fields that refuses every property it does not know. */
export function objectSchema(
  fields: Fields,
  { nullable = false, demand = true, extra = {} }: ObjectOptions = {},
): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  const required: string[] = []
  for (const [name, field] of Object.entries(fields)) {
    const property = propertyOf(name, field)
    const schema = fieldSchema(field)
    properties[property] = nullable && !field.required && field.kind !== 'state' ? nullableOf(schema) : schema
    if (demand && field.required && field.default === undefined) required.push(property)
  }
  return {
    type: 'object',
    properties: { ...properties, ...extra },
    ...(required.length ? { required } : {}),
    additionalProperties: false,
  }
}

const nullableOf = (schema: JsonSchema): JsonSchema =>
  schema.enum
    ? { ...schema, type: ['string', 'null'], enum: [...(schema.enum as string[]), null] }
    : { ...schema, type: [schema.type, 'null'] }

/** A stored record as it is answered: every field is there, but for those that not everybody may see. */
export function recordSchema(fields: Fields): JsonSchema {
  const shown = Object.fromEntries(Object.entries(fields).filter(([, field]) => field.kind !== 'secret'))
  const schema = objectSchema(shown, {
    nullable: true,
    demand: false,
    extra: {
      id,
      version: { type: 'integer' },
      createdAt: { type: 'string', format: 'date-time' },
      updatedAt: { type: 'string', format: 'date-time' },
      titles: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'With `include=titles`: what its links lead to, by the name of the field.',
      },
    },
  })
  const required = Object.entries(shown)
    .filter(([, field]) => !field.see)
    .map(([name, field]) => propertyOf(name, field))
  return { ...schema, required: ['id', 'version', 'createdAt', 'updatedAt', ...required] }
}
