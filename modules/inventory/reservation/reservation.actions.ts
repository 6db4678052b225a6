import { type Context, code, defineAction, group, instant, link, list, note, quantity, refuse, text } from '#kernel'
import { product } from '#modules/catalog'
import { figuresField } from '../stock/figures.fields.ts'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { reservation } from './reservation.entity.ts'
import { endReservation, reserveStock } from './reserve.ts'

/** Promises goods to somebody. */
export const reserve = defineAction('reserve', {
  label: 'Reserve stock',
  says: 'Promises goods: they stay on hand and are no longer available, until released, consumed or expired.',
  entity: () => reservation,
  path: '/inventory/reservations',
  status: 201,
  input: {
    lines: list(
      group({
        product: link({ label: 'Product', to: () => product, required: true }),
        warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true }),
        quantity: quantity({ label: 'Quantity', required: true, min: '0.000001' }),
      }),
      { label: 'Lines', required: true, min: 1, max: 500 },
    ),
    expiresAt: instant({ label: 'Expires', help: 'Until then the goods are held; without it until somebody ends it.' }),
    note: note({ label: 'Note' }),
  },
  output: {
    id: code({ required: true }),
    state: text({ required: true }),
    expiresAt: instant(),
    stock: figuresField,
  },
  refuses: ['OUT_OF_STOCK', 'REFERENCE_NOT_FOUND'],
  emits: ['reservation.created', 'inventory.updated', 'inventory.low_stock', 'inventory.out_of_stock'],
  example: {
    lines: [
      {
        productId: '01890a5d-ac96-774b-bcce-b302099a8058',
        warehouseId: '01890a5d-ac96-774b-bcce-b302099a8057',
        quantity: '2',
      },
    ],
    note: 'For Mrs Shah, until Friday',
  },
  run: (context, input) => reserveStock(context, input),
})

/** Gives promised goods free. */
export const release = defineAction('release', {
  label: 'Release',
  says: 'Ends a live reservation; its goods are available again.',
  entity: () => reservation,
  path: '/inventory/reservations/:id/release',
  input: {},
  output: { id: code({ required: true }), state: text({ required: true }) },
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION'],
  emits: ['reservation.updated', 'inventory.updated'],
  run: async (context, input) => {
    const { id } = input as { id?: string }
    if (!id) throw refuse('NOT_FOUND')
    await mustBeNobodys(context, id)
    const ended = await endReservation(context, { id, as: 'released' })
    context.requireShop(ended.shopId)
    return { id: ended.id, state: ended.state }
  },
})

/** What a document holds is released by the document. Refuses INVALID_TRANSITION. */
async function mustBeNobodys({ sql, companyId }: Context, id: string): Promise<void> {
  const [row] = await sql<{ entity: string | null }[]>`
    select held_for_entity as entity from inventory.reservation where company_id = ${companyId} and id = ${id}`
  if (!row?.entity) return
  const message = `It holds goods for a document (${row.entity}). Cancel that, and they are available again.`
  throw refuse('INVALID_TRANSITION', [{ field: 'id', message }])
}
