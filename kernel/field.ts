/**
 * The closed set of field kinds. An entity's columns, an action's input, a job's data and an answer's shape are all
 * written with these, and every surface (table, JSON schema, CSV, console ...) answers each kind in one exhaustive
 * table. A link field `brand` travels as `brandId` and is stored as `brand_id`; money is stored as `<name>_amount` in
 * minor units with `<name>_currency`; quantities and rates are exact decimal strings.
 */
import type { EntityDefinition } from './entity.ts'
import type { Money } from './money.ts'

/** What every field may say. Silence means: optional, writable, visible to whoever may read the record. */
export type FieldOptions = {
  label?: string
  help?: string
  required?: boolean
  /** No two records of the company may share the value. */
  unique?: boolean
  /** Takes part in full-text and trigram search. */
  search?: boolean
  /** Position among the default columns of lists. */
  list?: number
  /** Permission without which the field is absent from answers and refused in inputs. */
  see?: string
  /** Set by actions only: never part of a create or update. */
  computed?: boolean
  /** Given at creation, never changed afterwards. */
  fixed?: boolean
  /** The value of a new record that names none. */
  default?: unknown
  example?: unknown
}

export type TextKind = 'text' | 'note' | 'email' | 'phone' | 'url' | 'code' | 'file' | 'secret'
export type DecimalKind = 'quantity' | 'rate'
export type TimeKind = 'date' | 'instant' | 'time'

type Base = FieldOptions & { readonly required: boolean }
export type TextField = Base & { kind: TextKind; min: number; max: number; pattern?: string; refersTo?: string }
export type IntegerField = Base & { kind: 'integer'; min: number; max: number; minorUnitsOf?: string }
export type DecimalField = Base & { kind: DecimalKind; min?: string; max?: string; scale: number }
export type MoneyField = Base & { kind: 'money'; min?: number }
export type BooleanField = Base & { kind: 'boolean' }
export type TimeField = Base & { kind: TimeKind }
export type ChoiceField = Base & { kind: 'choice'; of: readonly string[] }
export type StateField = Base & { kind: 'state'; of: readonly string[] }
export type LinkField = Base & { kind: 'link'; to: () => EntityDefinition }
export type TagsField = Base & { kind: 'tags'; max: number }
export type RecordField = Base & { kind: 'record'; maxBytes: number }
export type ListField = Base & { kind: 'list'; of: Field; min: number; max: number }
export type GroupField = Base & { kind: 'group'; fields: Fields }

/** Every field, told apart by `kind`. */
export type Field =
  | TextField
  | IntegerField
  | DecimalField
  | MoneyField
  | BooleanField
  | TimeField
  | ChoiceField
  | StateField
  | LinkField
  | TagsField
  | RecordField
  | ListField
  | GroupField
export type FieldKind = Field['kind']
export type Fields = Record<string, Field>
/** The field type that a kind has; for tables that answer every kind. */
export type FieldOf<K extends FieldKind, F = Field> = F extends Field ? (K extends F['kind'] ? F : never) : never

/** Any JSON object, as a `record` field holds it. */
export type JsonObject = { [key: string]: unknown }

declare const valueType: unique symbol
/** Carries the TypeScript type of a field's value, and whether it must be there; nothing of it exists at run time. */
export type Typed<F, T, Required extends boolean> = F & { readonly [valueType]?: { value: T; required: Required } }
type Needs<O> = O extends { required: true } ? true : false

const base = <O extends FieldOptions>(options: O | undefined): O & { required: boolean } =>
  ({ ...options, required: options?.required === true }) as O & { required: boolean }

type TextOptions = FieldOptions & {
  min?: number
  max?: number
  pattern?: string
  /**
   * The entity whose record's id it holds, where no link may stand because of who knows whom; `auth.user` for a person.
   * Pages show and choose that record; nothing is checked by it.
   */
  refersTo?: string
}
const texts =
  <K extends TextKind>(kind: K, maxDefault: number) =>
  <const O extends TextOptions = TextOptions>(options?: O): Typed<TextField, string, Needs<O>> =>
    ({ min: options?.required ? 1 : 0, max: maxDefault, ...base(options), kind }) as Typed<TextField, string, Needs<O>>

/** One line of text; at most 200 characters unless `max` says otherwise. */
export const text = texts('text', 200)
/** Text of several lines, at most 4,000 characters. */
export const note = texts('note', 4000)
export const email = texts('email', 254)
export const phone = texts('phone', 32)
export const url = texts('url', 2000)
/** An identifier that people type: letters, digits and `. _ - /`, no spaces. */
export const code = texts('code', 64)
/** The key of a stored file. */
export const file = texts('file', 300)
/** Written, never read back. */
export const secret = texts('secret', 4000)

type IntegerOptions = FieldOptions & {
  min?: number
  max?: number
  /** The field beside it that holds the currency of which it counts minor units: pages show it as money. */
  minorUnitsOf?: string
}
/** A whole number within 32 bits unless bounds are given. */
export const integer = <const O extends IntegerOptions = IntegerOptions>(options?: O) =>
  ({ min: -2147483648, max: 2147483647, ...base(options), kind: 'integer' }) as Typed<IntegerField, number, Needs<O>>

type DecimalOptions = FieldOptions & { min?: string; max?: string; scale?: number }
/** An exact amount of goods in some unit, a decimal string such as "2" or "0.125"; at most 6 decimals. */
export const quantity = <const O extends DecimalOptions = DecimalOptions>(options?: O) =>
  ({ scale: 6, ...base(options), kind: 'quantity' }) as Typed<DecimalField, string, Needs<O>>
/** An exact ratio or percentage, a decimal string such as "17.5"; at most 6 decimals. */
export const rate = <const O extends DecimalOptions = DecimalOptions>(options?: O) =>
  ({ scale: 6, ...base(options), kind: 'rate' }) as Typed<DecimalField, string, Needs<O>>

/** An amount in integer minor units with its ISO 4217 currency. `min` is in minor units. */
export const money = <const O extends FieldOptions & { min?: number } = FieldOptions>(options?: O) =>
  ({ ...base(options), kind: 'money' }) as Typed<MoneyField, Money, Needs<O>>

export const boolean = <const O extends FieldOptions = FieldOptions>(options?: O) =>
  ({ ...base(options), kind: 'boolean' }) as Typed<BooleanField, boolean, Needs<O>>

const times =
  <K extends TimeKind>(kind: K) =>
  <const O extends FieldOptions = FieldOptions>(options?: O) =>
    ({ ...base(options), kind }) as Typed<TimeField, string, Needs<O>>
/** A calendar day, `YYYY-MM-DD`. */
export const date = times('date')
/** A moment in UTC, `YYYY-MM-DDThh:mm:ssZ`. */
export const instant = times('instant')
/** A time of day, `hh:mm`. */
export const time = times('time')

/** One of a fixed set of words. */
export const choice = <const V extends readonly string[], const O extends FieldOptions = FieldOptions>(
  of: V,
  options?: O,
) => ({ ...base(options), kind: 'choice', of }) as Typed<ChoiceField, V[number], Needs<O>>
/** Where a record stands in its life; new records start at the first word, and only actions move it. */
export const state = <const V extends readonly string[], const O extends FieldOptions = FieldOptions>(
  of: V,
  options?: O,
) => ({ default: of[0], ...base(options), computed: true, kind: 'state', of }) as Typed<StateField, V[number], true>

/** A reference to a record of the same company. */
export const link = <const O extends FieldOptions & { to: () => EntityDefinition }>(options: O) =>
  ({ ...base(options), kind: 'link' }) as unknown as Typed<LinkField, string, Needs<O>>

/** A set of short words, at most `max` of them. */
export const tags = <const O extends FieldOptions & { max?: number } = FieldOptions>(options?: O) =>
  ({ max: 50, ...base(options), kind: 'tags' }) as Typed<TagsField, string[], Needs<O>>
/** A JSON object without a schema of its own, at most `maxBytes` (16 KB unless told). */
export const record = <const O extends FieldOptions & { maxBytes?: number } = FieldOptions>(options?: O) =>
  ({ maxBytes: 16_384, ...base(options), kind: 'record' }) as Typed<RecordField, JsonObject, Needs<O>>

/** Several values of one kind, at most `max`. */
export const list = <F extends Field, const O extends FieldOptions & { min?: number; max: number }>(
  of: F,
  options: O,
) => ({ min: 0, ...base(options), kind: 'list', of }) as unknown as Typed<ListField, ValueOf<F>[], Needs<O>>
/** Fields that belong together. */
export const group = <F extends Fields, const O extends FieldOptions = FieldOptions>(fields: F, options?: O) =>
  ({ ...base(options), kind: 'group', fields }) as unknown as Typed<GroupField, InputOf<F>, Needs<O>>

/** The TypeScript type of a field's value. */
export type ValueOf<F> = F extends { readonly [valueType]?: { value: infer T; required: boolean } } ? T : unknown
type IsRequired<F> = F extends { readonly [valueType]?: { value: unknown; required: true } } ? true : false
type PropertyOf<K extends string, F> = F extends { kind: 'link' } ? `${K}Id` : K

/** What a caller sends: required fields are there, others may be missing. */
export type InputOf<F extends Fields> = {
  [K in keyof F & string as IsRequired<F[K]> extends true ? PropertyOf<K, F[K]> : never]: ValueOf<F[K]>
} & {
  [K in keyof F & string as IsRequired<F[K]> extends true ? never : PropertyOf<K, F[K]>]?: ValueOf<F[K]> | undefined
}

/** What is stored and answered: every field is there, empty ones are null. */
export type ValuesOf<F extends Fields> = {
  [K in keyof F & string as PropertyOf<K, F[K]>]: IsRequired<F[K]> extends true ? ValueOf<F[K]> : ValueOf<F[K]> | null
}

/** The name under which a field travels: links carry `Id`. */
export const propertyOf = (name: string, field: Field): string => (field.kind === 'link' ? `${name}Id` : name)

/** camelCase to snake_case, as names are written in the database and in event types. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** camelCase to kebab-case, as names are written in paths. */
export const kebab = (name: string): string => snake(name).replaceAll('_', '-')
/** camelCase to a label for people: `taxRate` is "Tax rate". */
export const labelOf = (name: string, given?: string): string => {
  if (given) return given
  const words = snake(name).replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
