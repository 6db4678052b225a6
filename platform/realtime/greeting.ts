/** Who connects: the same credentials as of a request, from the headers or, where none are there, from `auth`. */
import { type Actor, isId, isRefusal, type Refusal, refuse } from '#kernel'
import { asRefusal } from '#platform/db'

/** Says who calls, as for requests. */
export type Identify = (
  headers: Record<string, string | string[] | undefined>,
  address: string,
) => Promise<Actor> | Actor

/** What is asked again while the socket lives. */
export type Credential = { headers: Record<string, string>; address: string }
export type Greeted = { actor: Actor; companyId: string }

const taken = ['authorization', 'x-api-key', 'x-company-id'] as const

/**
 * The credential of a handshake. A page's server puts the header and the page cannot, so the header goes first.
 */
export function credentialOf(
  headers: Record<string, string | string[] | undefined>,
  auth: Record<string, unknown>,
  address: string,
): Credential {
  const found: Record<string, string> = {}
  for (const name of taken) if (typeof headers[name] === 'string') found[name] = headers[name]
  const isKnown = found.authorization !== undefined || found['x-api-key'] !== undefined
  if (!isKnown && typeof auth.token === 'string') found.authorization = authorizationOf(auth.token)
  if (typeof auth.companyId === 'string') found['x-company-id'] ??= auth.companyId
  return { headers: found, address }
}

/** A bare token is an access token; others say what they are. */
export const authorizationOf = (token: string): string => (/^[A-Za-z]+ /.test(token) ? token : `Bearer ${token}`)

/** Refuses as the same request would be refused. */
export async function greet(identify: Identify, { headers, address }: Credential): Promise<Greeted> {
  const actor = await identify(headers, address)
  if (actor.kind === 'anonymous') throw refuse('UNAUTHENTICATED')
  const named = headers['x-company-id']
  if (named === undefined || named === actor.companyId) return { actor, companyId: actor.companyId }
  if (actor.role === 'super_admin' && isId(named)) return { actor, companyId: named }
  throw refuse('TENANT_MISMATCH')
}

/** What was thrown, as a refusal; a fault of ours is logged and says no more than that. */
export function refusalOf(error: unknown, tell: (error: unknown) => void): Refusal {
  const known = asRefusal(error)
  if (isRefusal(known)) return known
  tell(error)
  return refuse('INTERNAL')
}
