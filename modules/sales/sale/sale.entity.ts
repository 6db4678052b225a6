import { handedOver, type Method, storedMethods } from '#engines/tender'
import {
  choice,
  code,
  date,
  defineEntity,
  group,
  instant,
  integer,
  link,
  list,
  money,
  note,
  rate,
  state,
  text,
} from '#kernel'
import { customer } from '#modules/crm'
import { register, shop } from '#modules/shops'
import { gstOfDocument } from './gst.fields.ts'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
/** The id of a document in a path or an answer. */
export const documentId = code({ label: 'Id', required: true, max: 36, pattern: uuid })
/** An id that the maker chooses, so that a retry cannot make a second document. */
export const chosenId = code({
  label: 'Id',
  help: 'Made by the caller, so that a retry is safe',
  max: 36,
  pattern: uuid,
})

/** What promotions took off a line or a document, each with its coupon where it needed one. Amounts in minor units. */
export const appliedPromotions = () =>
  list(
    group({
      promotionId: text({ required: true, max: 36 }),
      name: text({ label: 'Promotion', required: true, max: 120 }),
      coupon: text({ label: 'Coupon', max: 40 }),
      amount: integer({ label: 'Taken off', required: true, min: 0, max: Number.MAX_SAFE_INTEGER }),
    }),
    { label: 'Promotions', max: 1000 },
  )

const tender = <const M extends readonly Method[]>(of: M) =>
  group(
    {
      method: choice(of, { label: 'Method', required: true }),
      amount: money({ label: 'Amount', required: true, min: 1 }),
      reference: text({ label: 'Reference', help: 'Of a gift card: its code, of which the end is kept', max: 100 }),
    },
    { required: true },
  )
/** What a customer hands over towards money that is kept for them, such as a deposit. */
export const tenderInput = () => tender(handedOver)
/** What a customer pays a sale with: money, or what is kept for them already. */
export const saleTender = () => tender([...handedOver, ...storedMethods])

/** A document's taxes by rate; components are the parts that are shown on their own, such as CGST and SGST. */
export const taxSummary = () =>
  list(
    group({
      code: text({ max: 64 }),
      label: text(),
      percent: rate(),
      net: money({ required: true }),
      tax: money({ required: true }),
      components: list(group({ code: text(), label: text(), tax: money() }), { max: 10 }),
    }),
    { label: 'Taxes', required: true, max: 100 },
  )

/**
 * A sale that took place: posted in one piece with its lines and payment, and never changed. What comes back is a
 * credit note. Its version is 2 because two events tell of it: created and completed.
 */
export const sale = defineEntity('sale', {
  label: 'Sale',
  plural: 'Sales',
  says: 'A sale that took place, with its lines, taxes and payment.',
  path: '/erp/sales',
  resource: 'orders',
  shop: 'shop',
  owner: 'customer',
  fields: {
    number: code({ label: 'Number', required: true, max: 80, unique: true, search: true, list: 1 }),
    externalNumber: text({ label: 'Original number', max: 64, unique: true, search: true }),
    status: state(['completed'], { label: 'Status' }),
    shop: link({ label: 'Shop', required: true, list: 4, to: () => shop }),
    register: link({ label: 'Register', to: () => register }),
    customer: link({ label: 'Customer', list: 5, to: () => customer }),
    cashierId: text({ label: 'Cashier', required: true, max: 64, refersTo: 'auth.user' }),
    cashierName: text({ label: 'Cashier name', required: true }),
    businessDate: date({ label: 'Date', required: true, list: 2 }),
    soldAt: instant({ label: 'Sold at', required: true, list: 3 }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    total: money({ label: 'Total', required: true, list: 6 }),
    change: money({ label: 'Change', required: true }),
    discount: money({ label: 'Discount', help: 'What promotions took off, the sum of the lines' }),
    promotions: appliedPromotions(),
    taxes: taxSummary(),
    gst: gstOfDocument(),
    taxRounding: text({ label: 'Tax rounded per', required: true, max: 16 }),
    country: text({ label: 'Country of delivery', max: 60 }),
    note: note({ label: 'Note' }),
  },
  title: 'number',
  indexes: [['businessDate'], ['shop', 'soldAt']],
  checks: {
    adds_up: 'net_amount + tax_amount = total_amount and total_amount >= 0',
    one_currency: 'tax_currency = net_currency and total_currency = net_currency and change_currency = net_currency',
  },
  immutable: true,
  without: ['read', 'create'],
})
