/**
 * Secrets of integrations, TOTP secrets and private keys at rest: AES-256-GCM. The ring is a setting,
 * `2026b:<base64>,2026a:<base64>`: the first key encrypts, all decrypt, so a rotation is a new first key and a pass of
 * `reencrypt` over the rows. The associated data (such as `company:connector:field`) binds a value to its place: copied
 * into another company's row it does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { defineService } from '#kernel'

export type SecretBox = {
  /** Answers `v1.<key id>.<nonce>.<ciphertext and tag>`. */
  encrypt: (plain: string, associated: string) => string
  /** Throws when the key is unknown, the value was changed, or it belongs to another place. */
  decrypt: (sealed: string, associated: string) => string
  /** Whether the value was sealed with another than the first key. */
  isStale: (sealed: string) => boolean
  /** The same secret under the first key. */
  reencrypt: (sealed: string, associated: string) => string
}

type RingKey = { id: string; key: Buffer }

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Opens a box with a ring of `id:base64` of 32 bytes, separated by commas. Throws when the ring is not valid. */
export function createSecretBox(ring: string): SecretBox {
  const keys = parseRing(ring)
  const [first] = keys
  if (!first) throw new Error('The secret ring is empty. Make a key with: openssl rand -base64 32')

  const encrypt: SecretBox['encrypt'] = (plain, associated) => {
    const nonce = randomBytes(nonceBytes)
    const sealing = createCipheriv(cipher, first.key, nonce).setAAD(aad(first.id, associated))
    const body = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final(), sealing.getAuthTag()])
    return `v1.${first.id}.${nonce.toString('base64url')}.${body.toString('base64url')}`
  }
  const decrypt: SecretBox['decrypt'] = (sealed, associated) => {
    const { id, nonce, body } = readSealed(sealed)
    const found = keys.find((each) => each.id === id)
    if (!found) throw new Error(`The secret was sealed with key '${id}', which is not in the ring.`)
    const opening = createDecipheriv(cipher, found.key, nonce, { authTagLength: tagBytes }).setAAD(aad(id, associated))
    opening.setAuthTag(body.subarray(-tagBytes))
    return Buffer.concat([opening.update(body.subarray(0, -tagBytes)), opening.final()]).toString('utf8')
  }
  return {
    encrypt,
    decrypt,
    isStale: (sealed) => readSealed(sealed).id !== first.id,
    reencrypt: (sealed, associated) => encrypt(decrypt(sealed, associated), associated),
  }
}

/** A new key for the ring, as `id:base64`. */
export const makeRingKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`

const aad = (id: string, associated: string): Buffer => Buffer.from(`v1.${id}.${associated}`)

function parseRing(ring: string): RingKey[] {
  const keys = ring.split(',').flatMap((entry, index) => {
    if (entry.trim() === '') return []
    const [, id, base64] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=?)$/.exec(entry.trim()) ?? []
    // The entry is never printed: it is a key.
    if (!id || !base64) throw new Error(`Entry ${index + 1} of the secret ring must be id:base64 of 32 bytes.`)
    return [{ id, key: Buffer.from(base64, 'base64') }]
  })
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('Two keys of the secret ring share an id.')
  return keys
}

function readSealed(sealed: string): { id: string; nonce: Buffer; body: Buffer } {
  const [, id, nonceText, bodyText] =
    /^v1\.([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/.exec(sealed) ?? []
  if (!id || !nonceText || !bodyText) throw new Error('The value is not a sealed secret.')
  return { id, nonce: Buffer.from(nonceText, 'base64url'), body: Buffer.from(bodyText, 'base64url') }
}

/** The secret box of the process. */
export const secretBoxService = defineService<SecretBox>('secrets')
