/** Stock that comes back to where it was sold. */
import { type Context, type Decimal, negateDecimal, refuse } from '#kernel'
import { putBackLots } from '../lot/put-back-lots.ts'
import { type BookingLine, book } from './book.ts'
import type { PutBackLine, PutBackResult, StockDocument } from './book.types.ts'
import { ensureStock, lockStock } from './rows.ts'
import { emitUpdated } from './stock.events.ts'
import { sellingWarehouse } from './take-in.ts'

/**
 * Puts returned goods into the shop's selling warehouse at the cost of the original sale, pro rata; the last return of
 * a line takes the remainder. Where stock was below zero, `cost` is net of the true-up. Refuses VALIDATION_FAILED when
 * more comes back than was sold, NO_SELLING_WAREHOUSE, and as `putBackLots` does. The caller holds a lock on the
 * original document, so that two returns of one line come one after the other. Emits inventory.updated.
 */
export async function putBackStock(
  context: Context,
  { shopId, lines, ...document }: StockDocument & { shopId: string; lines: readonly PutBackLine[] },
): Promise<{ lines: PutBackResult[] }> {
  if (lines.length === 0) return { lines: [] }
  const [warehouse, costs] = await Promise.all([sellingWarehouse(context, shopId), originalCosts(context, lines)])
  refuseMoreThanSold(costs, lines)
  const back = lines.flatMap((line, index) => backLines(line, warehouse, costs[index]?.cost ?? 0))
  const spots = lines.map(({ productId }) => ({ productId, warehouseId: warehouse }))
  const [, , { stocks }] = await Promise.all([
    ensureStock(context, spots),
    lockStock(context, spots),
    book(context, { ...document, lines: back }),
  ])
  const tracking = new Map(stocks.map((each) => [each.productId, each.tracking]))
  await putBackLots(context, {
    ...document,
    lines: lines.flatMap((line, index) => {
      const by = tracking.get(line.productId)
      return by && !line.scrapped ? [{ ...line, warehouseId: warehouse, tracking: by, index }] : []
    }),
  })
  emitUpdated(context, document.source, stocks)
  const trueUps = new Map(stocks.map(({ productId, trueUp }) => [productId, trueUp]))
  return {
    lines: lines.map(({ lineId, productId, scrapped }, index) => {
      const cost = costs[index]?.cost ?? 0
      if (scrapped) return { lineId, productId, warehouseId: warehouse, cost: 0, scrapCost: cost }
      const trueUp = trueUps.get(productId) ?? 0
      trueUps.delete(productId)
      return { lineId, productId, warehouseId: warehouse, cost: cost - trueUp, scrapCost: 0 }
    }),
  }
}

/** Scrapped goods come in and go out again at the same value, so that both are on record. */
function backLines(line: PutBackLine, warehouseId: string, cost: number): BookingLine[] {
  const { lineId, productId, quantity, originalLineId: reverses } = line
  const back: BookingLine = { lineId, productId, warehouseId, quantity, kind: 'return', value: cost, reverses }
  if (!line.scrapped) return [back]
  return [back, { ...back, quantity: negateDecimal(quantity), kind: 'scrap', value: 0 - cost }]
}

/** Null where the product was not sold on that line, or less of it is left than comes back. */
type OriginalCost = { cost: number | null; left: Decimal | null }

/**
 * What each line's goods cost when they were sold. A return takes its share of the sold line's cost between what came
 * back before and what has come back with it, so that all returns of a line together cost exactly what it cost.
 */
async function originalCosts({ sql, companyId }: Context, lines: readonly PutBackLine[]): Promise<OriginalCost[]> {
  return sql<OriginalCost[]>`
    with line as (
      select l.*, sum(quantity) over (partition by original_id, product_id order by position) as upto
      from unnest(${lines.map((line) => line.originalLineId)}::text[], ${lines.map((line) => line.productId)}::uuid[],
        ${lines.map((line) => line.quantity)}::numeric[])
        with ordinality as l(original_id, product_id, quantity, position)
    )
    select case when sold.quantity >= back.quantity + l.upto then inventory.cost_share(sold.value, sold.quantity,
        back.quantity + l.upto - l.quantity, back.quantity + l.upto)::bigint end as cost,
      sold.quantity - back.quantity as left
    from line l
    cross join lateral (
      select -sum(quantity) as quantity, -sum(value_amount) as value from inventory.move
      where company_id = ${companyId} and source_line_id = l.original_id and product_id = l.product_id
        and kind = 'sale') sold
    cross join lateral (
      select coalesce(sum(quantity), 0) as quantity from inventory.move
      where company_id = ${companyId} and reverses = l.original_id and product_id = l.product_id
        and kind = 'return') back
    order by l.position`
}

function refuseMoreThanSold(costs: readonly OriginalCost[], lines: readonly PutBackLine[]): void {
  const details = lines.flatMap((_, index) => {
    const found = costs[index]
    if (typeof found?.cost === 'number') return []
    const message = found?.left
      ? `Of what this line sold, ${found.left} can still come back.`
      : 'This product was not taken from stock by the original line.'
    return [{ field: `lines.${index}.quantity`, message }]
  })
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
}
