/** An invitation is stored and its mail owed in the transaction of whatever causes it. */
import { type Context, refuse } from '#kernel'
import { normaliseEmail } from '#platform/identity'
import { oweMail } from '../mail/post.ts'
import type { RoleGiven } from '../member/assignable.ts'

/** Days that an invitation waits. */
const waitingDays = 7

/** `role` and `roleId` as a member has them; `companyName` as the mail calls the company. */
export type Invitation = RoleGiven & {
  companyId: string
  email: string
  shopIds?: readonly string[] | undefined
  customerId?: string | null | undefined
  companyName?: string | undefined
}

/** Invites somebody. The caller has checked that the actor may give the role. Emits invitation.created. */
export async function invite(context: Context, invitation: Invitation): Promise<{ id: string; expiresAt: string }> {
  const { sql, now, actor } = context
  const { companyId, role, roleId, shopIds = [], customerId = null, companyName = null } = invitation
  const email = normaliseEmail(invitation.email)
  const id = context.newId()
  const [row] = await sql`
    insert into auth.invitation (company_id, id, email, role, role_id, shop_ids, customer_id, invited_by, company_name,
      created_at, expires_at)
    values (${companyId}, ${id}, ${email}, ${role}, ${roleId}, ${[...shopIds]}::uuid[], ${customerId}, ${actor.name},
      ${companyName}, ${now}, ${now}::timestamptz + make_interval(days => ${waitingDays}))
    returning expires_at as "expiresAt"`
  await oweMail(context, 'invite', email, { invitationId: id })
  const data = { invitationId: id, email, role, roleId, shopIds: [...shopIds] }
  context.emit('invitation.created', { entity: 'auth.invitation', id, companyId, data })
  return { id, expiresAt: row?.expiresAt }
}

/**
 * Invites the first administrator of a company, in the transaction that creates it. Works as the relay role (an action
 * across companies) and inside the company. The caller's manifest must let it emit `invitation.created`.
 */
export async function inviteOwner(
  context: Context,
  owner: { companyId: string; email: string; companyName?: string },
): Promise<{ id: string }> {
  if (context.scope !== 'all' && context.companyId !== owner.companyId) throw refuse('FORBIDDEN')
  return invite(context, { ...owner, role: 'company_admin', roleId: null })
}
