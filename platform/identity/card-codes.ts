/**
 * Codes of gift cards: 100 random bits as 20 letters and digits, in the alphabet of Crockford (no I, L, O, U). Whoever
 * knows the last four still has 80 bits to guess, so a fast hash is enough to look a card up by.
 */
import { createHash, randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20

/** `code` goes to whoever holds the card, `hash` (64 hex characters) is looked up, `ending` may be shown. */
export type CardCode = { code: string; hash: string; ending: string }

/** Makes a code, in groups of four: `7F3K-...`. */
export function makeCardCode(): CardCode {
  const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('')
  return { code: letters.replace(/(.{4})(?=.)/g, '$1-'), hash: hashOf(letters), ending: letters.slice(-4) }
}

/**
 * The hash under which a typed or scanned code is stored: spaces, dashes and case do not matter, and letters that look
 * like digits are read as those. What cannot be a code hashes to no stored value.
 */
export function hashCardCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return hashOf(letters.length === length ? letters : '')
}

const hashOf = (letters: string): string => createHash('sha256').update(letters).digest('hex')
