/** The till: register sessions, price books, sales made without the server. */
import { defineModule } from '#kernel'
import { posEquations } from './equations.ts'
import { saleException } from './exception/sale-exception.entity.ts'
import { offlineStatus, sync, takeOfflineLease } from './offline/offline.actions.ts'
import { offlineRegister } from './offline/offline-register.entity.ts'
import { offlineTicket } from './offline/offline-ticket.entity.ts'
import { tillPolicy } from './policy/till-policy.entity.ts'
import { followCatalog } from './price-book/follow-catalog.ts'
import { priceBook } from './price-book/price-book.actions.ts'
import { posRefusals, ticketRefusals } from './refusals.ts'
import { cashMove } from './session/cash-move.entity.ts'
import { registerSession } from './session/register-session.entity.ts'
import { report } from './session/report.actions.ts'
import { close, current, move, open } from './session/session.actions.ts'

export const pos = defineModule({
  name: 'pos',
  says: 'The till: sessions of registers, price books, and sales made without the server.',
  uses: ['companies', 'shops', 'catalog', 'crm', 'promotions', 'inventory', 'payments', 'sales'],
  resource: 'till',
  entities: [tillPolicy, registerSession, cashMove, offlineRegister, offlineTicket, saleException],
  actions: [open, move, close, current, report, priceBook, takeOfflineLease, sync, offlineStatus],
  listeners: [followCatalog],
  refusals: [posRefusals, ticketRefusals],
  events: {
    'register_session.opened': 'A register was opened with its float.',
    'register_session.counted': 'A register was counted and the figure was off; it stays open.',
    'register_session.closed': 'A register was counted and closed: what was expected, what was there.',
    'cash_move.created': 'Cash came into a register or left it without a sale.',
    'offline_register.leased': 'A register took a series of numbers for sales without the server.',
    'register.cloned': 'Two sales have one number of a till: there may be a copy of it.',
    'sale.flagged': 'A sale of an offline till is odd in some way.',
  },
  equations: posEquations,
  tables: ['pos.book_change', 'pos.book_head'],
})
