/** A session begins: one row for the device, one refresh token, one access token. */
import { type Context, installation, type Sql } from '#kernel'
import { makeOpaqueToken } from '#platform/identity'
import { authRefusals } from '../refusals.ts'
import { type AuthServices, authServices } from '../services.ts'
import { describePerson, type Membership, type Person } from '../user/person.queries.ts'

/** Days after which a session ends whatever its use. */
const sessionDays = 90

/** What the client is left with; see `keepField`. */
export type Credential = 'tokens' | 'page'

/** The membership to work in: the one asked for, else super admin first, else the oldest. */
export function chooseMembership(
  { memberships }: Person,
  companyId: string | null | undefined,
): Membership | undefined {
  if (companyId) return memberships.find((each) => each.companyId === companyId)
  return memberships.find(({ role }) => role === 'super_admin') ?? memberships[0]
}

/** A company that was deactivated lets nobody in. Refuses COMPANY_INACTIVE. */
export async function requireOpenCompany(
  { directory }: Pick<AuthServices, 'directory'>,
  sql: Sql,
  companyId: string | undefined,
): Promise<void> {
  if (!directory || companyId === undefined || companyId === installation) return
  if (!(await directory.company(sql, { id: companyId }))) throw authRefusals.refuse('COMPANY_INACTIVE')
}

/** Stores the session and answers what the client keeps: tokens, or one page token. Emits user.logged_in. */
export async function startSession(
  context: Context,
  person: Person,
  member: Membership | undefined,
  keep: Credential = 'tokens',
) {
  const { sql, now, origin } = context
  const auth = context.use(authServices)
  await requireOpenCompany(auth, sql, member?.companyId)
  const sessionId = context.newId()
  const companyId = member?.companyId ?? installation
  const kept = makeOpaqueToken()
  const isPage = keep === 'page'
  await Promise.all([
    sql`
      insert into auth.session
        (company_id, id, user_id, created_at, last_used_at, expires_at, address, agent, page_hash)
      values (${companyId}, ${sessionId}, ${person.id}, ${now}, ${now},
        ${now}::timestamptz + make_interval(days => ${sessionDays}), ${origin.address}, ${origin.agent},
        ${isPage ? kept.hash : null})`,
    isPage ||
      sql`insert into auth.refresh_token (hash, session_id, created_at, expires_at)
      values (${kept.hash}, ${sessionId}, ${now},
        ${now}::timestamptz + make_interval(days => ${auth.refreshTokenDays}))`,
  ])
  context.emit('user.logged_in', {
    entity: 'auth.user',
    id: person.id,
    companyId,
    data: { userId: person.id, sessionId, address: origin.address, agent: origin.agent },
  })
  return isPage
    ? { pageToken: kept.token, user: describePerson(person, member) }
    : answerTokens(context, { person, member, sessionId, refreshToken: kept.token })
}

type Issued = { person: Person; member: Membership | undefined; sessionId: string; refreshToken: string }

/** Signs an access token and answers it with the refresh token and who they are for. */
export async function answerTokens(context: Context, { person, member, sessionId, refreshToken }: Issued) {
  const { sign, tokens } = context.use(authServices)
  const accessToken = await sign({
    sub: person.id,
    sid: sessionId,
    cid: member?.companyId,
    pv: member?.permissionVersion ?? 0,
    role: member?.role ?? 'none',
    shops: member?.shopIds.slice(0, 50) ?? [],
  })
  return {
    accessToken,
    refreshToken,
    tokenType: 'Bearer',
    expiresIn: tokens.lifeSeconds,
    user: describePerson(person, member),
  }
}
