/** What may be changed of a member, and by whom. */
import { type Context, installation, refuse } from '#kernel'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { endSessions, forgetAtCommit } from '../session/end-sessions.ts'
import { type RoleGiven, requireAssignable } from './assignable.ts'

/** A member as stored. */
export type Member = RoleGiven & {
  userId: string
  shopIds: string[]
  customerId: string | null
  status: 'active' | 'disabled'
  version: number
}

export type MemberChange = {
  role?: string | undefined
  roleId?: string | undefined
  shopIds?: string[] | undefined
  customerId?: string | undefined
  status?: 'active' | 'disabled' | undefined
}

/**
 * Changes a member after locking the row. Their tokens are refused from now on and refreshed with the new rights.
 * Refuses NOT_FOUND, VERSION_CONFLICT, ROLE_NOT_ASSIGNABLE, REFERENCE_NOT_FOUND and LAST_ADMIN.
 */
export async function changeMember(
  context: Context,
  userId: string,
  change: MemberChange,
  version?: number,
): Promise<Member> {
  const { before, isLastAdmin } = await lockMember(context, userId)
  if (version !== undefined && version !== before.version) throw refuse('VERSION_CONFLICT')
  const after = { ...before, ...withoutUndefined(change), ...roleOf(before, change) }
  await checkChange(context, before, after)
  if (isLastAdmin && (after.role !== before.role || after.status !== 'active')) throw authRefusals.refuse('LAST_ADMIN')
  const { sql, companyId, now } = context
  await sql`update auth.membership set role = ${after.role}, role_id = ${after.roleId},
      shop_ids = ${after.shopIds}::uuid[], customer_id = ${after.customerId}, status = ${after.status},
      permission_version = permission_version + 1, version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and user_id = ${userId}`
  if (after.status === 'disabled') await endSessions(context, { userId, companyId, why: 'member_disabled' })
  context.emit('user.updated', { entity: 'auth.user', id: userId, data: { userId, before, after } })
  forgetAtCommit(context, userId)
  return { ...after, version: before.version + 1 }
}

/** Shops that a role may be bound to: they exist in the company and lie within the actor's reach. */
export async function requireShops(context: Context, shopIds: readonly string[]): Promise<void> {
  for (const shopId of shopIds) context.requireShop(shopId)
  const { directory } = context.use(authServices)
  if (!directory || shopIds.length === 0) return
  const known = new Set(await directory.shops(context.sql, context.companyId, shopIds))
  const at = shopIds.findIndex((id) => !known.has(id))
  if (at >= 0) throw refuse('REFERENCE_NOT_FOUND', [{ field: `shopIds.${at}`, message: 'does not exist' }])
}

/** The role that a change or invitation names: a built-in one by name, or the company's own by id. */
export function roleOf(before: RoleGiven | undefined, { role, roleId }: MemberChange): RoleGiven {
  if (roleId !== undefined && role !== undefined) {
    throw refuse('VALIDATION_FAILED', [{ field: 'roleId', message: 'Give either role or roleId.' }])
  }
  if (roleId !== undefined) return { role: 'custom', roleId }
  if (role !== undefined) return { role, roleId: null }
  if (before) return { role: before.role, roleId: before.roleId }
  throw refuse('VALIDATION_FAILED', [{ field: 'role', message: 'is required, or roleId' }])
}

/** Locks the member and all administrators in one order, so that two who remove each other cannot both succeed. */
async function lockMember(
  { sql, companyId, actor, scope }: Context,
  userId: string,
): Promise<{ before: Member; isLastAdmin: boolean }> {
  const top = companyId === installation ? 'super_admin' : 'company_admin'
  const rows = (await sql`
    select user_id as "userId", role, role_id as "roleId", shop_ids as "shopIds", customer_id as "customerId", status,
      version
    from auth.membership
    where company_id = ${companyId} and (user_id = ${userId} or (role = ${top} and status = 'active'))
    order by user_id for update`) as unknown as Member[]
  const before = rows.find((row) => row.userId === userId)
  if (!before || (scope === 'own' && userId !== actor.id)) throw refuse('NOT_FOUND')
  if (scope === 'shop' && !before.shopIds.some((id) => actor.shopIds.includes(id))) throw refuse('NOT_FOUND')
  const admins = rows.filter(({ role, status }) => role === top && status === 'active')
  return { before, isLastAdmin: admins.length === 1 && admins[0] === before }
}

async function checkChange(context: Context, before: Member, after: Member): Promise<void> {
  // One's own rights are changed by somebody else, who holds them too.
  if (before.userId === context.actor.id) {
    throw authRefusals.refuse('ROLE_NOT_ASSIGNABLE', [{ field: 'id', message: 'is you; ask another administrator' }])
  }
  await requireAssignable(context, before)
  await requireAssignable(context, after)
  await requireShops(
    context,
    after.shopIds.filter((id) => !before.shopIds.includes(id)),
  )
}

const withoutUndefined = (change: MemberChange): Partial<Member> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
