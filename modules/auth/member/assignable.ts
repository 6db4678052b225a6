/** Nobody gives rights that they do not hold: the one rule behind members, invitations, roles and keys. */
import { type Context, type Grants, installation, type RefusalDetail, type Registry, refuse } from '#kernel'
import { authRefusals } from '../refusals.ts'
import { includesAll, isBuiltIn } from '../role/grants.ts'
import { type Grant, grantsOfMember } from '../role/roles-of-companies.ts'
import { authServices } from '../services.ts'

/** A role as a member has it: a built-in name, or `custom` with the id of the company's own. */
export type RoleGiven = { role: string; roleId: string | null }

/**
 * Refuses ROLE_NOT_ASSIGNABLE unless the actor holds everything that the role gives. Super admins give every role:
 * they hold less than a company admin on purpose, for they look after companies and do not trade.
 */
export async function requireAssignable(context: Context, given: RoleGiven): Promise<void> {
  const { actor, companyId } = context
  const field = given.roleId ? 'roleId' : 'role'
  if ((given.role === 'super_admin') !== (companyId === installation)) throw notAssignable(field)
  if (actor.role === 'super_admin' || actor.kind === 'system') return void (await grantsGiven(context, given))
  if (!includesAll(actor.grants, await grantsGiven(context, given))) throw notAssignable(field)
}

const notAssignable = (field: string) =>
  authRefusals.refuse('ROLE_NOT_ASSIGNABLE', [{ field, message: 'gives rights that you do not have' }])

async function grantsGiven(context: Context, { role, roleId }: RoleGiven): Promise<Grants> {
  const { sql, companyId } = context
  const permissions: Registry['permissions'] = context.use(authServices).permissions
  if (roleId === null) {
    if (isBuiltIn(role)) return grantsOfMember({ companyId, role, roleId, ...builtIn }, permissions)
    throw unknownRole({ field: 'role', message: 'is no role' })
  }
  const [row] = await sql`select grants, version from auth.role where company_id = ${companyId} and id = ${roleId}`
  if (!row) throw unknownRole({ field: 'roleId', message: 'does not exist' })
  const own = { companyId, role, roleId, grants: row.grants as Grant[], roleVersion: Number(row.version) }
  return grantsOfMember(own, permissions)
}

const builtIn = { grants: null, roleVersion: null }
const unknownRole = (detail: RefusalDetail) => refuse('REFERENCE_NOT_FOUND', [detail])
