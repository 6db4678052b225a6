import { code, defineEntity, instant, link, money, record, state, tags, text } from '#kernel'
import { customer } from '#modules/crm'
import { sale } from '#modules/sales'
import { register, shop } from '#modules/shops'

/** What may be odd about a sale that a till made without the server. */
export const saleFlags = [
  'price_changed',
  'price_override',
  'oversold',
  'card_limit',
  'too_old',
  'sequence_gap',
  'epoch_ended',
  'session_closed',
  'cart_finished',
  'not_sellable',
  'clock_wrong',
  'refused',
] as const
export type SaleFlag = (typeof saleFlags)[number]

/**
 * A sale of an offline till that somebody should look at. It is booked all the same, unless it is flagged `refused`:
 * then `ticket` is all that is left of it.
 */
export const saleException = defineEntity('saleException', {
  label: 'Flagged sale',
  plural: 'Flagged sales',
  says: 'A sale of an offline till that somebody should look at.',
  path: '/pos/sale-exceptions',
  shop: 'shop',
  fields: {
    number: text({ label: 'Number', required: true, max: 80, list: 1 }),
    status: state(['open', 'resolved'], { label: 'Status', list: 2 }),
    flags: tags({ label: 'Flags', required: true, list: 3 }),
    sale: link({ label: 'Sale', help: 'Empty where it was not booked', to: () => sale }),
    ticketId: code({ label: 'Ticket', help: 'The id that the till gave', required: true, max: 36 }),
    shop: link({ label: 'Shop', required: true, list: 4, to: () => shop }),
    register: link({ label: 'Register', required: true, to: () => register }),
    customer: link({ label: 'Customer', to: () => customer }),
    soldAt: instant({ label: 'Sold at', required: true, list: 5 }),
    variance: money({ label: 'Variance', help: 'What the server would have asked, less what was asked', list: 6 }),
    code: code({ label: 'Refused with', max: 64 }),
    details: record({ label: 'Details', maxBytes: 65_536 }),
    ticket: record({ label: 'Ticket', help: 'As the till sent it, where it was not booked', maxBytes: 262_144 }),
  },
  title: 'number',
  transitions: { resolve: { from: 'open', to: 'resolved', says: 'Says that somebody has looked at it and acted.' } },
  indexes: [['status'], ['ticketId']],
  without: ['create', 'update', 'delete'],
})
