import { code, defineEntity, email, link, note, phone, state, text } from '#kernel'
import { paymentTerm } from '#modules/companies'

/** A person or firm that the company buys from. */
export const vendor = defineEntity('vendor', {
  label: 'Vendor',
  plural: 'Vendors',
  says: 'A person or firm that the company buys from.',
  path: '/purchase/vendors',
  fields: {
    code: code({ label: 'Vendor number', unique: true, max: 40, search: true, list: 1, example: 'V-1001' }),
    name: text({ label: 'Name', required: true, search: true, list: 2, example: 'Paper Mill Ltd' }),
    email: email({ label: 'E-mail', search: true, list: 3, example: 'bills@example.com' }),
    phone: phone({ label: 'Phone', search: true, list: 4 }),
    taxNumber: text({ label: 'Tax number', max: 40 }),
    country: code({
      label: 'Country',
      help: 'ISO 3166-1 alpha-2',
      pattern: '^[A-Z]{2}$',
      max: 2,
      list: 5,
      example: 'GB',
    }),
    paymentTerm: link({ label: 'Payment term', list: 6, to: () => paymentTerm }),
    note: note({ label: 'Note' }),
    status: state(['active', 'inactive'], { label: 'Status', list: 7 }),
  },
  title: 'name',
  transitions: {
    deactivate: { from: 'active', to: 'inactive', says: 'Stops buying from the vendor; their history stays.' },
    activate: { from: 'inactive', to: 'active', says: 'Lets documents name the vendor again.' },
  },
  csv: { key: 'code' },
})
