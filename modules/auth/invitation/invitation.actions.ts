/** Inviting people into a company, and withdrawing what was sent. */
import { choice, defineAction, email, instant, refuse, text } from '#kernel'
import { normaliseEmail } from '#platform/identity'
import { countAttempt, limits } from '../limit/attempts.ts'
import { pageFields, pageOf } from '../list-page.ts'
import { oweMail } from '../mail/post.ts'
import { requireAssignable } from '../member/assignable.ts'
import { requireShops, roleOf } from '../member/change-member.ts'
import { authServices } from '../services.ts'
import { idField, shopIdsField } from '../user/person.fields.ts'
import { invite } from './invite.ts'

const invitationFields = {
  id: idField({ label: 'Invitation', required: true }),
  email: email({ label: 'E-mail' }),
  role: text({ label: 'Role' }),
  roleId: idField({ label: 'Role of the company' }),
  shopIds: shopIdsField,
  status: choice(['waiting', 'accepted', 'withdrawn', 'expired'], { label: 'Status' }),
  invitedBy: text({ label: 'Invited by' }),
  createdAt: instant({ label: 'Sent' }),
  expiresAt: instant({ label: 'Expires' }),
}

export const createInvitation = defineAction('createInvitation', {
  label: 'Invite user',
  says: 'Sends an invitation by mail. Nobody can invite to more rights than they hold.',
  path: '/auth/invitations',
  also: ['/users'],
  permission: 'auth.user.create',
  right: 'create',
  status: 201,
  crossCompany: true,
  input: {
    email: email({ label: 'E-mail', required: true }),
    role: text({ label: 'Role', max: 40 }),
    roleId: idField({ label: 'Role of the company' }),
    shopIds: shopIdsField,
    customerId: idField({ label: 'Customer' }),
  },
  output: invitationFields,
  refuses: ['VALIDATION_FAILED', 'ROLE_NOT_ASSIGNABLE', 'REFERENCE_NOT_FOUND', 'RATE_LIMITED'],
  emits: ['invitation.created'],
  example: { email: 'new@gift.example', role: 'company_admin' },
  prepare: ({ sql, now }, input) => countAttempt(sql, now, [limits.mailTo(normaliseEmail(input.email))]),
  run: async (context, { email: address, role, roleId, shopIds = [], customerId }) => {
    const { companyId, sql, actor, now } = context
    const given = roleOf(undefined, { role, roleId })
    await requireAssignable(context, given)
    await requireShops(context, shopIds)
    const company = await context.use(authServices).directory?.company(sql, { id: companyId })
    const invitation = { ...given, companyId, email: address, shopIds, customerId, companyName: company?.name }
    const made = await invite(context, invitation)
    const shown = { email: normaliseEmail(address), ...given, shopIds, invitedBy: actor.name, createdAt: now }
    return { ...made, ...shown, status: 'waiting' }
  },
})

export const listInvitations = defineAction('listInvitations', {
  label: 'Invitations',
  says: 'Lists the invitations of the company, the newest first.',
  method: 'GET',
  path: '/auth/invitations',
  permission: 'auth.user.read',
  right: 'read',
  crossCompany: true,
  answersList: true,
  input: pageFields,
  output: invitationFields,
  run: async ({ sql, companyId, scope, actor, now }, page) => {
    const select = sql`id, email, role, role_id as "roleId", shop_ids as "shopIds", invited_by as "invitedBy",
      created_at as "createdAt", expires_at as "expiresAt",
      case when used_at is not null then 'accepted' when revoked_at is not null then 'withdrawn'
        when expires_at <= ${now} then 'expired' else 'waiting' end as status`
    const from = sql`from auth.invitation where company_id = ${companyId}
      and ${scope === 'shop' ? sql`shop_ids && ${[...actor.shopIds]}::uuid[]` : sql`true`}`
    return pageOf(sql, { select, from, order: sql`created_at desc, id desc` }, page)
  },
})

export const withdrawInvitation = defineAction('withdrawInvitation', {
  label: 'Withdraw invitation',
  says: 'Makes an invitation that is still waiting useless.',
  method: 'DELETE',
  path: '/auth/invitations/:id',
  permission: 'auth.user.delete',
  right: 'delete',
  crossCompany: true,
  input: { id: idField({ label: 'Invitation', required: true }) },
  output: { id: idField({ label: 'Invitation', required: true }) },
  refuses: ['NOT_FOUND'],
  emits: ['invitation.withdrawn'],
  run: async (context, { id }) => {
    const { sql, companyId, now } = context
    const rows = await sql`update auth.invitation set revoked_at = ${now}
      where company_id = ${companyId} and id = ${id} and used_at is null and revoked_at is null returning email`
    if (rows.length === 0) throw refuse('NOT_FOUND')
    const data = { invitationId: id, email: rows[0]?.email }
    context.emit('invitation.withdrawn', { entity: 'auth.invitation', id, data })
    return { id }
  },
})

export const resendInvitation = defineAction('resendInvitation', {
  label: 'Send invitation again',
  says: 'Sends a waiting invitation again, with a new link; the old link stops working.',
  path: '/auth/invitations/:id/resend',
  permission: 'auth.user.create',
  right: 'create',
  crossCompany: true,
  input: { id: idField({ label: 'Invitation', required: true }) },
  output: { id: idField({ label: 'Invitation', required: true }) },
  refuses: ['NOT_FOUND', 'RATE_LIMITED'],
  prepare: async ({ sql, companyId, now }, { id }) => {
    const [row] = await sql`select email from auth.invitation where company_id = ${companyId} and id = ${id}
      and used_at is null and revoked_at is null and expires_at > ${now}`
    if (!row) throw refuse('NOT_FOUND')
    const address: string = row.email
    await countAttempt(sql, now, [limits.mailTo(address)])
    return address
  },
  run: async (context, { id }, address) => {
    await oweMail(context, 'invite', address, { invitationId: id })
    return { id }
  },
})
