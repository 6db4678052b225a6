/** A JSON schema as the text of a TypeScript type. */
import type { JsonSchema } from '#surfaces/schema'

export type TypeOptions = {
  /** What may be missing may also be null: so it is in answers, at every depth. */
  nullable?: boolean
  indent?: string
}

/** The type of what fits the schema; without a schema it is unknown. */
export function typeText(schema: JsonSchema | undefined, options: TypeOptions = {}): string {
  if (!schema) return 'unknown'
  if (schema.enum) return union((schema.enum as (string | null)[]).map(literal))
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => oneType({ ...schema, type }, options)))
  return oneType(schema, options)
}

/** Words as a union of literal types. */
export const union = (words: readonly string[]): string => [...new Set(words)].join(' | ') || 'never'

export const literal = (word: string | null): string => (word === null ? 'null' : `'${word.replaceAll("'", "\\'")}'`)

function oneType(schema: JsonSchema, options: TypeOptions): string {
  switch (schema.type) {
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
    case 'null':
    case 'string':
      return schema.type
    case 'array':
      return arrayOf(typeText(schema.items as JsonSchema, options))
    case 'object':
      return isMoney(schema) ? 'Money' : objectText(schema, options)
    default:
      return 'unknown'
  }
}

const arrayOf = (item: string): string => (/[|&]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`)

const isMoney = ({ properties = {} }: JsonSchema): boolean =>
  ((properties as Record<string, JsonSchema>).currency?.format as string) === 'currency' &&
  Object.keys(properties as object).join() === 'amount,currency'

function objectText(schema: JsonSchema, { nullable = false, indent = '' }: TypeOptions): string {
  if (!schema.properties) return `Record<string, ${typeText(schema.additionalProperties as JsonSchema | undefined)}>`
  const required = new Set(schema.required as readonly string[])
  const inner = `${indent}  `
  const lines = Object.entries(schema.properties as Record<string, JsonSchema>).map(([name, property]) => {
    const text = typeText(property, { nullable, indent: inner })
    const isThere = required.has(name)
    const isNull = nullable && !isThere && !isMap(property) && !/\| null$/.test(text) && text !== 'unknown'
    return `${inner}${nameText(name)}${isThere ? '' : '?'}: ${text}${isNull ? ' | null' : ''}`
  })
  return lines.length === 0 ? 'Record<string, never>' : `{\n${lines.join('\n')}\n${indent}}`
}

/** Values by names that are not known beforehand: there or absent, never null. */
const isMap = ({ additionalProperties }: JsonSchema): boolean => typeof additionalProperties === 'object'

const nameText = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name))
