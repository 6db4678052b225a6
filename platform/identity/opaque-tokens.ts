/**
 * Opaque tokens: refresh tokens and the single-use tokens of signed links (password reset, e-mail verification,
 * invitation). 256 random bits; only the SHA-256 is stored, so that a leaked table signs nobody in. A fast hash is
 * enough because nothing about the token can be guessed.
 */
import { createHash, randomBytes } from 'node:crypto'

/** `token` goes to its owner once; `hash` (64 hex characters) is what the caller stores and looks up. */
export type OpaqueToken = { token: string; hash: string }

/** Makes a token of 43 URL-safe characters. */
export function makeOpaqueToken(): OpaqueToken {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOpaqueToken(token) }
}

/** The SHA-256 under which a token is stored. Anything that cannot be a token of ours hashes to no stored value. */
export function hashOpaqueToken(token: string): string {
  return createHash('sha256')
    .update(token.length === 43 ? token : '')
    .digest('hex')
}
