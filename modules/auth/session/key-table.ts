/** The keys that sign access tokens. A new one comes every 30 days and the old ones verify until their end. */
import { decodeProtectedHeader } from 'jose'
import type postgres from 'postgres'
import type { App } from '#platform/execution'
import { makeTokenKey, type SecretBox, type TokenKey } from '#platform/identity'

type Tools = { relay: postgres.Sql; secrets: SecretBox; clock: () => number; log: App['log'] }

const day = 86_400_000
/** Milliseconds that a key lives, and what is left of it when the next one is made. */
const life = 90 * day
const renewal = 60 * day
/** Milliseconds between two looks for a key that a token names: made-up names must not cost a statement each. */
const lookAgainAfter = 10_000

export type KeyTable = {
  current: () => readonly TokenKey[]
  /** Whether the newest key is far from its end; where not, `reload` finds or makes the next one. */
  isFresh: () => boolean
  reload: () => Promise<readonly TokenKey[]>
  /** Whether the token names a key that is not here, and the last look was some time ago. */
  mayLearn: (token: string) => boolean
}

/** The table as this process knows it. */
export async function openKeyTable(tools: Tools): Promise<KeyTable> {
  let keys = await readKeyTable(tools)
  let lookedAt = tools.clock()
  return {
    current: () => keys,
    isFresh: () => isFresh(keys, tools.clock()),
    reload: async () => {
      lookedAt = tools.clock()
      keys = await readKeyTable(tools)
      return keys
    },
    mayLearn: (token) => {
      const kid = kidOf(token)
      if (kid === undefined || keys.some((key) => key.kid === kid)) return false
      return tools.clock() - lookedAt > lookAgainAfter
    },
  }
}

function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid
  } catch {
    return undefined
  }
}

/** Newest first. Makes a key when there is none, or when the newest has less than 60 days left. */
async function readKeyTable(tools: Tools): Promise<TokenKey[]> {
  const { relay, clock } = tools
  const stored = await read(relay, tools)
  if (isFresh(stored, clock())) return stored
  return (await relay.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('auth.token_key'))`
    const meanwhile = await read(tx, tools)
    if (isFresh(meanwhile, clock())) return meanwhile
    const key = await makeTokenKey(clock() + life)
    await insert(tx, tools, key)
    return [key, ...meanwhile]
  })) as TokenKey[]
}

const isFresh = ([newest]: readonly TokenKey[], now: number) => newest !== undefined && newest.notAfter > now + renewal

const placeOf = (kid: string): string => `auth:token_key:${kid}`

async function read(sql: postgres.ISql, { secrets, clock, log }: Tools): Promise<TokenKey[]> {
  const rows = await sql`
    select kid, private_jwk, public_jwk, not_after from auth.token_key
    where not_after > ${new Date(clock()).toISOString()} order by not_after desc`
  return rows.flatMap((row) => {
    try {
      const privateJwk = JSON.parse(secrets.decrypt(row.private_jwk, placeOf(row.kid)))
      return [{ kid: row.kid, privateJwk, publicJwk: row.public_jwk, notAfter: Date.parse(row.not_after) }]
    } catch (error) {
      // Sealed with a ring that is gone: those tokens cannot be verified any more, and their owners refresh them.
      log.warn({ kid: row.kid, err: error }, 'a signing key could not be opened')
      return []
    }
  })
}

async function insert(sql: postgres.ISql, { secrets, clock }: Tools, key: TokenKey): Promise<void> {
  const sealed = secrets.encrypt(JSON.stringify(key.privateJwk), placeOf(key.kid))
  await sql`insert into auth.token_key (kid, private_jwk, public_jwk, not_after, created_at) values (${key.kid},
    ${sealed}, ${sql.json(key.publicJwk as never)}, ${new Date(key.notAfter).toISOString()},
    ${new Date(clock()).toISOString()})`
}
