import { buyerKinds, stateCodes } from '#engines/gst'
import { choice, code, defineEntity, email, link, money, note, phone, state, text } from '#kernel'
import { paymentTerm } from '#modules/companies'
import { customerGroup } from '../customer-group/customer-group.entity.ts'
import { guardCustomer } from './customer.rules.ts'

/** A person or firm that buys. Its e-mail address is kept in one spelling and once in the company. */
export const customer = defineEntity('customer', {
  label: 'Customer',
  plural: 'Customers',
  says: 'A person or firm that buys.',
  path: '/erp/customers',
  also: ['/crm/customers'],
  owner: 'id',
  fields: {
    code: code({ label: 'Customer number', unique: true, max: 40, search: true, list: 1, example: 'C-1001' }),
    name: text({ label: 'Name', required: true, search: true, list: 2, example: 'Ann Jones' }),
    email: email({ label: 'E-mail', unique: true, search: true, list: 3, example: 'ann@example.com' }),
    phone: phone({ label: 'Phone', search: true, list: 4 }),
    group: link({ label: 'Group', list: 5, to: () => customerGroup }),
    taxNumber: text({ label: 'Tax number', max: 40 }),
    gstin: code({ label: 'GSTIN', help: 'India: or the UIN; invoices to the customer name it', max: 15 }),
    gstKind: choice(buyerKinds, { label: 'GST registration', help: 'India: unregistered, or regular with a GSTIN' }),
    gstState: choice(stateCodes(), {
      label: 'State on invoices',
      help: 'India: of a customer without a GSTIN; named on their invoices, it is the place of supply',
    }),
    country: code({
      label: 'Country',
      help: 'ISO 3166-1 alpha-2',
      pattern: '^[A-Z]{2}$',
      max: 2,
      list: 6,
      example: 'GB',
    }),
    creditLimit: money({ label: 'Credit limit', see: 'crm.customer.credit', min: 0 }),
    paymentTerm: link({
      label: 'Payment term',
      help: 'When what they buy on account is due',
      see: 'crm.customer.credit',
      to: () => paymentTerm,
    }),
    note: note({ label: 'Note', help: "For the company's own people", see: 'crm.customer.note' }),
    status: state(['active', 'inactive'], { label: 'Status', list: 7 }),
  },
  title: 'name',
  transitions: {
    deactivate: { from: 'active', to: 'inactive', says: 'Stops selling to the customer; their history stays.' },
    activate: { from: 'inactive', to: 'active', says: 'Lets the customer buy again.' },
  },
  csv: { key: 'code' },
  guard: guardCustomer,
})
