/** Stock as it was counted. */
import { type Context, type Decimal, isZeroDecimal, type RefusalDetail, refuse, subtractDecimal } from '#kernel'
import { adjustStock } from '../adjustment/adjust.ts'
import { ensureStock, lockStock } from '../stock/rows.ts'

export type CountInput = {
  warehouseId: string
  lines: readonly { productId: string; counted: Decimal }[]
  note?: string | undefined
}
export type CountedLine = { productId: string; before: Decimal; counted: Decimal; difference: Decimal; value: number }
export type Counted = { id: string | null; warehouseId: string; businessDate: string | null; lines: CountedLine[] }

/** The reason under which differences are booked. */
const reason = 'count'

/**
 * Brings stock to what was counted. The rows are locked before they are compared, so that what is sold meanwhile waits
 * and is not lost in the difference. Refuses VALIDATION_FAILED for a product named twice, and as `adjustStock` does.
 */
export async function countStock(context: Context, { warehouseId, lines, note }: CountInput): Promise<Counted> {
  refuseTwice(lines)
  const spots = lines.map(({ productId }) => ({ productId, warehouseId }))
  const [, , onHand] = await Promise.all([
    ensureStock(context, spots),
    lockStock(context, spots),
    onHandOf(context, { warehouseId, productIds: lines.map(({ productId }) => productId) }),
  ])
  const counted = lines.map(({ productId, counted }) => {
    const before = onHand.get(productId) ?? '0'
    return { productId, before, counted, difference: subtractDecimal(counted, before) }
  })
  const differing = counted.filter(({ difference }) => !isZeroDecimal(difference))
  // Without a difference the warehouse is still one that must be reached, which the adjustment would have checked.
  if (differing.length === 0) {
    await mustReach(context, warehouseId)
    return { id: null, warehouseId, businessDate: null, lines: counted.map((line) => ({ ...line, value: 0 })) }
  }
  const adjusted = await adjustStock(context, {
    ...{ warehouseId, note },
    lines: differing.map(({ productId, difference: quantity }) => ({ productId, quantity, reason })),
  })
  const values = new Map(adjusted.lines.map(({ productId, value, reason: why }) => [`${productId} ${why}`, value]))
  return {
    ...{ id: adjusted.id, warehouseId, businessDate: adjusted.businessDate },
    lines: counted.map((line) => ({ ...line, value: values.get(`${line.productId} ${reason}`) ?? 0 })),
  }
}

function refuseTwice(lines: CountInput['lines']): void {
  const seen = new Set<string>()
  const details = lines.flatMap(({ productId }, index): RefusalDetail[] => {
    const isRepeated = seen.has(productId)
    seen.add(productId)
    return isRepeated ? [{ field: `lines.${index}.productId`, message: 'is named twice; add the counts up' }] : []
  })
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
}

async function onHandOf(
  { sql, companyId }: Context,
  { warehouseId, productIds }: { warehouseId: string; productIds: readonly string[] },
): Promise<Map<string, Decimal>> {
  const rows = await sql<{ productId: string; onHand: Decimal }[]>`
    select product_id as "productId", trim_scale(on_hand) as "onHand" from inventory.stock
    where company_id = ${companyId} and warehouse_id = ${warehouseId} and product_id = any(${[...productIds]}::uuid[])`
  return new Map(rows.map(({ productId, onHand }) => [productId, onHand]))
}

async function mustReach({ sql, companyId, scope, actor }: Context, warehouseId: string): Promise<void> {
  const [place] = await sql`
    select id from inventory.warehouse where company_id = ${companyId} and id = ${warehouseId}
      and (${scope} <> 'shop' or shop_id = any(${[...actor.shopIds]}::uuid[]))`
  if (!place) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'warehouseId', message: 'There is no such warehouse.' }])
}
