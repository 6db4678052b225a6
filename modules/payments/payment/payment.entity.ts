import { code, date, defineEntity, link, money, text } from '#kernel'
import { register, shop } from '#modules/shops'

/** What was paid for one document and what went back; its tenders and refunds are the entries that it sums up. */
export const payment = defineEntity('payment', {
  label: 'Payment',
  plural: 'Payments',
  says: 'What was paid for one document, and what of it was paid back.',
  path: '/payments',
  also: ['/payments/history'],
  shop: 'shop',
  fields: {
    sourceEntity: text({ label: 'Paid for', required: true, max: 64, list: 3, example: 'sales.sale' }),
    sourceId: code({ label: 'Document', help: 'Its id', required: true, max: 36 }),
    shop: link({ label: 'Shop', required: true, list: 2, to: () => shop }),
    register: link({ label: 'Register', to: () => register }),
    registerSessionId: code({ label: 'Register session', help: 'Whose drawer the money went into', max: 36 }),
    businessDate: date({ label: 'Date', required: true, list: 1 }),
    captured: money({ label: 'Paid', required: true, min: 0, list: 4 }),
    refunded: money({ label: 'Paid back', required: true, min: 0, list: 5 }),
  },
  unique: [['sourceEntity', 'sourceId']],
  indexes: [['businessDate']],
  checks: {
    not_negative: 'captured_amount >= 0 and refunded_amount >= 0',
    refund_within_capture: 'refunded_amount <= captured_amount',
    one_currency: 'refunded_currency = captured_currency',
  },
  without: ['read', 'create', 'update', 'delete'],
})
