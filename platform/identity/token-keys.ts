/**
 * The key table of access tokens. The caller stores the rows (private halves as secrets); a new key is put first and
 * the old ones keep verifying until `notAfter`, so nobody is signed out by a rotation.
 */
import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'

/** One Ed25519 key. `notAfter`: epoch milliseconds after which it neither signs nor verifies. */
export type TokenKey = { kid: string; privateJwk: JWK; publicJwk: JWK; notAfter: number }

/** Makes a key that lives until `notAfter` (epoch milliseconds). */
export async function makeTokenKey(notAfter: number): Promise<TokenKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)])
  return { kid: randomBytes(9).toString('base64url'), privateJwk, publicJwk, notAfter }
}

/** The table with a new key in front and the expired ones gone. `now` and `notAfter` in epoch milliseconds. */
export async function rotateTokenKeys(keys: readonly TokenKey[], now: number, notAfter: number): Promise<TokenKey[]> {
  return [await makeTokenKey(notAfter), ...keys.filter((key) => key.notAfter > now)]
}
