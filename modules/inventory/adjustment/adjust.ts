/** Stock counted differently than it was. */
import {
  businessDate,
  type Context,
  compareDecimal,
  type Decimal,
  msOf,
  multiplyMoney,
  type RefusalDetail,
  refuse,
} from '#kernel'
import { productsForStock } from '#modules/catalog'
import { companySettings } from '#modules/companies'
import { moveLots } from '../lot/adjust-lots.ts'
import type { AdjustmentEffect } from '../reason/reason.entity.ts'
import { type Reason, reasonsOf } from '../reason/reason.queries.ts'
import { refuseShort, requirePlace } from '../stock/book.outcome.ts'
import { type BookedMove, type BookingLine, type BookingResult, book, type Place } from '../stock/book.ts'
import { ensureStock } from '../stock/rows.ts'
import { emitThresholds, figuresOf } from '../stock/stock.events.ts'
import { type AdjustLine, lineFaults } from './adjust.rules.ts'

/** `reason` of a line is the code of an adjustment reason. */
export type AdjustInput = {
  warehouseId: string
  lines: readonly AdjustLine[]
  /** The day it counts for, for figures that come late; today unless told. */
  businessDate?: string | undefined
  note?: string | undefined
}

/** `value` signed, in minor units of `currency`. */
export type AdjustedLine = {
  productId: string
  quantity: Decimal
  value: number
  reason: string
  effect: AdjustmentEffect
}

/** A posted adjustment, with what lies there now. */
export type Adjusted = {
  id: string
  warehouseId: string
  businessDate: string
  currency: string
  lines: AdjustedLine[]
  stock: ReturnType<typeof figuresOf>
}

/**
 * Posts an adjustment: moves, stock, document and the event from which the ledger posts. Goods that come in without a
 * unit cost are worth the average, else the last known unit cost, else the product's cost, else nothing.
 * Refuses OUT_OF_STOCK when more would go than is available, VALIDATION_FAILED for a zero quantity or a product that is
 * not kept in stock, REFERENCE_NOT_FOUND for unknown products, reasons and warehouses, CURRENCY_MISMATCH; for tracked
 * goods LOT_REQUIRED, LOT_UNAVAILABLE and LOT_MISMATCH.
 */
export async function adjustStock(context: Context, input: AdjustInput): Promise<Adjusted> {
  const { warehouseId, lines } = input
  const faults = lineFaults(lines)
  if (faults.length > 0) throw refuse('VALIDATION_FAILED', faults)
  const [settings, reasons, { bookingLines, products }] = await Promise.all([
    companySettings(context),
    reasonsOf(context, lines),
    linesToBook(context, input),
  ])
  const id = context.newId()
  const document = {
    source: { entity: 'inventory.adjustment', id },
    at: context.now,
    businessDate: dayOf(input, businessDate(msOf(context.now), settings.timeZone)),
  }
  const spots = lines.map(({ productId }) => ({ productId, warehouseId }))
  const [, result] = await Promise.all([
    ensureStock(context, spots),
    book(context, { ...document, lines: bookingLines }),
  ])
  const place = requirePlace(context, result.places, { id: warehouseId, field: 'warehouseId' })
  refuseForeignMoney(lines, place.currency)
  refuseShort(result.short, lines)
  await moveLots(context, { ...document, lines, bookingLines, products, stocks: result.stocks })
  await insertDocument(context, { ...document, id, place, input, reasons, moves: result.moves })
  const adjusted = adjustedLines(lines, { reasons, result })
  emitAdjusted(context, { id, place, lines: adjusted, result, businessDate: document.businessDate })
  return {
    id,
    warehouseId,
    businessDate: document.businessDate,
    currency: place.currency,
    lines: adjusted,
    stock: figuresOf(result.stocks),
  }
}

function dayOf({ businessDate: given }: AdjustInput, today: string): string {
  if (given === undefined || given <= today) return given ?? today
  throw refuse('VALIDATION_FAILED', [{ field: 'businessDate', message: `must not be later than today, ${today}` }])
}

/** Lines as they are booked; their ids are those of the adjustment lines. */
async function linesToBook(context: Context, { warehouseId, lines }: AdjustInput) {
  const ids = lines.map(({ productId }) => productId)
  const products = await productsForStock(context, ids)
  const unknown = faultsOf(ids, (id) => (products.has(id) ? undefined : 'There is no such product.'))
  if (unknown.length > 0) throw refuse('REFERENCE_NOT_FOUND', unknown)
  const faults = faultsOf(ids, (id) => (products.get(id)?.stocked ? undefined : 'This product is not kept in stock.'))
  if (faults.length > 0) throw refuse('VALIDATION_FAILED', faults)
  const bookingLines = lines.map(({ productId, quantity, reason, unitCost }): BookingLine => {
    const isIn = compareDecimal(quantity, '0') > 0
    return {
      lineId: context.newId(),
      productId,
      warehouseId,
      quantity,
      kind: reason === 'opening' ? 'opening' : 'adjustment',
      value: isIn && unitCost ? multiplyMoney(unitCost, quantity).amount : undefined,
      fallbackUnitCost: products.get(productId)?.cost?.amount,
    }
  })
  return { bookingLines, products }
}

const faultsOf = (productIds: readonly string[], faultOf: (id: string) => string | undefined): RefusalDetail[] =>
  productIds.flatMap((id, index) => {
    const message = faultOf(id)
    return message ? [{ field: `lines.${index}.productId`, message }] : []
  })

function refuseForeignMoney(lines: readonly AdjustLine[], currency: string): void {
  const details = lines.flatMap(({ unitCost }, index) =>
    unitCost && unitCost.currency !== currency
      ? [{ field: `lines.${index}.unitCost`, message: `Stock is valued in ${currency}.` }]
      : [],
  )
  if (details.length > 0) throw refuse('CURRENCY_MISMATCH', details)
}

type Document = {
  id: string
  at: string
  businessDate: string
  place: Place
  input: AdjustInput
  reasons: ReadonlyMap<string, Reason>
  moves: readonly BookedMove[]
}

async function insertDocument(context: Context, document: Document): Promise<void> {
  const { sql, companyId, now } = context
  const { id, at, place, input, reasons, moves } = document
  const rows = moves.map(({ lineId, productId, quantity, value }, index) => ({
    id: lineId,
    productId,
    quantity,
    value,
    reasonId: reasons.get(input.lines[index]?.reason ?? '')?.id,
  }))
  await Promise.all([
    sql`
      insert into inventory.adjustment (company_id, id, warehouse_id, shop_id, business_date, at, note,
        created_at, updated_at)
      values (${companyId}, ${id}, ${place.id}, ${place.shopId}, ${document.businessDate}, ${at}, ${input.note ?? null},
        ${now}, ${now})`,
    sql`
      insert into inventory.adjustment_line (company_id, id, adjustment_id, shop_id, product_id, reason_id, quantity,
        value_amount, value_currency, created_at, updated_at)
      select ${companyId}, r.id, ${id}, ${place.shopId}, r."productId", r."reasonId", r.quantity, r.value,
        ${place.currency}, ${now}, ${now}
      from jsonb_to_recordset(${sql.json(rows as never)})
        as r(id uuid, "productId" uuid, "reasonId" uuid, quantity numeric, value bigint)`,
  ])
}

/** The lines as the ledger posts them. A true-up is a correction of the cost of what was sold before it was there. */
function adjustedLines(
  lines: readonly AdjustLine[],
  { reasons, result }: { reasons: ReadonlyMap<string, Reason>; result: BookingResult },
): AdjustedLine[] {
  return [
    ...result.moves.map(({ productId, quantity, value }, index) => {
      const reason = lines[index]?.reason ?? ''
      return { productId, quantity, value, reason, effect: reasons.get(reason)?.effect ?? 'correction' }
    }),
    ...trueUpLines(result),
  ]
}

/** The true-ups of a booking, as lines that the ledger posts. */
export const trueUpLines = ({ stocks }: Pick<BookingResult, 'stocks'>): AdjustedLine[] =>
  stocks
    .filter(({ trueUp }) => trueUp !== 0)
    .map(({ productId, trueUp }) => ({
      productId,
      quantity: '0',
      value: 0 - trueUp,
      reason: 'true-up',
      effect: 'correction',
    }))

/** Tells the log, and through it the ledger. `id` is the document's: an adjustment, or a transfer with a true-up. */
export function emitAdjusted(
  context: Context,
  {
    id,
    place,
    lines,
    result,
    businessDate,
  }: {
    id: string
    place: Place
    lines: readonly AdjustedLine[]
    result: Pick<BookingResult, 'stocks'>
    businessDate: string
  },
): void {
  context.emit('inventory.adjusted', {
    entity: 'inventory.adjustment',
    id,
    shopId: place.shopId,
    data: {
      adjustmentId: id,
      businessDate,
      warehouseId: place.id,
      shopId: place.shopId,
      currency: place.currency,
      lines,
      stock: figuresOf(result.stocks),
    },
  })
  emitThresholds(context, result.stocks)
}
