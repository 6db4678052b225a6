/**
 * Keeps secrets out of log lines. pino's own redaction wants every path spelled out; a secret sits at a path that
 * nobody thought of, so ours goes by the name of the property at any depth, and by the look of the text.
 */

const hidden = '[redacted]'
const secretName = new RegExp(
  'pass(word|wd|phrase|code)|secret|token|authorization|cookie|credential' +
    '|api[-_]?key|private[-_]?(key|jwk)|otp$|^pin$|^cvv$',
  'i',
)
const deepest = 6
const longest = 100

/** A copy of the record without secrets, cut at depth 6 and 100 items, so that logging a giant costs little. */
export function redactRecord(record: Record<string, unknown>): Record<string, unknown> {
  const clean: Record<string, unknown> = {}
  for (const key in record) clean[key] = redactProperty(key, record[key], 0)
  return clean
}

/** Yes/no and counts about a secret (`passwordChanged: true`) may stay; its text, digits or parts may not. */
function redactProperty(key: string, value: unknown, depth: number): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value
  return secretName.test(key) ? hidden : redactValue(value, depth)
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return redactError(value, depth)
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if ('toJSON' in value && typeof value.toJSON === 'function') return value
  if (depth >= deepest) return '[deeper]'
  if (Array.isArray(value)) return value.slice(0, longest).map((item) => redactValue(item, depth + 1))
  const entries = Object.entries(value).slice(0, longest)
  return Object.fromEntries(entries.map(([key, inner]) => [key, redactProperty(key, inner, depth + 1)]))
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  const inner = cause === undefined || depth >= deepest ? undefined : redactValue(cause, depth + 1)
  return { name, message, code, stack, cause: inner }
}

/** Bearer and Basic credentials, API keys, JWTs, passwords in addresses, and secrets in query strings. */
const secretTexts: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic) [A-Za-z0-9._~+/=-]{8,}/gi, `$1 ${hidden}`],
  [/\bek_([0-9a-f]{12})_[A-Za-z0-9_-]{43}/g, `ek_$1_${hidden}`],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g, hidden],
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"\\]{0,200}):[^\s@/"\\]{1,200}@/gi, `$1:${hidden}@`],
  [/([?&](?:[a-z_-]{0,20}(?:token|secret|password|key|signature)|code)=)[^&\s"\\]+/gi, `$1${hidden}`],
]

/**
 * Signs that a terminal or a log shipper could take for a command or a line end; pino escapes only those below space.
 */
const controls = /[\u007f-\u009f\u2028\u2029]/g

/** Cleans a finished JSON line. What it puts in needs no escaping, so the line stays one line of JSON. */
export function redactLine(line: string): string {
  let clean = line
  for (const [shape, replacement] of secretTexts) clean = clean.replace(shape, replacement)
  return clean.replace(controls, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
