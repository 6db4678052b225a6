import { boolean, code, date, defineEntity, link, state, text } from '#kernel'
import { shop } from '#modules/shops'
import { guardPriceList } from './price-list.guard.ts'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

/**
 * Prices under one name. Whom it is for decides when it applies: a customer, a customer group, a shop or channel, or,
 * with none of them, everybody; with several of them all must match. Customers stand below the catalog, so theirs are
 * plain ids without a foreign key: an id that nobody has is a list that never applies.
 */
export const priceList = defineEntity('priceList', {
  label: 'Price list',
  plural: 'Price lists',
  resource: 'settings',
  shop: 'shop',
  sharedWithoutShop: true,
  fields: {
    name: text({ label: 'Name', required: true, max: 120, unique: true, search: true, list: 1, example: 'Wholesale' }),
    currency: code({ label: 'Currency', required: true, min: 3, max: 3, fixed: true, list: 2, example: 'GBP' }),
    includesTax: boolean({ label: 'Prices include tax', required: true, default: false, list: 3 }),
    customerId: text({ label: 'Only for customer', max: 36, pattern: uuid, refersTo: 'crm.customer' }),
    customerGroupId: text({
      label: 'Only for customer group',
      max: 36,
      pattern: uuid,
      refersTo: 'crm.customerGroup',
    }),
    shop: link({ label: 'Only at shop', to: () => shop }),
    channel: code({ label: 'Only in channel', max: 32, example: 'web' }),
    validFrom: date({ label: 'Valid from', list: 4 }),
    validTo: date({ label: 'Valid to', list: 5 }),
    status: state(['draft', 'active', 'archived'], { label: 'Status', list: 6 }),
  },
  transitions: {
    activate: { from: ['draft', 'archived'], to: 'active', says: 'Puts its prices in force.' },
    archive: { from: 'active', to: 'archived', says: 'Takes its prices out of force.' },
  },
  checks: { dates: 'valid_from is null or valid_to is null or valid_to >= valid_from' },
  csv: { key: 'name' },
  guard: guardPriceList,
})
