/** What roles there are, and what can be permitted at all. */
import { boolean, choice, defineAction, integer, record, tags, text } from '#kernel'
import { registryService } from '#platform/execution'
import { authServices } from '../services.ts'
import { idField } from '../user/person.fields.ts'
import { grantsOf } from './grants.ts'
import { builtInRoles } from './roles.ts'
import { type Grant, grantsFrom } from './roles-of-companies.ts'

/** What is answered of a role. */
export const roleFields = {
  id: idField({ label: 'Role', help: 'Built-in roles have none' }),
  name: text({ label: 'Name', required: true }),
  builtIn: boolean({ label: 'Built in', required: true, help: 'It cannot be changed; a copy of it can' }),
  grants: record({ label: 'Permissions', required: true, help: 'Each with its reach', maxBytes: 200_000 }),
  version: integer({ label: 'Version', required: true }),
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
    permission: text({ label: 'Permission', required: true }),
    label: text({ label: 'Label', required: true }),
    resource: text({ label: 'Resource', required: true }),
    right: choice(['create', 'read', 'update', 'delete', 'do'], { label: 'Right', required: true }),
    module: text({ label: 'Module', required: true }),
    entity: text({ label: 'Kind of record', help: 'Such as catalog.product; empty where it is about none' }),
    entityLabel: text({ label: 'Its name' }),
    reaches: tags({ label: 'How far a role may hold it', required: true, max: 3 }),
    reach: text({ label: 'How far you hold it', help: 'Empty where you do not' }),
  },
  run: async ({ use, actor }) => {
    const { entities } = use(registryService)
    return [...use(authServices).permissions.values()].map(({ address, ...entry }) => {
      const entity = entities.get(address.split('.').slice(0, 2).join('.'))
      return {
        permission: address,
        ...entry,
        entity: entity?.address ?? null,
        entityLabel: entity?.definition.plural ?? null,
        // Records without an owner are nobody's own: such a reach would open nothing.
        reaches: entity && !entity.definition.owner ? ['company', 'shop'] : ['company', 'shop', 'own'],
        reach: actor.grants.get(address) ?? null,
      }
    })
  },
})
