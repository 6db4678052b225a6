import { code, defineEntity, instant, link, note, quantity, state, text } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { warehouse } from '../warehouse/warehouse.entity.ts'

/** Goods promised to somebody: still on hand, no longer available, until released, consumed or expired. */
export const reservation = defineEntity('reservation', {
  label: 'Reservation',
  plural: 'Reservations',
  path: '/inventory/reservations',
  shop: 'shop',
  without: ['create', 'update', 'delete'],
  fields: {
    shop: link({ label: 'Shop', to: () => shop, computed: true, list: 1 }),
    state: state(['live', 'released', 'consumed', 'expired'], { label: 'State', list: 2 }),
    expiresAt: instant({ label: 'Expires', computed: true, list: 3 }),
    endedAt: instant({ label: 'Ended', computed: true }),
    note: note({ label: 'Note', computed: true, list: 4 }),
    heldForEntity: text({ label: 'Held for', help: 'The document that ends it', computed: true, max: 64, list: 5 }),
    heldForId: code({ label: 'Document', help: 'Its id', computed: true, max: 36 }),
  },
  indexes: [['heldForId']],
})

/** One product of a reservation in one warehouse. */
export const reservationLine = defineEntity('reservationLine', {
  label: 'Reservation line',
  plural: 'Reservation lines',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    reservation: link({ label: 'Reservation', to: () => reservation, required: true, list: 1 }),
    shop: link({ label: 'Shop', to: () => shop }),
    product: link({ label: 'Product', to: () => product, required: true, list: 2 }),
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, list: 3 }),
    quantity: quantity({ label: 'Quantity', required: true, min: '0', list: 4 }),
  },
})
