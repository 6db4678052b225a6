/**
 * API keys: `ek_<prefix>_<secret>`. The prefix is public: it finds the row and names the key in lists and logs. The
 * secret has 256 bits and only its SHA-256 is stored, so a key can be shown once and never again.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** `key` goes to its owner once; `prefix` and `hash` are stored. */
export type NewApiKey = { key: string; prefix: string; hash: string }

/** Makes a key. */
export function makeApiKey(): NewApiKey {
  const prefix = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { key: `ek_${prefix}_${secret}`, prefix, hash: hashSecret(secret) }
}

/** The parts of a key, or undefined when the text is not one. */
export function parseApiKey(key: string): { prefix: string; hash: string } | undefined {
  const [, prefix, secret] = /^ek_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(key) ?? []
  return prefix === undefined || secret === undefined ? undefined : { prefix, hash: hashSecret(secret) }
}

/** Compares two hashes in constant time. */
export function isSameHash(presented: string, stored: string): boolean {
  const [left, right] = [Buffer.from(presented), Buffer.from(stored)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Whether a text is a scope: the address of a permission, such as `catalog.product.publish`. */
export const isScope = (text: string): boolean =>
  text.length <= 128 && /^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*){1,3}$/.test(text)

/** Whether the key carries the scope. A key without scopes may do nothing: there are no wildcards and no default. */
export const hasScope = (scopes: readonly string[], permission: string): boolean => scopes.includes(permission)

const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
