/** What roles there are, and what can be permitted at all. */
import { boolean, defineAction, integer, record, text } from '#kernel'
import { authServices } from '../services.ts'
import { idField } from '../user/person.fields.ts'
import { grantsOf } from './grants.ts'
import { builtInRoles } from './roles.ts'
import { type Grant, grantsFrom } from './roles-of-companies.ts'

/** What is answered of a role. */
export const roleFields = {
  id: idField({ label: 'Role' }),
  name: text({ label: 'Name' }),
  builtIn: boolean({ label: 'Built in' }),
  grants: record({ label: 'Permissions', help: 'Each with its reach', maxBytes: 200_000 }),
  version: integer({ label: 'Version' }),
}

export const listRoles = defineAction('listRoles', {
  label: 'Roles',
  says: 'Lists the built-in roles with what each may do, and the roles of the company.',
  method: 'GET',
  path: '/auth/roles',
  permission: 'auth.role.read',
  right: 'read',
  answersList: true,
  input: {},
  output: roleFields,
  run: async ({ sql, companyId, use }) => {
    const { permissions } = use(authServices)
    const own = await sql`select id, name, grants, version from auth.role where company_id = ${companyId}
      order by name limit 200`
    return [
      ...builtInRoles.map((name) => ({
        id: null,
        name,
        builtIn: true,
        grants: Object.fromEntries(grantsOf(name, permissions)),
        version: 1,
      })),
      ...own.map(({ grants, ...role }) => ({
        ...role,
        builtIn: false,
        grants: Object.fromEntries(grantsFrom(grants as Grant[], permissions)),
      })),
    ]
  },
})

export const listPermissions = defineAction('listPermissions', {
  label: 'Permissions',
  says: 'Lists everything that can be permitted, for roles and API keys.',
  method: 'GET',
  path: '/auth/permissions',
  access: 'signed-in',
  answersList: true,
  input: {},
  output: {
    permission: text({ label: 'Permission' }),
    label: text({ label: 'Label' }),
    resource: text({ label: 'Resource' }),
    right: text({ label: 'Right' }),
    module: text({ label: 'Module' }),
    reach: text({ label: 'How far you hold it', help: 'Empty where you do not' }),
  },
  run: async ({ use, actor }) =>
    [...use(authServices).permissions.values()].map(({ address, ...entry }) => ({
      permission: address,
      ...entry,
      reach: actor.grants.get(address) ?? null,
    })),
})
