import {
  boolean,
  choice,
  code,
  date,
  defineEntity,
  type EntityDefinition,
  group,
  instant,
  link,
  list,
  money,
  note,
  rate,
  state,
  text,
} from '#kernel'
import { paymentTerm } from '#modules/companies'
import { customer } from '#modules/crm'
import { vendor } from '#modules/purchasing'
import { invoiceKinds } from './invoice-kinds.ts'

/** What a document is taxed at each rate. */
export const invoiceTaxes = () =>
  list(
    group({
      ...{ code: text({ max: 64 }), label: text(), percent: rate() },
      ...{ net: money({ required: true }), tax: money({ required: true }) },
    }),
    { label: 'Taxes', required: true, max: 100 },
  )

/**
 * An invoice or credit note, to a customer or from a vendor. A draft may be changed; a posted one has its number, its
 * entry and its open item, and never changes again: a credit note cancels it.
 */
export const invoice = defineEntity('invoice', {
  label: 'Invoice',
  plural: 'Invoices',
  says: 'An invoice or credit note, to a customer or from a vendor.',
  path: '/finance/invoices',
  title: 'number',
  fields: {
    kind: choice(invoiceKinds, { label: 'Kind', required: true, list: 2 }),
    number: code({ label: 'Number', help: 'Given when it is posted', unique: true, max: 80, search: true, list: 1 }),
    status: state(['draft', 'posted', 'cancelled'], { label: 'Status', list: 3 }),
    customer: link({ label: 'Customer', list: 4, to: () => customer }),
    vendor: link({ label: 'Vendor', list: 5, to: () => vendor }),
    vendorNumber: text({ label: "Vendor's number", help: 'What the vendor calls it', max: 64, search: true }),
    issuedOn: date({ label: 'Date', required: true, list: 6 }),
    paymentTerm: link({ label: 'Payment term', to: () => paymentTerm }),
    dueOn: date({ label: 'Due on', required: true, list: 7 }),
    fiscalYear: code({ label: 'Fiscal year', required: true, max: 9 }),
    includesTax: boolean({ label: 'Amounts include tax', required: true, default: false }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    total: money({ label: 'Total', required: true, list: 8 }),
    taxes: invoiceTaxes(),
    reference: text({ label: 'Reference', max: 100, search: true }),
    note: note({ label: 'Note' }),
    credits: link({ label: 'Credits', help: 'The invoice that it takes back', to: (): EntityDefinition => invoice }),
    cancelledBy: link({ label: 'Cancelled by', unique: true, to: (): EntityDefinition => invoice }),
    postedAt: instant({ label: 'Posted at' }),
  },
  unique: [['vendor', 'vendorNumber', 'fiscalYear']],
  indexes: [['issuedOn'], ['customer', 'issuedOn']],
  checks: {
    one_party:
      "(kind in ('customer_invoice', 'customer_credit')) = (customer_id is not null) " +
      "and (kind in ('vendor_invoice', 'vendor_credit')) = (vendor_id is not null)",
    adds_up: 'net_amount + tax_amount = total_amount and total_amount > 0',
    one_currency: 'tax_currency = net_currency and total_currency = net_currency',
    posted: "(status = 'draft') = (number is null) and (status = 'draft') = (posted_at is null)",
    cancelled: "(status = 'cancelled') = (cancelled_by_id is not null)",
  },
  without: ['read', 'create', 'update', 'delete'],
})
