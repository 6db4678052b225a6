/**
 * Looks up again who is behind many sessions at once, for those who stay connected: two statements for all of them,
 * where a call of `identify` for each would take one each. What is found is remembered as if they had called.
 */
import type { App } from '#platform/execution'
import { hashOpaqueToken } from '#platform/identity'
import { type AuthServices, authServices } from '../services.ts'
import { believedFor } from './known-actors.ts'
import { readSessions, type SessionKeys } from './read-actor.ts'
import { requireOpenCompany } from './start-session.ts'

/** Takes `Authorization` headers. Those of other kinds, and tokens not seen before, are left to `identify`. */
export function makeLookAgain(app: App): (authorizations: readonly string[]) => Promise<void> {
  const auth = app.services.get(authServices.name) as AuthServices | undefined
  if (!auth) throw new Error('Open auth first: the services of this process hold none.')
  return async (authorizations) => {
    const ids: string[] = []
    const pageHashes: string[] = []
    for (const authorization of new Set(authorizations)) {
      const [kind, token = ''] = authorization.split(' ')
      const sid = kind === 'Bearer' ? auth.tokens.verifyCached(token)?.sid : undefined
      if (sid !== undefined) ids.push(sid)
      else if (kind === 'Session') pageHashes.push(hashOpaqueToken(token))
    }
    await Promise.all([
      look(app, auth, { ids }, ids),
      look(app, auth, { pageHashes, idleDays: auth.refreshTokenDays }, pageHashes),
    ])
  }
}

async function look(app: App, auth: AuthServices, sought: SessionKeys, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const since = auth.actors.generation
  const now = auth.clock()
  const found = await readSessions(auth.relay, sought, app.registry.permissions, now)
  const closed = await closedAmong(auth, new Set([...found.values()].map(({ actor }) => actor.companyId)))
  const open = [...found].filter(([, { actor }]) => !closed.has(actor.companyId))
  for (const [key, session] of open) auth.actors.put(key, { ...session, until: now + believedFor }, since)
  // Whoever is not found any more is refused by `identify`, which says why.
  const known = new Set(open.map(([key]) => key))
  for (const key of keys) if (!known.has(key)) auth.actors.forget(key)
}

async function closedAmong(auth: AuthServices, companyIds: ReadonlySet<string>): Promise<Set<string>> {
  const closed = new Set<string>()
  const ask = async (companyId: string) => {
    await requireOpenCompany(auth, auth.relay, companyId).catch(() => closed.add(companyId))
  }
  await Promise.all([...companyIds].map(ask))
  return closed
}
