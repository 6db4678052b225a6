/** When stock counts as low. */
import { type Context, compareDecimal, type Decimal } from '#kernel'
import { requirePlace } from './book.outcome.ts'
import type { Place } from './book.ts'
import { ensureStock, lockStock } from './rows.ts'

/** `reorderPoint` in stock units; null takes the point away. */
export type ReorderPoint = { productId: string; warehouseId: string; reorderPoint: Decimal | null }
type Row = {
  id: string
  productId: string
  warehouseId: string
  shopId: string | null
  onHand: Decimal
  available: Decimal
  reorderPoint: Decimal | null
  wasLow: boolean
}

/**
 * Sets reorder points, also of products that never lay there. Emits inventory.low_stock for what is low by the new
 * point and was not by the old one. Of two lines for one product the last counts.
 */
export async function setReorderPoints(context: Context, lines: readonly ReorderPoint[]): Promise<{ lines: object[] }> {
  const { sql, companyId, now } = context
  const byspot = new Map(lines.map((line) => [`${line.productId} ${line.warehouseId}`, line]))
  const points = [...byspot.values()]
  const [places, , , rows] = await Promise.all([
    sql<Place[]>`
      select id, shop_id as "shopId", currency from inventory.warehouse
      where company_id = ${companyId} and id = any(${points.map(({ warehouseId }) => warehouseId)}::uuid[])`,
    ensureStock(context, points),
    lockStock(context, points),
    sql<Row[]>`
      update inventory.stock s set reorder_point = p.reorder_point, version = s.version + 1, updated_at = ${now},
        low_since = case when s.available <= coalesce(p.reorder_point, 0) then coalesce(s.low_since, ${now}) end
      from (
        select p.reorder_point, b.id, b.low_since
        from unnest(${points.map(({ productId }) => productId)}::uuid[],
          ${points.map(({ warehouseId }) => warehouseId)}::uuid[],
          ${points.map(({ reorderPoint }) => reorderPoint)}::numeric[]) as p(product_id, warehouse_id, reorder_point)
        join inventory.stock b
          on b.company_id = ${companyId} and b.warehouse_id = p.warehouse_id and b.product_id = p.product_id) p
      where s.company_id = ${companyId} and s.id = p.id
      returning s.id, s.product_id as "productId", s.warehouse_id as "warehouseId", s.shop_id as "shopId",
        s.on_hand as "onHand", s.available, s.reorder_point as "reorderPoint", p.low_since is not null as "wasLow"`,
  ])
  for (const [index, { warehouseId }] of lines.entries()) {
    requirePlace(context, places, { id: warehouseId, field: `lines.${index}.warehouseId` })
  }
  for (const { id, wasLow, ...row } of rows) {
    const isLow = row.reorderPoint !== null && compareDecimal(row.available, row.reorderPoint) <= 0
    if (!isLow || wasLow) continue
    context.emit('inventory.low_stock', { entity: 'inventory.stock', id, shopId: row.shopId, data: row })
  }
  return { lines: rows.map(({ wasLow: _, ...row }) => row) }
}
