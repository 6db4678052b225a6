/**
 * Says who calls. An access token seen before, of a session looked up within five seconds, is answered at once and
 * without a promise; everything else asks the database once, however many requests wait for the same answer.
 */
import { type Actor, installation, isId, refuse } from '#kernel'
import { asRefusal } from '#platform/db'
import type { App } from '#platform/execution'
import { type Claims, hashOpaqueToken, parseApiKey } from '#platform/identity'
import { authRefusals } from './refusals.ts'
import { type AuthServices, authServices } from './services.ts'
import { isPendingChallenge } from './session/challenge.ts'
import { believedFor, type Known } from './session/known-actors.ts'
import { readKey, readSession } from './session/read-actor.ts'
import { requireOpenCompany } from './session/start-session.ts'

/**
 * The same as `Identify` of the REST door: refuses bad credentials, answers the anonymous actor where there are none.
 */
export type Identify = (
  headers: Record<string, string | string[] | undefined>,
  address: string,
) => Promise<Actor> | Actor

export const anonymous: Actor = Object.freeze({
  kind: 'anonymous',
  id: 'anonymous',
  name: 'anonymous',
  role: 'anonymous',
  companyId: installation,
  shopIds: [],
  customerId: null,
  sessionId: null,
  grants: new Map(),
})

/** Makes the door's `identify` of a process whose services hold `auth`. */
export function makeIdentify(app: App): Identify {
  const auth = app.services.get(authServices.name) as AuthServices | undefined
  if (!auth) throw new Error('Open auth first: the services of this process hold none.')
  const flights = new Map<string, Promise<Actor>>()
  const once = (key: string, look: () => Promise<Actor>): Promise<Actor> => {
    const flying = flights.get(key)
    if (flying) return flying
    const flight = look()
      .catch(refuseOfDatabase)
      .finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
  const identify: Identify = (headers) => {
    const { authorization } = headers
    if (typeof authorization === 'string' && authorization.startsWith('Bearer ')) {
      const token = authorization.slice(7)
      const claims = auth.tokens.verifyCached(token)
      const known = claims && auth.actors.get(claims.sid, auth.clock())
      if (known && claims.pv === known.permissionVersion) return known.actor
      return once(token, () => bySession(app, auth, token))
    }
    if (typeof authorization === 'string' && authorization.startsWith('Session ')) {
      return byPage(app, auth, hashOpaqueToken(authorization.slice(8)), once)
    }
    const key = keyIn(headers)
    if (key !== undefined) return byKey(app, auth, key, once)
    if (authorization !== undefined) throw refuse('UNAUTHENTICATED', 'Send "Authorization: Bearer <access token>".')
    return anonymous
  }
  return (headers, address) => {
    const actor = identify(headers, address)
    return headers['x-company-id'] === undefined ? actor : withinReach(auth, actor, headers['x-company-id'])
  }
}

/** A database that cannot be reached is no fault of the credentials: 503, not 401 or 500. */
function refuseOfDatabase(error: unknown): never {
  throw asRefusal(error)
}

/** A super admin may name any company that is there and active; whether others may name one is not for here. */
async function withinReach(auth: AuthServices, who: Actor | Promise<Actor>, named: string | string[]): Promise<Actor> {
  const actor = await who
  if (actor.role !== 'super_admin' || named === actor.companyId || !auth.directory) return actor
  const id = String(named)
  const found = isId(id) && (await auth.directory.company(auth.relay, { id }).catch(refuseOfDatabase))
  if (!found) throw refuse('TENANT_MISMATCH', [{ field: 'X-Company-Id', message: 'There is no such active company.' }])
  return actor
}

function keyIn({ authorization, 'x-api-key': header }: Parameters<Identify>[0]): string | undefined {
  if (typeof authorization === 'string' && authorization.startsWith('ApiKey ')) return authorization.slice(7)
  return typeof header === 'string' ? header : undefined
}

async function bySession(app: App, auth: AuthServices, token: string): Promise<Actor> {
  if (await isPendingChallenge(auth, token)) throw authRefusals.refuse('MFA_REQUIRED')
  const claims = await verify(auth, token)
  const known = auth.actors.get(claims.sid, auth.clock()) ?? (await lookUp(app, auth, claims))
  if (known.permissionVersion !== claims.pv) throw refuse('SESSION_REVOKED', 'Your rights have changed. Refresh.')
  return known.actor
}

/** A token of a key that another process has just made is verified after a look at the table. */
async function verify(auth: AuthServices, token: string): Promise<Claims> {
  try {
    return await auth.tokens.verify(token)
  } catch (error) {
    if (!(await auth.learnKey(token))) throw error
    return auth.tokens.verify(token)
  }
}

async function lookUp(app: App, auth: AuthServices, { sid }: Claims): Promise<Known> {
  const since = auth.actors.generation
  const now = auth.clock()
  const found = await readSession(auth.relay, { id: sid }, app.registry.permissions, now)
  if (!found) throw refuse('SESSION_REVOKED')
  await requireOpenCompany(auth, auth.relay, found.actor.companyId)
  const known = { ...found, until: now + believedFor }
  auth.actors.put(sid, known, since)
  return known
}

type Once = (key: string, look: () => Promise<Actor>) => Promise<Actor>

/** The session of a page, by the hash of its token. */
function byPage(app: App, auth: AuthServices, hash: string, once: Once): Promise<Actor> | Actor {
  const known = auth.actors.get(hash, auth.clock())
  if (known) return known.actor
  return once(hash, async () => {
    const since = auth.actors.generation
    const now = auth.clock()
    const key = { pageHash: hash, idleDays: auth.refreshTokenDays }
    const found = await readSession(auth.relay, key, app.registry.permissions, now)
    if (!found) throw refuse('SESSION_REVOKED')
    await requireOpenCompany(auth, auth.relay, found.actor.companyId)
    auth.actors.put(hash, { ...found, until: now + believedFor }, since)
    return found.actor
  })
}

function byKey(app: App, auth: AuthServices, text: string, once: Once): Promise<Actor> | Actor {
  const parsed = parseApiKey(text)
  if (!parsed) throw refuse('UNAUTHENTICATED', 'This is not an API key of ours.')
  const { prefix, hash } = parsed
  const known = auth.actors.get(hash, auth.clock())
  if (known) return known.actor
  return once(hash, async () => {
    const since = auth.actors.generation
    const now = auth.clock()
    const found = await readKey(auth.relay, { prefix, hash }, app.registry.permissions, now)
    if (!found) throw refuse('UNAUTHENTICATED', 'This API key is unknown, revoked or expired.')
    await requireOpenCompany(auth, auth.relay, found.actor.companyId)
    auth.actors.put(hash, { ...found, until: now + believedFor }, since)
    return found.actor
  })
}
