/** Accepting an invitation: its link proves the mailbox, so it opens an account there, but signs nobody in. */
import { boolean, type Context, defineAction, type Preparation, refuse, text } from '#kernel'
import { hashOpaqueToken } from '#platform/identity'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { forgetAtCommit } from '../session/end-sessions.ts'
import { idField, passwordField } from '../user/person.fields.ts'
import { findPerson } from '../user/person.queries.ts'

export const acceptInvitation = defineAction('acceptInvitation', {
  label: 'Accept invitation',
  says:
    'Makes one a member of the company. Who has no account yet gives a name and a password; who is signed in must be ' +
    'the one invited. The link works once.',
  path: '/auth/invitations/accept',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  hides: ['token', 'password'],
  input: {
    token: text({ label: 'Token of the link', required: true, max: 200 }),
    name: text({ label: 'Name', min: 1, max: 120 }),
    password: passwordField({ label: 'Password' }),
  },
  output: { companyId: idField({ label: 'Company' }), accepted: boolean({ label: 'Accepted' }) },
  refuses: ['TOKEN_USED', 'INVITE_MISMATCH', 'VALIDATION_FAILED', 'PASSWORD_COMPROMISED', 'OVERLOADED'],
  emits: ['invitation.accepted', 'user.registered', 'user.updated'],
  example: { token: 'qDyRdg9g0XZUGjfTmx2nryScSakHrvr8IIeb22HekMk', name: 'Ann', password: 'four unrelated words' },
  prepare: async (context, { token, name, password }) => {
    const email = await invitedEmail(context, token)
    const { sql, actor } = context
    const person = await findPerson(sql, { email })
    if (actor.kind === 'user' && actor.id !== person?.id) throw authRefusals.refuse('INVITE_MISMATCH')
    if (person?.passwordHash) return { hash: null }
    if (!name || !password) {
      const missing = [!name && 'name', !password && 'password'].filter((field) => field !== false)
      throw refuse(
        'VALIDATION_FAILED',
        missing.map((field) => ({ field, message: 'is required for a new account' })),
      )
    }
    return { hash: await context.use(authServices).passwords.hash(password, [email, name]) }
  },
  run: async (context, { token, name }, { hash }) => {
    const invitation = await useInvitation(context, token)
    const { companyId, id, email, role } = invitation
    const userId = await settlePerson(context, { email, name: name ?? email, hash, companyId, role })
    await settleMember(context, invitation, userId)
    const data = { invitationId: id, email, userId, role }
    context.emit('invitation.accepted', { entity: 'auth.invitation', id, companyId, data })
    return { companyId, accepted: true }
  },
})

async function invitedEmail({ sql, now }: Preparation, token: string): Promise<string> {
  const [row] = await sql`select email from auth.invitation where token_hash = ${hashOpaqueToken(token)}
    and used_at is null and revoked_at is null and expires_at > ${now}`
  if (!row) throw authRefusals.refuse('TOKEN_USED')
  return row.email
}

type Used = {
  companyId: string
  id: string
  email: string
  role: string
  roleId: string | null
  shopIds: string[]
  customerId: string | null
}

async function useInvitation({ sql, now }: Context, token: string): Promise<Used> {
  const [row] = await sql`update auth.invitation set used_at = ${now}
    where token_hash = ${hashOpaqueToken(token)} and used_at is null and revoked_at is null and expires_at > ${now}
    returning company_id as "companyId", id, email, role, role_id as "roleId", shop_ids as "shopIds",
      customer_id as "customerId"`
  if (!row) throw authRefusals.refuse('TOKEN_USED')
  return row as Used
}

type Newcomer = { email: string; name: string; hash: string | null; companyId: string; role: string }

/** The account of this mailbox. A password is only ever set where there was none. */
async function settlePerson(context: Context, { email, name, hash, companyId, role }: Newcomer): Promise<string> {
  const { sql, now } = context
  const [row] = await sql`
    insert into auth.user as u (id, email, name, password_hash, email_verified_at, created_at, updated_at)
    values (${context.newId()}, ${email}, ${name}, ${hash}, ${now}, ${now}, ${now})
    on conflict (email) do update set password_hash = coalesce(u.password_hash, excluded.password_hash),
      email_verified_at = coalesce(u.email_verified_at, excluded.email_verified_at), updated_at = excluded.updated_at
    returning id, xmax = 0 as "isNew"`
  if (row?.isNew) {
    const data = { userId: row.id, email, name, role }
    context.emit('user.registered', { entity: 'auth.user', id: row.id, companyId, data })
  }
  return row?.id
}

async function settleMember(context: Context, invitation: Used, userId: string): Promise<void> {
  const { sql, now } = context
  const { companyId, role, roleId, shopIds, customerId } = invitation
  await sql`
    insert into auth.membership as m (company_id, id, user_id, role, role_id, shop_ids, customer_id, created_at,
      updated_at)
    values (${companyId}, ${context.newId()}, ${userId}, ${role}, ${roleId}, ${shopIds}::uuid[], ${customerId}, ${now},
      ${now})
    on conflict (company_id, user_id) do update set role = excluded.role, role_id = excluded.role_id,
      shop_ids = excluded.shop_ids, customer_id = excluded.customer_id, status = 'active', version = m.version + 1,
      permission_version = m.permission_version + 1, updated_at = excluded.updated_at`
  const data = { userId, joined: companyId, role, shopIds }
  context.emit('user.updated', { entity: 'auth.user', id: userId, companyId, data })
  forgetAtCommit(context, userId)
}
