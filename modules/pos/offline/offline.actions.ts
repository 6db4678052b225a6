/** What a till does that works without the server. */
import { choice, defineAction, group, instant, integer, link, list, money, tags, text } from '#kernel'
import { register } from '#modules/shops'
import { recordId } from '../session/register-session.entity.ts'
import { statusOf } from './status.ts'
import { syncTickets } from './sync.ts'
import { takeLease } from './take-lease.ts'
import { ticketFields } from './ticket.fields.ts'

const result = group({
  id: recordId,
  status: choice(['accepted', 'duplicate', 'refused'], { required: true }),
  number: text({ help: 'The number that the sale has' }),
  code: text({ help: 'Why it was refused; its ticket is kept as a flagged sale' }),
  flags: tags({ required: true }),
})

const lease = {
  registerId: recordId,
  epoch: integer({ label: 'Epoch', required: true }),
  prefix: text({ label: 'Prefix', help: 'What stands before the sequence in a number', required: true }),
  digits: integer({ label: 'Digits of the sequence', help: 'Filled with zeros', required: true }),
  nextSequence: integer({ label: 'Next sequence', required: true }),
}

export const takeOfflineLease = defineAction('lease', {
  label: 'Lease offline numbers',
  says: 'Gives a register a series of receipt numbers of its own, and ends the one it had.',
  entity: () => register,
  path: '/offline/registers/:registerId/lease',
  permission: 'pos.offline.lease',
  resource: 'till',
  right: 'update',
  input: { registerId: recordId, device: text({ label: 'Device', help: 'What the till calls itself', max: 120 }) },
  output: lease,
  refuses: ['NOT_FOUND'],
  emits: ['offline_register.leased'],
  example: { device: 'Front counter' },
  run: takeLease,
})

export const sync = defineAction('sync', {
  label: 'Sync offline sales',
  says: 'Books sales that a till made without the server: in order, each once, as they stand on their receipts.',
  path: '/offline/sync',
  permission: 'pos.offline.sync',
  right: 'update',
  input: {
    register: link({ label: 'Register', required: true, to: () => register }),
    epoch: integer({ label: 'Epoch', help: "Of the register's lease", required: true, min: 1 }),
    bookVersion: text({ label: 'Price book', help: 'Of tickets that name none', max: 64 }),
    sales: list(ticketFields, { label: 'Sales', required: true, min: 1, max: 100 }),
  },
  output: {
    registerId: recordId,
    epoch: integer({ required: true }),
    nextSequence: integer({ required: true }),
    results: list(result, { label: 'Results', help: 'In the order of the sales', required: true, max: 100 }),
  },
  refuses: ['REFERENCE_NOT_FOUND', 'OFFLINE_LEASE_MISSING'],
  emits: ['sale.created', 'sale.completed', 'sale.flagged', 'payment.success', 'inventory.updated', 'register.cloned'],
  example: {
    registerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02',
    epoch: 1,
    sales: [
      {
        id: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a77',
        sequence: 1,
        number: 'GW1-1-F1-000001',
        soldAt: '2026-11-24T10:00:00Z',
        lines: [
          {
            productId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a05',
            quantity: '2',
            unit: 'piece',
            unitPrice: { amount: 120, currency: 'GBP' },
            includesTax: true,
            net: { amount: 200, currency: 'GBP' },
            tax: { amount: 40, currency: 'GBP' },
            gross: { amount: 240, currency: 'GBP' },
            taxes: [{ code: 'VAT20', percent: '20', net: 200, amount: 40 }],
          },
        ],
        tenders: [{ method: 'cash', amount: { amount: 240, currency: 'GBP' } }],
        net: { amount: 200, currency: 'GBP' },
        tax: { amount: 40, currency: 'GBP' },
        total: { amount: 240, currency: 'GBP' },
        taxes: [
          { code: 'VAT20', percent: '20', net: { amount: 200, currency: 'GBP' }, tax: { amount: 40, currency: 'GBP' } },
        ],
      },
    ],
  },
  run: syncTickets,
})

export const offlineStatus = defineAction('offlineStatus', {
  label: 'Offline status',
  says: 'How far the sales of an offline till have reached the server, and what it may do without it.',
  method: 'GET',
  path: '/offline/status',
  permission: 'pos.offlineRegister.read',
  input: { register: link({ label: 'Register', required: true, to: () => register }) },
  output: {
    registerId: recordId,
    epoch: integer({ help: 'Null without a lease' }),
    prefix: text(),
    digits: integer({ required: true }),
    lastSequence: integer({ required: true }),
    nextSequence: integer({ required: true }),
    accepted: integer({ required: true }),
    refused: integer({ required: true }),
    flagged: integer({ help: 'Flagged sales that nobody has resolved', required: true }),
    lastSyncAt: instant(),
    limits: group(
      {
        cardTicketMax: money({ required: true }),
        cardTotalMax: money({ required: true }),
        hoursMax: integer({ required: true }),
      },
      { required: true },
    ),
  },
  refuses: ['NOT_FOUND'],
  run: statusOf,
})
