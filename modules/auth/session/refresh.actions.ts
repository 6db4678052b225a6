/** Refresh tokens rotate: each works once. One that comes back was copied, and ends the session for both holders. */
import { type Context, defineAction, installation, LastingRefusal, type Origin, refuse, text } from '#kernel'
import { hashOpaqueToken, makeOpaqueToken } from '#platform/identity'
import { oweMail } from '../mail/post.ts'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { signInFields } from '../user/person.fields.ts'
import { findPerson } from '../user/person.queries.ts'
import { endSessions } from './end-sessions.ts'
import { answerTokens, requireOpenCompany } from './start-session.ts'

/** Milliseconds in which two tabs of one device may both have sent the same token. */
const raceMs = 10_000

export const refreshToken = defineAction('refreshToken', {
  label: 'Refresh',
  says: 'Answers new tokens for a refresh token, which works once. A second use ends the session.',
  path: '/auth/refresh-token',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  hides: ['refreshToken'],
  input: { refreshToken: text({ label: 'Refresh token', required: true, max: 200 }) },
  output: signInFields,
  refuses: ['TOKEN_INVALID', 'TOKEN_REUSED', 'SESSION_REVOKED', 'COMPANY_INACTIVE'],
  emits: ['session.revoked'],
  example: { refreshToken: 'qDyRdg9g0XZUGjfTmx2nryScSakHrvr8IIeb22HekMk' },
  run: async (context, input) => {
    const hash = hashOpaqueToken(input.refreshToken)
    const spent = await spend(context, hash)
    if (spent.isReplay) return punish(context, spent)
    return renew(context, spent.sessionId)
  },
})

type Spent = { sessionId: string; userId: string; isReplay: boolean }

/** Uses the token up. A second use from the same device within seconds is two tabs, not a thief. */
async function spend({ sql, now, origin }: Context, hash: string): Promise<Spent> {
  const device = deviceOf(origin)
  const [fresh] = await sql`
    update auth.refresh_token t set used_at = ${now}, used_from = ${device} from auth.session s
    where t.hash = ${hash} and t.used_at is null and t.expires_at > ${now} and s.id = t.session_id
    returning s.id as "sessionId", s.user_id as "userId"`
  if (fresh) return { sessionId: fresh.sessionId, userId: fresh.userId, isReplay: false }
  const [old] = await sql`
    select s.id as "sessionId", s.user_id as "userId", t.used_at as "usedAt", t.used_from as "usedFrom"
    from auth.refresh_token t join auth.session s on s.id = t.session_id where t.hash = ${hash}`
  if (!old?.usedAt) throw refuse('TOKEN_INVALID')
  const isRace = old.usedFrom === device && Date.parse(now) - Date.parse(old.usedAt) <= raceMs
  return { sessionId: old.sessionId, userId: old.userId, isReplay: !isRace }
}

const deviceOf = ({ address, agent }: Origin): string => `${address} ${agent}`

async function punish(context: Context, { sessionId, userId }: Spent): Promise<LastingRefusal> {
  const ended = await endSessions(context, { userId, sessionId, why: 'token_reused' })
  const person = ended > 0 ? await findPerson(context.sql, { id: userId }) : undefined
  if (person) await oweMail(context, 'token-reused', person.email, { address: context.origin.address })
  return new LastingRefusal(authRefusals.refuse('TOKEN_REUSED'))
}

/** The next pair of tokens of a session that still runs. */
async function renew(context: Context, sessionId: string) {
  const { sql, now } = context
  const auth = context.use(authServices)
  const [session] = await sql`
    update auth.session set last_used_at = ${now} where id = ${sessionId} and revoked_at is null and expires_at > ${now}
    returning user_id as "userId", company_id as "companyId"`
  if (!session) throw refuse('SESSION_REVOKED')
  const person = await findPerson(sql, { id: session.userId })
  if (person?.status !== 'active') throw refuse('SESSION_REVOKED')
  const member = person.memberships.find(({ companyId }) => companyId === session.companyId)
  if (!member && session.companyId !== installation) throw refuse('SESSION_REVOKED')
  await requireOpenCompany(auth, sql, member?.companyId)
  const next = makeOpaqueToken()
  await sql`insert into auth.refresh_token (hash, session_id, created_at, expires_at)
    values (${next.hash}, ${sessionId}, ${now}, ${now}::timestamptz + make_interval(days => ${auth.refreshTokenDays}))`
  return answerTokens(context, { person, member, sessionId, refreshToken: next.token })
}
