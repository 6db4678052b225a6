/** Roles of a company's own making: allow-lists of permissions, each with a reach. */
import { type Context, choice, defineAction, group, integer, list, refuse, text } from '#kernel'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { idField } from '../user/person.fields.ts'
import { includesAll, isBuiltIn } from './grants.ts'
import { roleFields } from './role.queries.ts'
import { customRole } from './roles.ts'
import { type Grant, grantsFrom } from './roles-of-companies.ts'

/** `all` is for super admins only, so no role of a company can say it. */
const grantLine = group({
  permission: text({ label: 'Permission', required: true, max: 128 }),
  scope: choice(['company', 'shop', 'own'], { label: 'Reach', required: true }),
})
const nameField = text({ label: 'Name', required: true, max: 80, example: 'Stock clerk' })
export const createRole = defineAction('createRole', {
  label: 'New role',
  says: 'Makes a role of the company, with permissions that you hold yourself.',
  path: '/auth/roles',
  permission: 'auth.role.create',
  right: 'create',
  status: 201,
  input: { name: nameField, grants: list(grantLine, { label: 'Grants', required: true, min: 1, max: 2000 }) },
  output: roleFields,
  refuses: ['VALIDATION_FAILED', 'ROLE_NOT_ASSIGNABLE', 'ALREADY_EXISTS'],
  emits: ['role.created'],
  example: { name: 'Stock clerk', grants: [{ permission: 'catalog.product.read', scope: 'company' }] },
  run: async (context, { name, grants }) => {
    const lines = checkGrants(context, grants)
    const { sql, companyId, now } = context
    const id = context.newId()
    const [made] = await sql`
      insert into auth.role (company_id, id, name, grants, created_at, updated_at)
      values (${companyId}, ${id}, ${checkName(name)}, ${sql.json(lines)}, ${now}, ${now})
      on conflict (company_id, name) do nothing returning version`
    if (!made) throw refuse('ALREADY_EXISTS', [{ field: 'name', message: 'is taken' }])
    context.emit('role.created', { entity: 'auth.role', id, version: 1, data: { after: { name, grants: lines } } })
    return shown(id, name, lines, 1)
  },
})

export const updateRole = defineAction('updateRole', {
  label: 'Change role',
  says: 'Changes the name or the permissions of a role of the company. Its members get new tokens.',
  method: 'PATCH',
  path: '/auth/roles/:id',
  permission: 'auth.role.update',
  right: 'update',
  input: {
    id: idField({ label: 'Role', required: true }),
    name: text({ label: 'Name', min: 1, max: 80 }),
    grants: list(grantLine, { label: 'Grants', min: 1, max: 2000 }),
    version: integer({ label: 'The version you read', min: 1 }),
  },
  output: roleFields,
  refuses: ['NOT_FOUND', 'VALIDATION_FAILED', 'ROLE_NOT_ASSIGNABLE', 'ALREADY_EXISTS', 'VERSION_CONFLICT'],
  emits: ['role.updated'],
  example: { name: 'Stock clerk' },
  run: async (context, { id, name, grants, version }) => {
    const before = await lockRole(context, id)
    if (version !== undefined && version !== before.version) throw refuse('VERSION_CONFLICT')
    requireHeld(context, before.grants)
    const after = {
      name: name === undefined ? before.name : checkName(name),
      grants: grants === undefined ? before.grants : checkGrants(context, grants),
    }
    const { sql, companyId, now } = context
    await sql`update auth.role set name = ${after.name}, grants = ${sql.json(after.grants)}, version = version + 1,
        updated_at = ${now} where company_id = ${companyId} and id = ${id}`
    await sql`update auth.membership set permission_version = permission_version + 1
      where company_id = ${companyId} and role_id = ${id}`
    const { actors } = context.use(authServices)
    context.afterCommit(() => actors.forgetAll())
    const next = before.version + 1
    context.emit('role.updated', { entity: 'auth.role', id, version: next, data: { before, after } })
    return shown(id, after.name, after.grants, next)
  },
})

export const deleteRole = defineAction('deleteRole', {
  isDangerous: true,
  label: 'Delete role',
  says: 'Removes a role of the company that nobody has.',
  method: 'DELETE',
  path: '/auth/roles/:id',
  permission: 'auth.role.delete',
  right: 'delete',
  input: { id: idField({ label: 'Role', required: true }) },
  output: { id: idField({ label: 'Role', required: true }) },
  refuses: ['NOT_FOUND', 'ROLE_NOT_ASSIGNABLE', 'IN_USE'],
  emits: ['role.deleted'],
  run: async (context, { id }) => {
    const { sql, companyId } = context
    const before = await lockRole(context, id)
    requireHeld(context, before.grants)
    const [used] = await sql`
      select 1 from auth.membership where company_id = ${companyId} and role_id = ${id}
      union all select 1 from auth.invitation where company_id = ${companyId} and role_id = ${id} limit 1`
    if (used) throw refuse('IN_USE', 'People have this role or are invited to it. Give them another one first.')
    await sql`delete from auth.role where company_id = ${companyId} and id = ${id}`
    context.emit('role.deleted', { entity: 'auth.role', id, version: before.version + 1, data: { before } })
    return { id }
  },
})

type StoredRole = { name: string; grants: Grant[]; version: number }

async function lockRole({ sql, companyId }: Context, id: string): Promise<StoredRole> {
  const [row] = await sql`select name, grants, version from auth.role
    where company_id = ${companyId} and id = ${id} for update`
  if (!row) throw refuse('NOT_FOUND')
  return row as StoredRole
}

/** A company's role must not pass for a built-in one. */
function checkName(name: string): string {
  if (!isBuiltIn(name) && name !== customRole) return name
  throw refuse('VALIDATION_FAILED', [{ field: 'name', message: 'is the name of a built-in role' }])
}

/** Lines that name permissions which exist, each once, and which the actor holds as far. */
function checkGrants(context: Context, lines: readonly Grant[]): Grant[] {
  const { permissions } = context.use(authServices)
  const seen = new Set<string>()
  for (const [at, { permission }] of lines.entries()) {
    const field = `grants.${at}.permission`
    if (!permissions.has(permission)) throw refuse('VALIDATION_FAILED', [{ field, message: 'is no permission' }])
    if (seen.has(permission)) throw refuse('VALIDATION_FAILED', [{ field, message: 'is named twice' }])
    seen.add(permission)
  }
  requireHeld(context, lines)
  return lines.map(({ permission, scope }) => ({ permission, scope }))
}

/** Who looks after companies makes every role; everybody else makes and changes those within their own rights. */
function requireHeld(context: Context, lines: readonly Grant[]): void {
  const { actor } = context
  if (actor.role === 'super_admin') return
  const { permissions } = context.use(authServices)
  if (includesAll(actor.grants, grantsFrom(lines, permissions))) return
  const at = lines.findIndex((line) => !includesAll(actor.grants, grantsFrom([line], permissions)))
  const detail = { field: `grants.${at}`, message: `${lines[at]?.permission} is not yours to give` }
  throw authRefusals.refuse('ROLE_NOT_ASSIGNABLE', [detail])
}

const shown = (id: string, name: string, lines: readonly Grant[], version: number) => ({
  id,
  name,
  builtIn: false,
  grants: Object.fromEntries(lines.map(({ permission, scope }) => [permission, scope])),
  version,
})
