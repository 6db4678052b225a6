import { defineEntity, instant, integer, link, money, text } from '#kernel'
import { register, shop } from '#modules/shops'

/**
 * The lease that a register has on numbers of its own: one epoch after the other, each with a series from 1. A device
 * that takes the lease ends the epoch of the one before, so that a copy of a till is found out.
 */
export const offlineRegister = defineEntity('offlineRegister', {
  label: 'Offline register',
  plural: 'Offline registers',
  says: 'The lease that a register has on receipt numbers of its own.',
  path: '/offline/registers',
  shop: 'shop',
  fields: {
    register: link({ label: 'Register', required: true, unique: true, list: 1, to: () => register }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    epoch: integer({ label: 'Epoch', required: true, min: 1, list: 2 }),
    lastSequence: integer({ label: 'Last number', required: true, min: 0, default: 0, list: 3 }),
    leasedAt: instant({ label: 'Leased at', required: true }),
    leasedById: text({ label: 'Leased by', required: true, max: 64, refersTo: 'auth.user' }),
    leasedByName: text({ label: 'Leased by', required: true, list: 4 }),
    device: text({ label: 'Device', help: 'What the till calls itself', max: 120 }),
    cardTotal: money({ label: 'By card since it lost the server', min: 0 }),
    lastSyncAt: instant({ label: 'Last sync', list: 5 }),
  },
  without: ['create', 'update', 'delete'],
})
