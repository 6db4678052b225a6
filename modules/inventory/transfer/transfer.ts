/** Goods carried between two warehouses. */
import { businessDate, type Context, type Decimal, msOf, negateDecimal, refuse } from '#kernel'
import { companySettings } from '#modules/companies'
import { emitAdjusted, trueUpLines } from '../adjustment/adjust.ts'
import { carryLots } from '../lot/carry-lots.ts'
import type { NamedLot } from '../lot/lot.rules.ts'
import { takeLots } from '../lot/take-lots.ts'
import { refuseShort, requirePlace } from '../stock/book.outcome.ts'
import { type BookingResult, book } from '../stock/book.ts'
import type { StockDocument } from '../stock/book.types.ts'
import { ensureStock, lockStock } from '../stock/rows.ts'
import { emitThresholds, figuresOf, type StockFigures } from '../stock/stock.events.ts'

export type TransferInput = {
  fromWarehouseId: string
  toWarehouseId: string
  lines: readonly { productId: string; quantity: Decimal; lots?: readonly NamedLot[] | undefined }[]
  note?: string | undefined
}
export type Transferred = { id: string; businessDate: string; stock: ReturnType<typeof figuresOf> }

/**
 * Moves goods at what they cost where they leave: value is carried to the minor unit and no profit or loss arises,
 * unless the receiving warehouse was below zero (the true-up is posted like an adjustment). Both sides are locked
 * first, in one order, so that transfers that cross do not wait for each other.
 * Refuses OUT_OF_STOCK, REFERENCE_NOT_FOUND, and VALIDATION_FAILED for a transfer to the same warehouse.
 */
export async function transferStock(context: Context, input: TransferInput): Promise<Transferred> {
  const { fromWarehouseId, toWarehouseId, lines } = input
  if (fromWarehouseId === toWarehouseId) {
    throw refuse('VALIDATION_FAILED', [{ field: 'toWarehouseId', message: 'Name another warehouse than the first.' }])
  }
  const id = context.newId()
  const { timeZone } = await companySettings(context)
  const document: StockDocument = {
    source: { entity: 'inventory.transfer', id },
    at: context.now,
    businessDate: businessDate(msOf(context.now), timeZone),
  }
  const leaving = lines.map(({ productId, quantity }) => ({
    lineId: context.newId(),
    productId,
    warehouseId: fromWarehouseId,
    quantity: negateDecimal(quantity),
    kind: 'transfer' as const,
  }))
  const spots = lines.flatMap(({ productId }) =>
    [fromWarehouseId, toWarehouseId].map((warehouseId) => ({ productId, warehouseId })),
  )
  const [, , left] = await Promise.all([
    ensureStock(context, spots),
    lockStock(context, spots),
    book(context, { ...document, lines: leaving }),
  ])
  const from = requirePlace(context, left.places, { id: fromWarehouseId, field: 'fromWarehouseId' })
  refuseShort(left.short, lines)
  const tracking = new Map(left.stocks.map((each) => [each.productId, each.tracking]))
  const tracked = left.moves.flatMap((move, index) => {
    const by = tracking.get(move.productId)
    return by ? [{ ...move, quantity: negateDecimal(move.quantity), lots: lines[index]?.lots, tracking: by }] : []
  })
  await takeLots(context, { ...document, needs: tracked, isSale: false })
  const arrived = await book(context, {
    ...document,
    lines: left.moves.map((move) => ({
      ...move,
      warehouseId: toWarehouseId,
      quantity: negateDecimal(move.quantity),
      kind: 'transfer' as const,
      value: 0 - move.value,
    })),
  })
  if (tracked.length > 0) await carryLots(context, { ...document, from: fromWarehouseId, to: toWarehouseId })
  const to = requirePlace(context, arrived.places, { id: toWarehouseId, field: 'toWarehouseId' })
  await insertDocument(context, { document, shopId: from.shopId, currency: from.currency, input, left })
  const changed = [...left.stocks, ...arrived.stocks]
  emitTransferred(context, { id, input, left, changed, shopId: from.shopId })
  const trueUps = trueUpLines(arrived)
  if (trueUps.length === 0) emitThresholds(context, changed)
  else {
    emitThresholds(context, left.stocks)
    emitAdjusted(context, { id, place: to, lines: trueUps, result: arrived, businessDate: document.businessDate })
  }
  return { id, businessDate: document.businessDate, stock: figuresOf(changed) }
}

type Posting = {
  document: StockDocument
  shopId: string | null
  currency: string
  input: TransferInput
  left: BookingResult
}

async function insertDocument(context: Context, { document, shopId, currency, input, left }: Posting): Promise<void> {
  const { sql, companyId, now } = context
  const { id } = document.source
  const rows = left.moves.map(({ lineId, productId, quantity, value }) => ({
    id: lineId,
    productId,
    quantity: negateDecimal(quantity),
    value: 0 - value,
  }))
  await Promise.all([
    sql`
      insert into inventory.transfer (company_id, id, from_warehouse_id, to_warehouse_id, shop_id, business_date, at,
        note, created_at, updated_at)
      values (${companyId}, ${id}, ${input.fromWarehouseId}, ${input.toWarehouseId}, ${shopId},
        ${document.businessDate}, ${document.at}, ${input.note ?? null}, ${now}, ${now})`,
    sql`
      insert into inventory.transfer_line (company_id, id, transfer_id, shop_id, product_id, quantity, value_amount,
        value_currency, created_at, updated_at)
      select ${companyId}, r.id, ${id}, ${shopId}, r."productId", r.quantity, r.value, ${currency}, ${now}, ${now}
      from jsonb_to_recordset(${sql.json(rows as never)})
        as r(id uuid, "productId" uuid, quantity numeric, value bigint)`,
  ])
}

function emitTransferred(
  context: Context,
  {
    id,
    input,
    left,
    changed,
    shopId,
  }: {
    id: string
    input: TransferInput
    left: BookingResult
    changed: readonly StockFigures[]
    shopId: string | null
  },
): void {
  const { fromWarehouseId, toWarehouseId } = input
  const lines = left.moves.map(({ productId, quantity, value }) => ({
    productId,
    quantity: negateDecimal(quantity),
    value: 0 - value,
  }))
  context.emit('inventory.transferred', {
    entity: 'inventory.transfer',
    id,
    shopId,
    data: {
      transferId: id,
      fromWarehouseId,
      toWarehouseId,
      lines,
      stock: figuresOf(changed),
    },
  })
}
