import { defineEntity, instant, link, money, text } from '#kernel'
import { customer } from '#modules/crm'
import { shop } from '#modules/shops'
import { coupon } from './coupon.entity.ts'

/** One use of a coupon in one sale, which is told by its id because sales stand below this module. */
export const couponRedemption = defineEntity('couponRedemption', {
  label: 'Coupon use',
  plural: 'Coupon uses',
  says: 'What a coupon took off which sale.',
  path: '/erp/coupon-redemptions',
  resource: 'orders',
  shop: 'shop',
  owner: 'customer',
  fields: {
    coupon: link({ label: 'Coupon', required: true, list: 1, to: () => coupon }),
    code: text({ label: 'Code', required: true, max: 40, search: true, list: 2 }),
    saleId: text({ label: 'Sale', required: true, max: 36, list: 3, refersTo: 'sales.sale' }),
    shop: link({ label: 'Shop', required: true, list: 4, to: () => shop }),
    customer: link({ label: 'Customer', list: 5, to: () => customer }),
    amount: money({ label: 'Taken off', required: true, list: 6 }),
    redeemedAt: instant({ label: 'Used at', required: true, list: 7 }),
    givenBackAt: instant({ label: 'Given back at', list: 8 }),
  },
  title: 'code',
  unique: [['coupon', 'saleId']],
  indexes: [['saleId']],
  without: ['create', 'update', 'delete'],
})
