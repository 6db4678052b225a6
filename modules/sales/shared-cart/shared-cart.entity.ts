import { boolean, defineEntity, instant, link, record, state, text } from '#kernel'
import { register, shop } from '#modules/shops'
import { sale } from '../sale/sale.entity.ts'

/**
 * A cart that several tills of a shop see and change, or one that was put aside to be taken up later. What is in it is
 * the tills' own affair; the sale that comes of it is priced like any other. One till claims it and finishes it.
 */
export const sharedCart = defineEntity('sharedCart', {
  label: 'Shared cart',
  plural: 'Shared carts',
  says: 'A cart that several tills of a shop see and change, or one that was put aside.',
  path: '/multi-pc/sessions',
  resource: 'till',
  shop: 'shop',
  fields: {
    name: text({ label: 'Name', max: 80, search: true, list: 1 }),
    shop: link({ label: 'Shop', required: true, list: 2, to: () => shop }),
    status: state(['open', 'finished', 'dropped'], { label: 'Status', list: 3 }),
    held: boolean({ label: 'Put aside', required: true, default: false, list: 4 }),
    cart: record({ label: 'Cart', required: true, maxBytes: 131_072 }),
    madeById: text({ label: 'Made by', required: true, max: 64, refersTo: 'auth.user' }),
    madeByName: text({ label: 'Made by', required: true, list: 5 }),
    claimedBy: link({ label: 'Claimed by', help: 'The till that finishes it', list: 6, to: () => register }),
    claimedByName: text({ label: 'Claimed by', help: 'The person at that till' }),
    sale: link({ label: 'Sale', unique: true, to: () => sale }),
    finishedAt: instant({ label: 'Finished at' }),
  },
  title: 'name',
  indexes: [['shop', 'status']],
  checks: {
    finished: "(status = 'finished') = (finished_at is not null) and (sale_id is null or status = 'finished')",
  },
  without: ['create', 'update', 'delete'],
})
