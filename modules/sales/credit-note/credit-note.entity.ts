import { code, date, defineEntity, instant, link, money, note, text } from '#kernel'
import { customer } from '#modules/crm'
import { register, shop } from '#modules/shops'
import { gstOfDocument } from '../sale/gst.fields.ts'
import { sale, taxSummary } from '../sale/sale.entity.ts'

/** Goods that came back and the money that went back for them. Posted in one piece and never changed. */
export const creditNote = defineEntity('creditNote', {
  label: 'Credit note',
  plural: 'Credit notes',
  says: 'Goods that came back and the money that went back for them.',
  path: '/erp/credit-notes',
  resource: 'orders',
  shop: 'shop',
  owner: 'customer',
  fields: {
    number: code({ label: 'Number', required: true, max: 80, unique: true, search: true, list: 1 }),
    externalNumber: text({ label: 'Original number', max: 64, unique: true, search: true }),
    sale: link({ label: 'Sale', help: 'Empty where it names none or several', list: 4, to: () => sale }),
    shop: link({ label: 'Shop', required: true, list: 5, to: () => shop }),
    register: link({ label: 'Register', to: () => register }),
    customer: link({ label: 'Customer', list: 6, to: () => customer }),
    cashierId: text({ label: 'Cashier', required: true, max: 64, refersTo: 'auth.user' }),
    cashierName: text({ label: 'Cashier name', required: true }),
    businessDate: date({ label: 'Date', required: true, list: 2 }),
    returnedAt: instant({ label: 'Returned at', required: true, list: 3 }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    total: money({ label: 'Total', required: true, list: 7 }),
    discount: money({ label: 'Discount', help: 'What promotions had taken off what came back' }),
    taxes: taxSummary(),
    gst: gstOfDocument(),
    note: note({ label: 'Note' }),
  },
  title: 'number',
  indexes: [['businessDate']],
  checks: {
    adds_up: 'net_amount + tax_amount = total_amount and total_amount >= 0',
    one_currency: 'tax_currency = net_currency and total_currency = net_currency',
  },
  immutable: true,
  without: ['read', 'create'],
})
