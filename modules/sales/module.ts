import { gstRefusals } from '#engines/gst'
import { taxRefusals } from '#engines/tax'
import { defineModule } from '#kernel'
import { creditNote } from './credit-note/credit-note.entity.ts'
import { readCreditNote } from './credit-note/credit-note.queries.ts'
import { creditNoteLine } from './credit-note/credit-note-line.entity.ts'
import { returnSale } from './credit-note/return.actions.ts'
import { salesHistory } from './history/history.import.ts'
import { numberSeries } from './number-series/number-series.entity.ts'
import { orders } from './order/orders.ts'
import { salesRefusals } from './refusals.ts'
import { lotBuyers } from './sale/lot-buyers.actions.ts'
import { quote } from './sale/quote.actions.ts'
import { sale } from './sale/sale.entity.ts'
import { saleEquations } from './sale/sale.equations.ts'
import { readSale } from './sale/sale.queries.ts'
import { saleLine } from './sale/sale-line.entity.ts'
import { sell } from './sale/sell.actions.ts'
import { cartActions } from './shared-cart/shared-cart.actions.ts'
import { sharedCart } from './shared-cart/shared-cart.entity.ts'

export const sales = defineModule({
  name: 'sales',
  says: 'Sales at the till, orders and their fulfilment, what comes back of both, and their numbers.',
  uses: ['companies', 'shops', 'catalog', 'crm', 'promotions', 'inventory', 'payments', 'loyalty'],
  resource: 'orders',
  entities: [numberSeries, sale, saleLine, creditNote, creditNoteLine, sharedCart, ...orders.entities],
  actions: [sell, quote, readSale, lotBuyers, returnSale, readCreditNote, ...cartActions, ...orders.actions],
  jobs: orders.jobs,
  imports: [salesHistory],
  refusals: [salesRefusals, taxRefusals, gstRefusals],
  permissions: {
    'sales.sale.override_price': { label: 'Set prices by hand at the till', resource: 'orders', right: 'do' },
    'sales.history.import': { label: 'Bring in past sales', resource: 'orders', right: 'do' },
  },
  events: {
    'sale.created': 'A sale took place.',
    'sale.completed': 'A sale is complete, with its lines, costs and payment.',
    'shared_cart.created': 'A cart was shared between tills, or put aside.',
    'shared_cart.updated': 'A shared cart was changed, claimed, released or dropped.',
    'shared_cart.finished': 'A shared cart became a sale.',
    'sale.returned': 'Goods came back and money went back for them.',
    ...orders.events,
  },
  equations: [...saleEquations, ...orders.equations],
  tables: ['sales.line_return', 'sales.imported_document'],
})
