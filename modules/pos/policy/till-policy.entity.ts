import { defineEntity, integer, link, money } from '#kernel'
import { shop } from '#modules/shops'

/**
 * How tills of a shop (or of the whole company, where none is named) work: how much cash may be missing without a word,
 * and what a till without network may take by card. What is empty keeps its default.
 */
export const tillPolicy = defineEntity('tillPolicy', {
  label: 'Till policy',
  plural: 'Till policies',
  says: 'How tills of a shop, or of the whole company, work.',
  path: '/pos/policies',
  resource: 'settings',
  shop: 'shop',
  sharedWithoutShop: true,
  fields: {
    shop: link({
      label: 'Shop',
      help: 'Empty: every shop that has none of its own',
      fixed: true,
      list: 1,
      to: () => shop,
    }),
    varianceTolerance: money({
      label: 'Variance without a reason',
      help: 'Up to this, over or short',
      min: 0,
      list: 2,
    }),
    offlineCardTicketMax: money({ label: 'Offline: most by card on one sale', min: 0, list: 3 }),
    offlineCardTotalMax: money({ label: 'Offline: most by card until the next sync', min: 0, list: 4 }),
    offlineHoursMax: integer({ label: 'Offline: hours for which cards are taken', min: 0, max: 720, list: 5 }),
  },
  unique: [['shop']],
})
