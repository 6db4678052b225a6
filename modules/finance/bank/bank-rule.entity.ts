import { defineEntity, integer, link, text } from '#kernel'
import { customer } from '#modules/crm'
import { vendor } from '#modules/purchasing'

/** Whom a name on bank lines stands for, learned from what people accepted. Accepting another one changes it. */
export const bankRule = defineEntity('bankRule', {
  label: 'Bank rule',
  plural: 'Bank rules',
  says: 'Whom a name on bank lines stands for, learned from what was accepted.',
  path: '/finance/bank-rules',
  title: 'key',
  fields: {
    key: text({ label: 'Name on bank lines', required: true, max: 140, unique: true, search: true, list: 1 }),
    customer: link({ label: 'Customer', list: 2, to: () => customer }),
    vendor: link({ label: 'Vendor', list: 3, to: () => vendor }),
    times: integer({ label: 'Times accepted', required: true, min: 1, list: 4 }),
  },
  checks: { one_party: '(customer_id is null) <> (vendor_id is null)' },
  without: ['create', 'update', 'delete'],
})
