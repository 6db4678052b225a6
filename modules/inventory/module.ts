import { defineModule } from '#kernel'
import { adjust } from './adjustment/adjustment.actions.ts'
import { correctCosts } from './correction/correct-cost.actions.ts'
import { count } from './count/count.actions.ts'
import { entities } from './entities.ts'
import { equations } from './equations.ts'
import { expireReservations } from './jobs/expire-reservations.ts'
import { addReasons } from './listeners/add-reasons.ts'
import { followCompany } from './listeners/follow-company.ts'
import { inventoryRefusals } from './refusals.ts'
import { release, reserve } from './reservation/reservation.actions.ts'
import { bundleAvailability } from './stock/bundles.actions.ts'
import { alerts, reorderPoints } from './stock/stock.actions.ts'
import { transferGoods } from './transfer/transfer.actions.ts'

export const inventory = defineModule({
  name: 'inventory',
  says: 'What lies where, what it is worth, and what is promised.',
  uses: ['companies', 'shops', 'catalog'],
  resource: 'inventory',
  entities,
  actions: [adjust, count, transferGoods, reserve, release, alerts, reorderPoints, bundleAvailability, correctCosts],
  listeners: [addReasons, followCompany],
  jobs: [expireReservations],
  refusals: [inventoryRefusals],
  events: {
    'inventory.updated': 'Stock on hand or available changed: the new figures.',
    'inventory.adjusted': 'Stock was adjusted: what changed, why, and its value.',
    'inventory.transferred': 'Goods went from one warehouse to another.',
    'inventory.low_stock': 'What can be sold of a product fell to its reorder point.',
    'inventory.out_of_stock': 'Nothing can be sold of a product any more.',
    'reservation.created': 'Goods were promised.',
    'reservation.updated': 'A promise of goods ended.',
  },
  equations,
})
