/**
 * File keys: `<company uuid>/<name>/...`. Names are plain ASCII, so no key can climb out, hide, or differ only by eye.
 */
import { refuse } from '#kernel'

const company = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const name = '[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}'
const keyShape = new RegExp(`^${company}(?:/${name}){1,8}$`)
const prefixShape = new RegExp(`^${company}/(?:${name}/){0,7}$`)

/**
 * The key of a company's file. Each part is cleaned: what is not a letter, digit, point, dash or underscore becomes a
 * dash. Refuses VALIDATION_FAILED when nothing is left of a part.
 */
export function fileKey(companyId: string, ...parts: string[]): string {
  const clean = parts.map((part) =>
    part
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^\.+/, '')
      .slice(-128),
  )
  return checkKey([companyId, ...clean].join('/'))
}

/** Answers the key or refuses VALIDATION_FAILED. */
export function checkKey(key: string): string {
  if (!keyShape.test(key)) throw invalid('Use <company>/<name>, names of letters, digits, points, dashes, underscores.')
  return key
}

/** Answers the prefix or refuses VALIDATION_FAILED: without a company there is no listing. */
export function checkPrefix(prefix: string): string {
  if (!prefixShape.test(prefix)) throw invalid('Use <company>/ or <company>/<name>/ as the prefix.')
  return prefix
}

const invalid = (message: string) => refuse('VALIDATION_FAILED', [{ field: 'key', message }])
