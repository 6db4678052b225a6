/** The people of a company. New ones come by invitation, so that nobody is given an account with a known password. */
import { type Context, choice, defineAction, email, instant, integer, phone, refuse, text } from '#kernel'
import { pageFields, pageOf } from '../list-page.ts'
import { idField, shopIdsField } from '../user/person.fields.ts'
import { changeMember } from './change-member.ts'

const memberFields = {
  id: idField({ label: 'User', required: true }),
  email: email({ label: 'E-mail' }),
  name: text({ label: 'Name' }),
  phone: phone({ label: 'Phone' }),
  role: text({ label: 'Role' }),
  roleId: idField({ label: 'Role of the company' }),
  roleName: text({ label: 'Name of the role' }),
  shopIds: shopIdsField,
  customerId: idField({ label: 'Customer' }),
  status: choice(['active', 'disabled'], { label: 'Status' }),
  lastUsedAt: instant({ label: 'Last seen' }),
  createdAt: instant({ label: 'Member since' }),
  version: integer({ label: 'Version' }),
}

export const listMembers = defineAction('listMembers', {
  label: 'Users',
  says: 'Lists the people of the company, by name.',
  method: 'GET',
  path: '/users',
  permission: 'auth.user.read',
  right: 'read',
  crossCompany: true,
  answersList: true,
  input: {
    ...pageFields,
    q: text({ label: 'Part of the name or e-mail', max: 100 }),
    role: text({ label: 'Role', max: 40 }),
    status: choice(['active', 'disabled'], { label: 'Status' }),
  },
  output: memberFields,
  run: async (context, { q, role, status, ...page }) => {
    const { sql } = context
    const like = q === undefined ? undefined : `%${q.replace(/[\\%_]/g, '\\$&')}%`
    const wanted = sql`${withinReach(context)}
      and ${like === undefined ? sql`true` : sql`(u.name ilike ${like} or u.email ilike ${like})`}
      and ${role === undefined ? sql`true` : sql`m.role = ${role}`}
      and ${status === undefined ? sql`true` : sql`m.status = ${status}`}`
    const from = sql`${fromMembers(context)} where ${wanted}`
    return pageOf(sql, { select: memberColumns(context), from, order: sql`u.name, u.id` }, page)
  },
})

export const readMember = defineAction('readMember', {
  label: 'User',
  says: 'Reads one person of the company.',
  method: 'GET',
  path: '/users/:id',
  permission: 'auth.user.read',
  right: 'read',
  crossCompany: true,
  input: { id: idField({ label: 'User', required: true }) },
  output: memberFields,
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => memberOf(context, id),
})

export const updateMember = defineAction('updateMember', {
  label: 'Change user',
  says: 'Changes the role, shops or status of a person of the company. Their tokens are refreshed with the new rights.',
  method: 'PATCH',
  path: '/users/:id',
  permission: 'auth.user.update',
  right: 'update',
  crossCompany: true,
  input: {
    id: idField({ label: 'User', required: true }),
    role: text({ label: 'Role', max: 40 }),
    roleId: idField({ label: 'Role of the company' }),
    shopIds: shopIdsField,
    customerId: idField({ label: 'Customer' }),
    status: choice(['active', 'disabled'], { label: 'Status' }),
    version: integer({ label: 'The version you read', min: 1 }),
  },
  output: memberFields,
  refuses: ['NOT_FOUND', 'VERSION_CONFLICT', 'ROLE_NOT_ASSIGNABLE', 'REFERENCE_NOT_FOUND', 'LAST_ADMIN'],
  emits: ['user.updated', 'session.revoked'],
  example: { role: 'shop_manager', shopIds: [] },
  run: async (context, { id, version, ...change }) => {
    await changeMember(context, id, change, version)
    return memberOf(context, id)
  },
})

export const removeMember = defineAction('removeMember', {
  isDangerous: true,
  label: 'Deactivate user',
  says: 'Ends the membership of a person: their sessions end. The record stays, and can be made active again.',
  method: 'DELETE',
  path: '/users/:id',
  permission: 'auth.user.delete',
  right: 'delete',
  crossCompany: true,
  input: { id: idField({ label: 'User', required: true }) },
  output: { id: idField({ label: 'User', required: true }) },
  refuses: ['NOT_FOUND', 'ROLE_NOT_ASSIGNABLE', 'LAST_ADMIN'],
  emits: ['user.updated', 'session.revoked'],
  run: async (context, { id }) => {
    await changeMember(context, id, { status: 'disabled' })
    return { id }
  },
})

async function memberOf(context: Context, id: string) {
  const [row] = await context.sql`
    select ${memberColumns(context)} ${fromMembers(context)} where ${withinReach(context)} and m.user_id = ${id}`
  if (!row) throw refuse('NOT_FOUND')
  return row
}

const memberColumns = ({ sql }: Context) => sql`
  u.id, u.email, u.name, u.phone, m.role, m.role_id as "roleId", coalesce(r.name, m.role) as "roleName",
  m.shop_ids as "shopIds", m.customer_id as "customerId", m.status, m.created_at as "createdAt", m.version,
  (select max(s.last_used_at) from auth.session s
    where s.user_id = u.id and s.company_id = m.company_id) as "lastUsedAt"`

const fromMembers = ({ sql }: Context) => sql`
  from auth.membership m join auth.user u on u.id = m.user_id
  left join auth.role r on r.company_id = m.company_id and r.id = m.role_id`

/** The company's people; of them, those of one's shops, or oneself. */
function withinReach({ sql, companyId, actor, scope }: Context) {
  const reach =
    scope === 'shop'
      ? sql`m.shop_ids && ${[...actor.shopIds]}::uuid[]`
      : scope === 'own'
        ? sql`m.user_id = ${actor.id}`
        : sql`true`
  return sql`m.company_id = ${companyId} and ${reach}`
}
