import { code, defineEntity, note, text } from '#kernel'

/** Customers who are treated alike, above all in prices. */
export const customerGroup = defineEntity('customerGroup', {
  label: 'Customer group',
  plural: 'Customer groups',
  says: 'Customers who are treated alike, above all in prices.',
  path: '/erp/customer-groups',
  also: ['/crm/customer-groups'],
  fields: {
    code: code({ label: 'Code', required: true, unique: true, max: 20, search: true, list: 1, example: 'TRADE' }),
    name: text({ label: 'Name', required: true, max: 120, unique: true, search: true, list: 2, example: 'Trade' }),
    description: note({ label: 'Description', list: 3 }),
  },
  csv: { key: 'code' },
})
