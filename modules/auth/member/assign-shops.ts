/** The shops of a member, as the shops module assigns them. */
import { type Context, refuse } from '#kernel'
import { authServices } from '../services.ts'
import { requireAssignable } from './assignable.ts'

/**
 * Adds shops to those of a member, and gives the member another built-in role where one is named. Works in the caller's
 * transaction; the shops must be known to exist. Refuses REFERENCE_NOT_FOUND and ROLE_NOT_ASSIGNABLE.
 */
export async function assignShops(
  context: Context,
  { userId, shopIds, role }: { userId: string; shopIds: readonly string[]; role?: string | undefined },
): Promise<void> {
  const { sql, companyId, now } = context
  const [member] = await sql`select role, role_id as "roleId", shop_ids as "shopIds" from auth.membership
    where company_id = ${companyId} and user_id = ${userId} and status = 'active' for update`
  if (!member) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'userId', message: 'is no member of this company' }])
  await requireAssignable(context, { role: member.role, roleId: member.roleId })
  if (role !== undefined && role !== member.role) await requireAssignable(context, { role, roleId: null })
  await sql`update auth.membership set
      shop_ids = array(select distinct unnest(shop_ids || ${[...shopIds]}::uuid[])),
      role = ${role ?? member.role}, role_id = ${role === undefined ? member.roleId : null},
      permission_version = permission_version + 1, version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and user_id = ${userId}`
  context.emit('user.updated', {
    entity: 'auth.user',
    id: userId,
    data: { userId, added: { shopIds }, role: role ?? member.role },
  })
  const { actors } = context.use(authServices)
  context.afterCommit(() => actors.forgetUser(userId))
}
