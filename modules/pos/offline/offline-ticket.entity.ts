import { choice, code, defineEntity, instant, integer, link, tags, text } from '#kernel'
import { register, shop } from '#modules/shops'
import { saleFlags } from '../exception/sale-exception.entity.ts'

export const ticketOutcomes = ['accepted', 'online', 'refused'] as const

/**
 * What became of a ticket that an offline till sent: one row for each id, so that sending it again changes nothing.
 * `online`: its sale had reached the server before, under another number. Never changed.
 */
export const offlineTicket = defineEntity('offlineTicket', {
  label: 'Offline ticket',
  plural: 'Offline tickets',
  says: 'What became of a ticket that an offline till sent.',
  path: '/offline/tickets',
  shop: 'shop',
  fields: {
    register: link({ label: 'Register', required: true, list: 1, to: () => register }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    epoch: integer({ label: 'Epoch', required: true, min: 1, list: 2 }),
    sequence: integer({ label: 'Sequence', required: true, min: 1, list: 3 }),
    number: text({ label: 'Number', required: true, max: 80, list: 4 }),
    outcome: choice(ticketOutcomes, { label: 'Outcome', required: true, list: 5 }),
    code: code({ label: 'Refused with', max: 64 }),
    flags: tags({ label: 'Flags', help: saleFlags.join(', '), required: true, list: 6 }),
    soldAt: instant({ label: 'Sold at', required: true }),
    bookVersion: text({ label: 'Price book', max: 64 }),
  },
  indexes: [['register', 'epoch', 'sequence']],
  immutable: true,
  without: ['create'],
})
