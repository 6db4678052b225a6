/** What tills do with a cart that they share. */
import { boolean, type Context, defineAction, integer, link, record, refuse, text } from '#kernel'
import { findRegister, register, shop } from '#modules/shops'
import { chosenId, documentId, sale } from '../sale/sale.entity.ts'
import { sharedCart } from './shared-cart.entity.ts'
import { type CartRecord, cartColumns, emitCart, lockOpenCart, mustNotBeClaimed } from './shared-cart.record.ts'

const cart = record({ label: 'Cart', required: true, maxBytes: 131_072 })
const answer = { id: documentId, version: integer({ required: true }), ...sharedCart.fields }
const example = { lines: [{ sku: '85123A', quantity: '2' }] }

export const createCart = defineAction('create', {
  label: 'Share a cart',
  says: 'Puts a cart where the other tills of the shop see it, or aside for later.',
  entity: () => sharedCart,
  path: '/multi-pc/sessions',
  right: 'create',
  status: 201,
  input: {
    id: chosenId,
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    name: text({ label: 'Name', max: 80 }),
    held: boolean({ label: 'Put aside' }),
    cart,
  },
  output: answer,
  refuses: ['REFERENCE_NOT_FOUND', 'ALREADY_EXISTS'],
  emits: ['shared_cart.created'],
  example: { shopId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01', name: 'Mrs Jones', cart: example },
  run: async (context, { id = context.newId(), shopId, name = null, held = false, cart: content }) => {
    const { sql, companyId, now, actor, scope } = context
    if (scope === 'shop' && !actor.shopIds.includes(shopId)) {
      throw refuse('REFERENCE_NOT_FOUND', [{ field: 'shopId', message: 'There is no such shop among yours.' }])
    }
    const [made] = await sql<CartRecord[]>`
      insert into sales.shared_cart as c (company_id, id, created_at, updated_at, name, shop_id, held, cart,
        made_by_id, made_by_name)
      values (${companyId}, ${id}, ${now}, ${now}, ${name}, ${shopId}, ${held}, ${sql.json(content as never)},
        ${actor.id}, ${actor.name})
      returning ${cartColumns(sql)}`
    return told(context, 'created', made)
  },
})

export const changeCart = defineAction('change', {
  label: 'Change a shared cart',
  says: 'Replaces what is in a shared cart. Refused where another till changed it meanwhile, or holds it.',
  entity: () => sharedCart,
  method: 'PUT',
  path: '/multi-pc/sessions/:id',
  right: 'update',
  input: {
    id: documentId,
    cart,
    version: integer({ label: 'Version', help: 'The one that was read', required: true, min: 1 }),
    name: text({ label: 'Name', max: 80 }),
    held: boolean({ label: 'Put aside' }),
    register: link({ label: 'Register', help: 'The till that changes it', to: () => register }),
  },
  output: answer,
  refuses: ['NOT_FOUND', 'VERSION_CONFLICT', 'CART_CLAIMED', 'CART_FINISHED'],
  emits: ['shared_cart.updated'],
  example: { cart: example, version: 1 },
  run: async (context, { id, cart: content, version, name, held, registerId }) => {
    const before = await lockOpenCart(context, id)
    await mustBeOurs(context, registerId)
    mustNotBeClaimed(before, registerId)
    if (before.version !== version) {
      const detail = { field: 'version', message: `is ${before.version} now`, current: before.version }
      throw refuse('VERSION_CONFLICT', [detail])
    }
    const { sql, companyId, now } = context
    const [after] = await sql<CartRecord[]>`
      update sales.shared_cart c set cart = ${sql.json(content as never)}, name = ${name ?? before.name},
        held = ${held ?? before.held}, version = c.version + 1, updated_at = ${now}
      where c.company_id = ${companyId} and c.id = ${id} returning ${cartColumns(sql)}`
    return told(context, 'updated', after)
  },
})

export const claimCart = defineAction('claim', {
  label: 'Claim a shared cart',
  says: 'Gives a cart to one till, which alone may change and finish it from then on.',
  entity: () => sharedCart,
  path: '/multi-pc/sessions/:id/claim',
  right: 'update',
  input: { id: documentId, register: link({ label: 'Register', required: true, to: () => register }) },
  output: answer,
  refuses: ['NOT_FOUND', 'REFERENCE_NOT_FOUND', 'CART_CLAIMED', 'CART_FINISHED'],
  emits: ['shared_cart.updated'],
  example: { registerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02' },
  run: async (context, { id, registerId }) => {
    const before = await lockOpenCart(context, id)
    await mustBeOurs(context, registerId)
    mustNotBeClaimed(before, registerId)
    return setClaim(context, id, registerId)
  },
})

export const releaseCart = defineAction('release', {
  label: 'Release a shared cart',
  says: 'Takes a cart from the till that claimed it, whichever that is: it may have broken down.',
  entity: () => sharedCart,
  path: '/multi-pc/sessions/:id/release',
  right: 'update',
  input: { id: documentId },
  output: answer,
  refuses: ['NOT_FOUND', 'CART_FINISHED'],
  emits: ['shared_cart.updated'],
  example: {},
  run: async (context, { id }) => {
    await lockOpenCart(context, id)
    return setClaim(context, id, null)
  },
})

export const finishCart = defineAction('finish', {
  label: 'Finish a shared cart',
  says: 'Says which sale came of a cart. A sale that names the cart when it is made does this by itself.',
  entity: () => sharedCart,
  path: '/multi-pc/sessions/:id/finish',
  right: 'update',
  input: { id: documentId, sale: link({ label: 'Sale', required: true, to: () => sale }) },
  output: answer,
  refuses: ['NOT_FOUND', 'REFERENCE_NOT_FOUND', 'CART_FINISHED', 'CART_CLAIMED', 'ALREADY_EXISTS'],
  emits: ['shared_cart.finished'],
  example: { saleId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a03' },
  run: async (context, { id, saleId }) => {
    const before = await lockOpenCart(context, id)
    const { sql, companyId, now } = context
    const [made] = await sql<{ registerId: string }[]>`
      select register_id as "registerId" from sales.sale
      where company_id = ${companyId} and id = ${saleId} and shop_id = ${before.shopId}`
    if (!made) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'saleId', message: 'The shop has no such sale.' }])
    mustNotBeClaimed(before, made.registerId)
    const [after] = await sql<CartRecord[]>`
      update sales.shared_cart c set status = 'finished', finished_at = ${now}, sale_id = ${saleId},
        version = c.version + 1, updated_at = ${now}
      where c.company_id = ${companyId} and c.id = ${id} returning ${cartColumns(sql)}`
    return told(context, 'finished', after)
  },
})

export const dropCart = defineAction('drop', {
  label: 'Drop a shared cart',
  says: 'Gives a cart up without a sale.',
  entity: () => sharedCart,
  path: '/multi-pc/sessions/:id/drop',
  right: 'update',
  input: { id: documentId, register: link({ label: 'Register', help: 'The till that drops it', to: () => register }) },
  output: answer,
  refuses: ['NOT_FOUND', 'CART_CLAIMED', 'CART_FINISHED'],
  emits: ['shared_cart.updated'],
  example: {},
  run: async (context, { id, registerId }) => {
    const before = await lockOpenCart(context, id)
    await mustBeOurs(context, registerId)
    mustNotBeClaimed(before, registerId)
    const { sql, companyId, now } = context
    const [after] = await sql<CartRecord[]>`
      update sales.shared_cart c set status = 'dropped', version = c.version + 1, updated_at = ${now}
      where c.company_id = ${companyId} and c.id = ${id} returning ${cartColumns(sql)}`
    return told(context, 'updated', after)
  },
})

/** Refuses REFERENCE_NOT_FOUND for a register beyond the caller's reach. */
async function mustBeOurs(context: Context, registerId: string | undefined): Promise<void> {
  if (registerId === undefined || (await findRegister(context, registerId))) return
  throw refuse('REFERENCE_NOT_FOUND', [{ field: 'registerId', message: 'There is no such register.' }])
}

async function setClaim(context: Context, id: string, registerId: string | null): Promise<CartRecord> {
  const { sql, companyId, now, actor } = context
  const [after] = await sql<CartRecord[]>`
    update sales.shared_cart c set claimed_by_id = ${registerId}, claimed_by_name = ${registerId && actor.name},
      version = c.version + 1, updated_at = ${now}
    where c.company_id = ${companyId} and c.id = ${id} returning ${cartColumns(sql)}`
  return told(context, 'updated', after)
}

function told(context: Context, what: 'created' | 'updated' | 'finished', row: CartRecord | undefined): CartRecord {
  if (!row) throw new Error('a cart went away while it was locked')
  const after = { ...row }
  emitCart(context, what, after)
  return after
}

export const cartActions = [createCart, changeCart, claimCart, releaseCart, finishCart, dropCart]
