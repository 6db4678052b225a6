import {
  boolean,
  choice,
  code,
  date,
  defineEntity,
  group,
  instant,
  link,
  money,
  note,
  phone,
  state,
  text,
} from '#kernel'
import { customer } from '#modules/crm'
import { shop } from '#modules/shops'
import { taxSummary } from '../sale/sale.entity.ts'
import { fulfilmentStates, orderStates, paymentStates } from './order.states.ts'

/** Where goods go. */
export const deliveryAddress = () =>
  group(
    {
      name: text({ label: 'Name', max: 120 }),
      lines: note({ label: 'Address', max: 400 }),
      postalCode: text({ label: 'Postal code', max: 20 }),
      city: text({ label: 'City', max: 120 }),
      state: text({ label: 'State', max: 120 }),
      country: code({ label: 'Country', help: 'ISO 3166-1 alpha-2', pattern: '^[A-Z]{2}$', max: 2 }),
      phone: phone({ label: 'Phone' }),
    },
    { label: 'Deliver to' },
  )

/**
 * What a customer ordered, at prices and taxes frozen when it was taken. It holds goods until they ship; what ships is
 * invoiced as a sale. Its states follow from its figures (`order.rules.ts`), and only actions move them.
 */
export const salesOrder = defineEntity('salesOrder', {
  label: 'Sales order',
  plural: 'Sales orders',
  says: 'What a customer ordered: its prices are frozen, its goods are held, and what ships of it is invoiced.',
  path: '/orders',
  resource: 'orders',
  shop: 'shop',
  owner: 'customer',
  fields: {
    number: code({ label: 'Number', required: true, max: 80, unique: true, search: true, list: 1 }),
    status: state(orderStates, { label: 'Status', list: 3 }),
    paymentStatus: choice(paymentStates, { label: 'Payment', required: true, list: 4 }),
    fulfilmentStatus: choice(fulfilmentStates, { label: 'Fulfilment', required: true, list: 5 }),
    reference: text({ label: "Customer's reference", max: 64, search: true }),
    shop: link({ label: 'Shop', required: true, list: 6, to: () => shop }),
    customer: link({ label: 'Customer', list: 7, to: () => customer }),
    madeById: text({ label: 'Taken by', help: 'The id of the person', required: true, max: 64 }),
    madeByName: text({ label: 'Taken by', required: true }),
    businessDate: date({ label: 'Date', required: true, list: 2 }),
    orderedAt: instant({ label: 'Ordered at', required: true }),
    heldUntil: instant({ label: 'Held until', help: 'Not confirmed or paid by then, it is cancelled' }),
    allowsBackOrder: boolean({ label: 'May be back-ordered', required: true, default: false }),
    deliverTo: deliveryAddress(),
    discount: money({ label: 'Discount', help: 'What promotions took off', required: true }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    total: money({ label: 'Total', required: true, list: 8 }),
    cancelled: money({ label: 'Cancelled', required: true }),
    invoiced: money({ label: 'Invoiced', help: 'What shipped', required: true }),
    credited: money({ label: 'Credited', help: 'What came back', required: true }),
    captured: money({ label: 'Received', required: true }),
    refunded: money({ label: 'Paid back', required: true }),
    applied: money({ label: 'Used for invoices', help: 'Of what was received', required: true }),
    taxes: taxSummary(),
    taxRounding: text({ label: 'Tax rounded per', required: true, max: 16 }),
    requestHash: code({ label: 'Request', help: 'Tells a repeated request from another one', max: 43 }),
    note: note({ label: 'Note', max: 1000 }),
  },
  title: 'number',
  indexes: [['businessDate'], ['shop', 'status'], ['status', 'heldUntil']],
  checks: {
    adds_up: 'net_amount + tax_amount = total_amount and total_amount >= 0',
    one_currency: `tax_currency = net_currency and total_currency = net_currency and cancelled_currency = net_currency
      and invoiced_currency = net_currency and credited_currency = net_currency and captured_currency = net_currency
      and refunded_currency = net_currency and applied_currency = net_currency`,
    within_total: 'cancelled_amount + invoiced_amount <= total_amount and credited_amount <= invoiced_amount',
    not_negative: 'cancelled_amount >= 0 and credited_amount >= 0 and refunded_amount >= 0 and applied_amount >= 0',
    money_held: 'captured_amount - refunded_amount >= applied_amount and applied_amount <= invoiced_amount',
  },
  without: ['read', 'create', 'update', 'delete'],
})
