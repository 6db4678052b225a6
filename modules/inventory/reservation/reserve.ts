/** Goods promised, and promises ended. */
import { type Context, compareDecimal, type Decimal, negateDecimal, refuse } from '#kernel'
import { productsForStock } from '#modules/catalog'
import { refuseShort, requirePlace } from '../stock/book.outcome.ts'
import type { StockSource } from '../stock/book.types.ts'
import { emitUpdated, figuresOf } from '../stock/stock.events.ts'
import { hold } from './hold.ts'

/** `quantity` above zero, in stock units. Without `expiresAt` (a UTC instant) the promise stands until it is ended. */
export type ReserveInput = {
  lines: readonly { productId: string; warehouseId: string; quantity: Decimal }[]
  expiresAt?: string | undefined
  note?: string | undefined
  /** The document whose goods they are; only it ends the reservation. */
  heldFor?: StockSource | undefined
}
export type Reserved = { id: string; state: 'live'; expiresAt: string | null; stock: ReturnType<typeof figuresOf> }

/**
 * Promises goods, all lines or none: they stay on hand and are no longer available. Refuses OUT_OF_STOCK naming the
 * lines, REFERENCE_NOT_FOUND, and VALIDATION_FAILED when the warehouses are not of one shop or the time has passed.
 */
export async function reserveStock(context: Context, input: ReserveInput): Promise<Reserved> {
  const { lines, expiresAt, note, heldFor } = input
  if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(context.now)) {
    throw refuse('VALIDATION_FAILED', [{ field: 'expiresAt', message: 'must lie in the future' }])
  }
  if (lines.some(({ quantity }) => compareDecimal(quantity, '0') <= 0)) {
    throw new RangeError('Only quantities above zero can be promised.')
  }
  const { places, short, stocks } = await hold(context, lines)
  const shops = new Set(
    lines.map(
      ({ warehouseId }, index) =>
        requirePlace(context, places, { id: warehouseId, field: `lines.${index}.warehouseId` }).shopId,
    ),
  )
  if (shops.size > 1) {
    throw refuse('VALIDATION_FAILED', [{ field: 'lines', message: 'Reserve for one shop at a time.' }])
  }
  if (short.length > 0) await requireProducts(context, lines)
  refuseShort(short, lines)
  const id = context.newId()
  const shopId = [...shops][0] ?? null
  await insertReservation(context, { id, shopId, input })
  emitUpdated(context, { entity: 'inventory.reservation', id }, stocks)
  context.emit('reservation.created', {
    entity: 'inventory.reservation',
    id,
    version: 1,
    shopId,
    data: { after: { id, shopId, expiresAt: expiresAt ?? null, note: note ?? null, heldFor: heldFor ?? null, lines } },
  })
  return { id, state: 'live', expiresAt: expiresAt ?? null, stock: figuresOf(stocks) }
}

/** What does not exist is not short: told apart only when something is missing. */
async function requireProducts(context: Context, lines: ReserveInput['lines']): Promise<void> {
  const known = await productsForStock(
    context,
    lines.map(({ productId }) => productId),
  )
  const details = lines.flatMap(({ productId }, index) =>
    known.has(productId) ? [] : [{ field: `lines.${index}.productId`, message: 'There is no such product.' }],
  )
  if (details.length > 0) throw refuse('REFERENCE_NOT_FOUND', details)
}

async function insertReservation(
  { sql, companyId, now, newId }: Context,
  { id, shopId, input }: { id: string; shopId: string | null; input: ReserveInput },
): Promise<void> {
  const rows = input.lines.map((line) => ({ ...line, id: newId() }))
  await Promise.all([
    sql`
      insert into inventory.reservation (company_id, id, shop_id, state, expires_at, note, held_for_entity, held_for_id,
        created_at, updated_at)
      values (${companyId}, ${id}, ${shopId}, 'live', ${input.expiresAt ?? null}, ${input.note ?? null},
        ${input.heldFor?.entity ?? null}, ${input.heldFor?.id ?? null}, ${now}, ${now})`,
    sql`
      insert into inventory.reservation_line (company_id, id, reservation_id, shop_id, product_id, warehouse_id,
        quantity, created_at, updated_at)
      select ${companyId}, r.id, ${id}, ${shopId}, r."productId", r."warehouseId", r.quantity, ${now}, ${now}
      from jsonb_to_recordset(${sql.json(rows)})
        as r(id uuid, "productId" uuid, "warehouseId" uuid, quantity numeric)`,
  ])
}

/** How a reservation ends: given up, sold, or too late. */
export type ReservationEnd = 'released' | 'consumed' | 'expired'
type Line = { productId: string; warehouseId: string; quantity: Decimal }

/**
 * Ends a live reservation: its goods are available again. In the transaction of a sale, end it as `consumed` before
 * takeStock: the rows stay locked, so that nobody else gets the goods in between. Refuses NOT_FOUND, and
 * INVALID_TRANSITION when it has ended already.
 */
export async function endReservation(
  context: Context,
  { id, as }: { id: string; as: ReservationEnd },
): Promise<{ id: string; state: ReservationEnd; shopId: string | null }> {
  const { sql, companyId, now } = context
  const [rows, lines] = await Promise.all([
    sql<{ shopId: string | null; version: number; ended: boolean }[]>`
      with ended as (
        update inventory.reservation set state = ${as}, ended_at = ${now}, version = version + 1, updated_at = ${now}
        where company_id = ${companyId} and id = ${id} and state = 'live' returning version)
      select r.shop_id as "shopId", coalesce(e.version, r.version) as version, e.version is not null as ended
      from inventory.reservation r left join ended e on true where r.company_id = ${companyId} and r.id = ${id}`,
    sql<Line[]>`
      select product_id as "productId", warehouse_id as "warehouseId", quantity from inventory.reservation_line
      where company_id = ${companyId} and reservation_id = ${id} order by id`,
  ])
  const [found] = rows
  if (!found) throw refuse('NOT_FOUND')
  if (!found.ended) {
    throw refuse('INVALID_TRANSITION', [{ field: 'state', message: 'It has ended already; only live ones can end.' }])
  }
  const { stocks } = await hold(
    context,
    lines.map((line) => ({ ...line, quantity: negateDecimal(line.quantity) })),
  )
  emitUpdated(context, { entity: 'inventory.reservation', id }, stocks)
  context.emit('reservation.updated', {
    entity: 'inventory.reservation',
    id,
    version: found.version,
    shopId: found.shopId,
    data: { before: { state: 'live' }, after: { id, state: as, shopId: found.shopId }, changed: ['state'] },
  })
  return { id, state: as, shopId: found.shopId }
}
