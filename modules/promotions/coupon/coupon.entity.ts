import { boolean, code, date, defineEntity, integer, link, money, state } from '#kernel'
import { customer } from '#modules/crm'
import { promotion } from '../promotion/promotion.entity.ts'
import { guardCoupon } from './coupon.guard.ts'

/** A code that opens a promotion, so many times. What it was used for are its redemptions. */
export const coupon = defineEntity('coupon', {
  label: 'Coupon',
  plural: 'Coupons',
  says: 'A code that opens a promotion, as often as it says.',
  path: '/erp/coupons',
  resource: 'settings',
  fields: {
    code: code({
      label: 'Code',
      help: 'Capitals and figures; customers may type it in any case',
      required: true,
      fixed: true,
      min: 2,
      max: 40,
      pattern: '^[A-Z0-9][A-Z0-9_-]*$',
      unique: true,
      search: true,
      list: 1,
      example: 'WELCOME10',
    }),
    promotion: link({ label: 'Promotion', required: true, fixed: true, list: 2, to: () => promotion }),
    status: state(['active', 'paused'], { label: 'Status', list: 3 }),
    usesMax: integer({
      label: 'Uses',
      help: '1: a single use. Empty: as often as anybody likes.',
      min: 1,
      max: 1_000_000_000,
      list: 4,
      example: 1,
    }),
    usesPerCustomerMax: integer({
      label: 'Uses for each customer',
      help: 'Then the sale must name its customer',
      min: 1,
      max: 1_000_000,
    }),
    budget: money({ label: 'Budget', help: 'The most that it takes off in all its sales', min: 1, list: 5 }),
    customer: link({ label: 'Only for customer', to: () => customer }),
    validFrom: date({ label: 'Valid from', list: 6 }),
    validTo: date({ label: 'Valid to', list: 7 }),
    comesBack: boolean({
      label: 'Comes back',
      help: 'May be used again when everything of its sale has come back',
      required: true,
      default: false,
    }),
    uses: integer({ label: 'Used', computed: true, required: true, default: 0, min: 0, list: 8 }),
    spent: money({ label: 'Taken off so far', computed: true, list: 9 }),
  },
  title: 'code',
  transitions: {
    pause: { from: 'active', to: 'paused', says: 'It is taken no more.' },
    resume: { from: 'paused', to: 'active', says: 'It is taken again.' },
  },
  checks: {
    dates: 'valid_from is null or valid_to is null or valid_to >= valid_from',
    within_uses: 'uses >= 0 and (uses_max is null or uses <= uses_max)',
    within_budget: 'budget_amount is null or coalesce(spent_amount, 0) <= budget_amount',
  },
  csv: { key: 'code' },
  guard: guardCoupon,
})
