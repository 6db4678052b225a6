import { choice, code, defineAction, refuse } from '#kernel'
import { assignShops } from '#modules/auth'
import { pathId, shop } from './shop.entity.ts'

/** Memberships belong to auth, which knows what people may reach; the shop says that somebody works here. */
export const assignStaff = defineAction('assignStaff', {
  label: 'Assign staff',
  says: 'Assigns a person of the company to the shop, beside the shops that they have already.',
  entity: () => shop,
  path: '/shops/:id/staff',
  right: 'update',
  input: {
    id: pathId,
    userId: code({ label: 'User', required: true, max: 36, pattern: pathId.pattern ?? '', refersTo: 'auth.user' }),
    role: choice(['shop_manager', 'shop_staff'], { label: 'Role', help: 'Unchanged where none is given' }),
  },
  output: { shopId: code(), userId: code(), role: code() },
  refuses: ['NOT_FOUND', 'REFERENCE_NOT_FOUND', 'ROLE_NOT_ASSIGNABLE'],
  emits: ['shop.staff_assigned', 'user.updated'],
  example: { userId: '0190a8c2-7b1e-7c3a-9f00-000000000001' },
  run: async (context, { id, userId, role }) => {
    context.requireShop(id)
    const { sql, companyId } = context
    const [found] = await sql`select 1 from shops.shop where company_id = ${companyId} and id = ${id} for share`
    if (!found) throw refuse('NOT_FOUND')
    await assignShops(context, { userId, shopIds: [id], role })
    const data = { shopId: id, userId, role: role ?? null }
    context.emit('shop.staff_assigned', { entity: 'shops.shop', id, shopId: id, data })
    return data
  },
})
