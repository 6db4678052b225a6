/** Signing out, and a person's own sessions on other devices. */
import { boolean, type Context, choice, defineAction, instant, integer, record, refuse, text } from '#kernel'
import { hashOpaqueToken } from '#platform/identity'
import { pageFields, pageOf } from '../list-page.ts'
import { idField, shopIdsField } from '../user/person.fields.ts'
import { requirePerson } from '../user/require-person.ts'
import { endSessions } from './end-sessions.ts'

export const logout = defineAction('logout', {
  label: 'Sign out',
  says: 'Ends the session of the access token, or that of the refresh token where the access token has expired.',
  path: '/auth/logout',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  hides: ['refreshToken'],
  input: { refreshToken: text({ label: 'Refresh token', max: 200 }) },
  output: { ended: integer({ label: 'Sessions ended' }) },
  refuses: ['UNAUTHENTICATED'],
  emits: ['user.logged_out', 'session.revoked'],
  example: {},
  run: async (context, input) => {
    const session = await sessionMeant(context, input.refreshToken)
    if (!session) throw refuse('UNAUTHENTICATED')
    const { userId, sessionId, companyId } = session
    const ended = await endSessions(context, { userId, sessionId, why: 'logged_out' })
    if (ended > 0) {
      context.emit('user.logged_out', { entity: 'auth.user', id: userId, companyId, data: { userId, sessionId } })
    }
    return { ended }
  },
})

type SessionMeant = { userId: string; sessionId: string; companyId: string }

async function sessionMeant({ actor, sql }: Context, token: string | undefined): Promise<SessionMeant | undefined> {
  const { sessionId, companyId } = actor
  if (actor.kind === 'user' && sessionId) return { userId: actor.id, sessionId, companyId }
  if (token === undefined) return undefined
  const [row] = await sql`
    select s.user_id as "userId", s.id as "sessionId", s.company_id as "companyId"
    from auth.refresh_token t join auth.session s on s.id = t.session_id where t.hash = ${hashOpaqueToken(token)}`
  return row as SessionMeant | undefined
}

export const listSessions = defineAction('listSessions', {
  label: 'My sessions',
  says: 'Lists the sessions in which you are signed in, the one used last first.',
  method: 'GET',
  path: '/auth/sessions',
  access: 'signed-in',
  crossCompany: true,
  answersList: true,
  input: pageFields,
  output: {
    id: idField({ label: 'Session', required: true }),
    companyId: idField({ label: 'Company' }),
    createdAt: instant({ label: 'Signed in' }),
    lastUsedAt: instant({ label: 'Last used' }),
    expiresAt: instant({ label: 'Ends' }),
    address: text({ label: 'Address' }),
    agent: text({ label: 'Program', max: 300 }),
    current: boolean({ label: 'This one' }),
  },
  run: async (context, page) => {
    const userId = requirePerson(context)
    const { sql, actor, now } = context
    const select = sql`id, company_id as "companyId", created_at as "createdAt", last_used_at as "lastUsedAt",
      expires_at as "expiresAt", address, agent, id = ${actor.sessionId}::uuid as current`
    const from = sql`from auth.session where user_id = ${userId} and revoked_at is null and expires_at > ${now}`
    return pageOf(sql, { select, from, order: sql`last_used_at desc, id` }, page)
  },
})

export const endSession = defineAction('endSession', {
  label: 'End session',
  says: 'Ends one of your sessions; its tokens stop working at once.',
  method: 'DELETE',
  path: '/auth/sessions/:id',
  access: 'signed-in',
  crossCompany: true,
  input: { id: idField({ label: 'Session', required: true }) },
  output: { id: idField({ label: 'Session', required: true }) },
  refuses: ['NOT_FOUND'],
  emits: ['session.revoked'],
  run: async (context, { id }) => {
    const ended = await endSessions(context, { userId: requirePerson(context), sessionId: id, why: 'revoked' })
    if (ended === 0) throw refuse('NOT_FOUND')
    return { id }
  },
})

export const verify = defineAction('verify', {
  label: 'Verify token',
  says: 'Says who the token or key belongs to and what it may do now.',
  method: 'GET',
  path: '/auth/verify',
  access: 'signed-in',
  input: {},
  output: {
    valid: boolean({ label: 'Valid' }),
    kind: choice(['user', 'key'], { label: 'Kind' }),
    id: idField({ label: 'User or key' }),
    name: text({ label: 'Name' }),
    role: text({ label: 'Role' }),
    companyId: idField({ label: 'Company' }),
    shopIds: shopIdsField,
    customerId: idField({ label: 'Customer' }),
    permissions: record({ label: 'Permissions', help: 'Each with its reach' }),
  },
  run: async ({ actor }) => {
    const { kind, id, name, role, companyId, shopIds, customerId, grants } = actor
    return {
      valid: true,
      kind,
      id,
      name,
      role,
      companyId,
      shopIds,
      customerId,
      permissions: Object.fromEntries(grants),
    }
  },
})
