/** What a till does that works without the server. */
import {
  boolean,
  choice,
  defineAction,
  group,
  instant,
  integer,
  link,
  list,
  money,
  note,
  quantity,
  rate,
  tags,
  text,
} from '#kernel'
import { lineTaxes, taxSummary, tenderInput } from '#modules/sales'
import { register } from '#modules/shops'
import { chosenId, recordId } from '../session/register-session.entity.ts'
import { statusOf } from './status.ts'
import { syncTickets } from './sync.ts'
import { takeLease } from './take-lease.ts'

/** A line as it was sold; the figures are those of the receipt. Ids are no links: a ticket is taken as it is. */
const ticketLine = group(
  {
    id: chosenId,
    productId: recordId,
    quantity: quantity({ label: 'Quantity', required: true, example: '2' }),
    unit: text({ label: 'Unit', required: true, max: 16 }),
    factor: rate({ label: 'Stock units in one unit', help: '1 unless told', min: '0.000001' }),
    unitPrice: money({ label: 'Unit price', required: true, min: 0 }),
    includesTax: boolean({ label: 'Price includes tax', required: true }),
    priceStep: text({ label: 'Price from', max: 16 }),
    priceList: text({ label: 'Price list', max: 36 }),
    priceReason: text({ label: 'Reason for a price by hand' }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    gross: money({ label: 'Gross', required: true }),
    taxes: lineTaxes(),
  },
  { required: true },
)

const ticket = group(
  {
    id: recordId,
    sequence: integer({ label: 'Sequence', help: 'From 1 in each epoch', required: true, min: 1 }),
    epoch: integer({ label: 'Epoch', help: "The call's unless told; of tickets from before a new lease", min: 1 }),
    number: text({ label: 'Number', required: true, max: 80, example: 'GW1-1-F1-000001' }),
    soldAt: instant({ label: 'Sold at', required: true }),
    registerSessionId: chosenId,
    customerId: chosenId,
    sharedCartId: chosenId,
    bookVersion: text({ label: 'Price book', max: 64 }),
    lines: list(ticketLine, { label: 'Lines', required: true, min: 1, max: 500 }),
    tenders: list(tenderInput(), { label: 'Tenders', required: true, max: 20 }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    total: money({ label: 'Total', required: true, min: 0 }),
    taxes: taxSummary(),
    note: note({ label: 'Note', max: 1000 }),
  },
  { required: true },
)
export const ticketFields = ticket

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
  says: 'Books sales that a till made without the server: in order, each once, with numbers and prices as on the receipt.',
  path: '/offline/sync',
  permission: 'pos.offline.sync',
  right: 'update',
  input: {
    register: link({ label: 'Register', required: true, to: () => register }),
    epoch: integer({ label: 'Epoch', help: "Of the register's lease", required: true, min: 1 }),
    bookVersion: text({ label: 'Price book', help: 'Of tickets that name none', max: 64 }),
    sales: list(ticket, { label: 'Sales', required: true, min: 1, max: 100 }),
  },
  output: {
    registerId: recordId,
    epoch: integer({ required: true }),
    nextSequence: integer({ required: true }),
    results: list(result, { label: 'Results', help: 'In the order of the sales', required: true, max: 100 }),
  },
  refuses: ['REFERENCE_NOT_FOUND', 'OFFLINE_LEASE_MISSING'],
  emits: ['sale.created', 'sale.completed', 'sale.flagged', 'payment.success', 'inventory.updated', 'register.cloned'],
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
