/** Ajv as we want it: nothing removed, nothing coerced, every breach named with its field and the fix. */

import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { compareDecimal, isCurrency, isDate, isId, type RefusalDetail } from '#kernel'
import type { JsonSchema } from './json-schema.ts'

const detailsMax = 100

export function makeValidator(): (schema: JsonSchema) => (value: unknown) => RefusalDetail[] {
  const ajv = new Ajv2020({
    allErrors: true,
    // Errors carry the schema that they break, from which the hints are drawn.
    verbose: true,
    strict: true,
    strictTypes: false,
    strictTuples: false,
    coerceTypes: false,
    removeAdditional: false,
  })
  ajv.addFormat('uuid', isId)
  ajv.addFormat('date', isDate)
  ajv.addFormat('date-time', (text) => instant.test(text) && !Number.isNaN(Date.parse(text)))
  ajv.addFormat('email', (text) => email.test(text))
  ajv.addFormat('http-url', (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
  ajv.addFormat('currency', isCurrency)
  ajv.addKeyword({ keyword: 'x-decimal', type: 'string', validate: withinBounds })
  ajv.addKeyword({
    keyword: 'x-one-line',
    type: 'string',
    validate: (_: true, value: string) => !controlCharacter.test(value),
  })
  ajv.addKeyword({
    keyword: 'x-max-bytes',
    type: 'object',
    validate: (max: number, value: object) => JSON.stringify(value).length <= max,
  })
  return (schema) => {
    const validate: ValidateFunction = ajv.compile(schema)
    return (value) => (validate(value) ? [] : (validate.errors ?? []).slice(0, detailsMax).map(detailOf))
  }
}

/** Signs that end a line or steer a terminal or a printer; a name comes to all of these. */
const controlCharacter = /[\p{Cc}\u2028\u2029]/u
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/
const email = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@]+\.[^\s@.]+$/

/** What is no plain decimal is the pattern's to refuse. */
function withinBounds({ min, max }: { min?: string; max?: string }, value: string): boolean {
  if (!/^-?(0|[1-9]\d{0,11})(\.\d{1,12})?$/.test(value)) return true
  return (
    (min === undefined || compareDecimal(value, min) >= 0) && (max === undefined || compareDecimal(value, max) <= 0)
  )
}

function detailOf({ instancePath, keyword, params, message, schema, parentSchema }: ErrorObject): RefusalDetail {
  const path = instancePath.slice(1).replaceAll('/', '.')
  const under = (name: string) => (path ? `${path}.${name}` : name)
  switch (keyword) {
    case 'additionalProperties':
      return { field: under(params.additionalProperty), message: 'is not a field of this request; remove it' }
    case 'required':
      return { field: under(params.missingProperty), message: 'is required' }
    case 'enum':
      return { field: path, message: `must be one of ${((schema as unknown[]) ?? params.allowedValues).join(', ')}` }
    case 'pattern':
      return { field: path, message: patternHint(parentSchema, params.pattern) }
    case 'format':
      return { field: path, message: formatHints[params.format] ?? `must be a ${params.format}` }
    case 'type':
      return { field: path, message: `must be ${[params.type].flat().join(' or ')}${decimalHint(parentSchema)}` }
    case 'x-decimal':
      return { field: path, message: boundsHint(schema as { min?: string; max?: string }) }
    case 'x-one-line':
      return { field: path, message: 'must be one line without control characters' }
    case 'x-max-bytes':
      return { field: path, message: `must be at most ${String(schema)} bytes as JSON` }
    case 'minProperties':
      return { message: 'name at least one field' }
    default:
      return { field: path, message: message ?? 'is not valid' }
  }
}

const formatHints: Readonly<Record<string, string>> = {
  uuid: 'must be an id (a UUID)',
  date: 'must be a date, YYYY-MM-DD',
  'date-time': 'must be an instant such as 2025-01-31T10:00:00Z',
  email: 'must be an e-mail address',
  'http-url': 'must be an http or https address',
  currency: 'must be an ISO 4217 currency code',
}

const isDecimalSchema = (schema: unknown): boolean =>
  String((schema as JsonSchema | undefined)?.pattern).startsWith('^-?(0|')
const decimalHint = (schema: unknown): string =>
  isDecimalSchema(schema) ? ': send decimals as text, such as "2.5"' : ''
const patternHint = (schema: unknown, pattern: string): string =>
  isDecimalSchema(schema) ? 'must be a plain decimal number such as "2.5"' : `must match ${pattern}`

function boundsHint({ min, max }: { min?: string; max?: string }): string {
  if (min !== undefined && max !== undefined) return `must be from ${min} to ${max}`
  return min !== undefined ? `must be at least ${min}` : `must be at most ${max}`
}
