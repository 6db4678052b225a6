/**
 * Access tokens: EdDSA JWTs by jose (RFC 9068 type `at+jwt`), short-lived. They say who calls, never what the caller
 * may do: `role` and `shops` are for clients to read. Verifying costs 100 µs, so verified tokens are remembered until
 * they expire and a hit is answered synchronously.
 */
import { type CryptoKey, errors, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import { refuse } from '#kernel'
import type { TokenKey } from './token-keys.ts'

/**
 * `pv` is the permission version of the user; `cid` is absent for who belongs to no company. Times in epoch seconds.
 */
export type Claims = {
  sub: string
  sid: string
  cid?: string
  pv: number
  role: string
  shops?: readonly string[]
  iat: number
  exp: number
}

/** What the caller states; the times are added. */
export type Subject = Omit<Claims, 'iat' | 'exp'>

/**
 * `keys`: the first that is still good signs, all verify. `clock`: epoch milliseconds. `remembered`: tokens kept
 * (5,000). `lifeSeconds`: how long a token lives (600).
 */
export type AccessTokenSettings = {
  issuer: string
  audience: string
  keys: readonly TokenKey[]
  clock?: () => number
  remembered?: number
  lifeSeconds?: number
}

export type AccessTokens = {
  /** Seconds that a token lives. */
  lifeSeconds: number
  /** Signs a token that lives that long. */
  sign: (subject: Subject) => Promise<string>
  /** The claims of a token verified before and still good, at once; undefined means: ask `verify`. */
  verifyCached: (token: string) => Claims | undefined
  /** Verifies and remembers. Refuses TOKEN_EXPIRED, and TOKEN_INVALID for every other fault. */
  verify: (token: string) => Promise<Claims>
  /** Takes a rotated key table and forgets what was verified with the old one. */
  replaceKeys: (keys: readonly TokenKey[]) => void
}

type CryptoKeys = { private: CryptoKey; public: CryptoKey }

/** Seconds that clocks may differ. */
const skew = 60
const type = 'at+jwt'
const algorithm = 'EdDSA'
const longestToken = 4096

/** Makes the signer and verifier of one process. */
export function createAccessTokens(settings: AccessTokenSettings): AccessTokens {
  const { issuer, audience, clock = Date.now, remembered = 5_000, lifeSeconds = 600 } = settings
  const verified = new LRUCache<string, Claims>({ max: remembered })
  let table = settings.keys
  let imported = new Map<string, Promise<CryptoKeys>>()

  const keysOf = (key: TokenKey): Promise<CryptoKeys> => {
    const known = imported.get(key.kid) ?? importKeys(key)
    imported.set(key.kid, known)
    return known
  }
  const verifierFor = async (kid: string | undefined): Promise<CryptoKey> => {
    const key = table.find((each) => each.kid === kid && each.notAfter > clock())
    if (!key) throw new errors.JWKSNoMatchingKey()
    return (await keysOf(key)).public
  }

  return {
    lifeSeconds,
    sign: async (subject) => {
      const now = clock()
      const key = table.find((each) => each.notAfter > now + (lifeSeconds + skew) * 1000)
      if (!key) throw new Error('No key of the token key table lives long enough to sign. Rotate the table.')
      const iat = Math.floor(now / 1000)
      return new SignJWT({ ...subject })
        .setProtectedHeader({ alg: algorithm, typ: type, kid: key.kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(iat)
        .setExpirationTime(iat + lifeSeconds)
        .sign((await keysOf(key)).private)
    },
    verifyCached: (token) => {
      const claims = verified.get(token)
      return claims && claims.exp + skew > clock() / 1000 ? claims : undefined
    },
    verify: async (token) => {
      const options = { issuer, audience, typ: type, algorithms: [algorithm], clockTolerance: skew }
      const times = { currentDate: new Date(clock()), maxTokenAge: lifeSeconds }
      if (token.length > longestToken) throw refuse('TOKEN_INVALID')
      const claims = await jwtVerify(token, ({ kid }) => verifierFor(kid), { ...options, ...times })
        .then(({ payload }) => readClaims(payload))
        .catch((error: unknown) => {
          throw refuse(error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID')
        })
      verified.set(token, claims)
      return claims
    },
    replaceKeys: (keys) => {
      table = keys
      imported = new Map()
      verified.clear()
    },
  }
}

async function importKeys(key: TokenKey): Promise<CryptoKeys> {
  const load = async (jwk: TokenKey['publicJwk']): Promise<CryptoKey> => {
    const loaded = await importJWK(jwk, algorithm)
    if (loaded instanceof Uint8Array) throw new Error(`Key ${key.kid} of the token key table is not an Ed25519 key.`)
    return loaded
  }
  const [privateKey, publicKey] = await Promise.all([load(key.privateJwk), load(key.publicJwk)])
  return { private: privateKey, public: publicKey }
}

/** A good signature is not yet a good shape: an older release or another program may have signed with this key. */
function readClaims({ sub, sid, cid, pv, role, shops, iat, exp }: JWTPayload): Claims {
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
  const isShops = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)
  if (!isText(sub) || !isText(sid) || !isText(role) || !Number.isSafeInteger(pv) || typeof pv !== 'number') {
    throw refuse('TOKEN_INVALID')
  }
  if (iat === undefined || exp === undefined || (cid !== undefined && !isText(cid))) throw refuse('TOKEN_INVALID')
  if (shops !== undefined && !isShops(shops)) throw refuse('TOKEN_INVALID')
  return Object.freeze({ sub, sid, cid, pv, role, shops, iat, exp })
}
