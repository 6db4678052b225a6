/**
 * Reads a JSON body strictly. What JSON.parse lets pass is refused here: duplicate keys (which one counts?), keys that
 * touch prototypes, NUL and lone surrogates (PostgreSQL cannot store them), and nesting or key counts that only serve
 * harm. Bytes that are not UTF-8 are refused instead of replaced.
 */
import { isUtf8 } from 'node:buffer'
import { refuse } from '#kernel'

const depthMax = 32
const keysMax = 50_000
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** The parsed value. Refuses VALIDATION_FAILED or FORBIDDEN_KEY. */
export function parseJsonBody(body: string | Buffer): unknown {
  if (typeof body !== 'string' && !isUtf8(body)) throw invalid('The body is not valid UTF-8.')
  const text = body.toString()
  inspect(text)
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('The body is not valid JSON.')
  }
}

const invalid = (message: string) => refuse('VALIDATION_FAILED', [{ field: 'body', message }])

/** One pass over the text: structure outside of strings, contents inside. */
function inspect(text: string): void {
  if (text.includes('\\u0000') || text.includes('\0')) throw invalid('NUL is not allowed in text.')
  if (
    !text.isWellFormed() ||
    /\\u[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][\da-fA-F]{2})\\u[dD][c-fC-F]/.test(text)
  ) {
    throw invalid('Text must be well-formed Unicode.')
  }
  const open: (Set<string> | undefined)[] = []
  let keys = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22) {
      const end = endOfString(text, at)
      if (isKey(text, end)) {
        keys += 1
        if (keys > keysMax) throw invalid(`At most ${keysMax} properties.`)
        noteKey(open.at(-1), keyOf(text.slice(at, end + 1)))
      }
      at = end
    } else if (sign === 0x7b || sign === 0x5b) {
      open.push(sign === 0x7b ? new Set() : undefined)
      if (open.length > depthMax) throw invalid(`Nested deeper than ${depthMax} levels.`)
    } else if (sign === 0x7d || sign === 0x5d) open.pop()
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === 0x5c) at += 1
    else if (sign === 0x22) return at
  }
  throw invalid('The body is not valid JSON.')
}

function isKey(text: string, end: number): boolean {
  let at = end + 1
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1
  return text.charCodeAt(at) === 0x3a
}

function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    throw invalid('The body is not valid JSON.')
  }
}

function noteKey(keys: Set<string> | undefined, key: string): void {
  if (forbidden.has(key)) throw refuse('FORBIDDEN_KEY', [{ field: key, message: 'is not a property name here' }])
  if (keys?.has(key)) throw invalid(`The property ${key.slice(0, 60)} occurs twice.`)
  keys?.add(key)
}
