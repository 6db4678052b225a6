import { boolean, choice, code, defineEntity, link, note, phone, text } from '#kernel'
import { customer } from '../customer/customer.entity.ts'
import { keepOneDefault } from './one-default.ts'

/** Where bills or goods for a customer go. One address of each kind is the customer's default. */
export const customerAddress = defineEntity('customerAddress', {
  label: 'Customer address',
  plural: 'Customer addresses',
  says: 'Where bills or goods for a customer go.',
  path: '/erp/customer-addresses',
  also: ['/crm/customer-addresses'],
  owner: 'customer',
  fields: {
    customer: link({ label: 'Customer', required: true, fixed: true, list: 1, to: () => customer }),
    kind: choice(['billing', 'shipping'], { label: 'For', required: true, fixed: true, list: 2 }),
    name: text({ label: 'Recipient', max: 120, list: 3 }),
    lines: note({ label: 'Street and house', required: true, max: 400, search: true, list: 4 }),
    city: text({ label: 'City', required: true, max: 120, search: true, list: 5 }),
    state: text({ label: 'State', max: 120 }),
    postalCode: text({ label: 'Postal code', max: 20, search: true, list: 6 }),
    country: code({
      label: 'Country',
      help: 'ISO 3166-1 alpha-2',
      required: true,
      pattern: '^[A-Z]{2}$',
      max: 2,
      list: 7,
      example: 'GB',
    }),
    phone: phone({ label: 'Phone' }),
    isDefault: boolean({ label: 'Default of its kind', required: true, default: false, list: 8 }),
  },
  title: 'lines',
  guard: keepOneDefault,
})
