/** Goods that come in fill batches. */
import { type Context, compareDecimal, type Decimal, negateDecimal, type RefusalDetail, subtractDecimal } from '#kernel'
import { refuse } from '../refusals.ts'
import type { StockDocument } from '../stock/book.types.ts'
import type { Tracking } from './lot.rules.ts'
import { takeLots } from './take-lots.ts'

/** A batch that comes in; it is made where its product has none of that code. */
export type ReceivedLot = {
  lineId: string
  productId: string
  warehouseId: string
  quantity: Decimal
  tracking: Tracking
  code: string
  expiresOn?: string | undefined
}

/** Where nobody knows which batch goods are of, such as returns without a receipt. */
export const unknownLot = 'UNKNOWN'

type Receiving = StockDocument & {
  lots: readonly ReceivedLot[]
  /** How far stock stands below zero before them, by product: so much of it has gone already. */
  holes: ReadonlyMap<string, Decimal>
  fieldOf?: (index: number) => string
}

/**
 * Brings goods into batches, and takes out again what had gone before it was there. Refuses LOT_MISMATCH for a serial
 * number of more than one piece or one that is in stock already, and for a batch that expires on another day.
 */
export async function receiveLots(context: Context, receiving: Receiving): Promise<void> {
  const { lots, holes, fieldOf = (index: number) => `lines.${index}` } = receiving
  if (lots.length === 0) return
  const several = lots.flatMap(({ tracking, quantity }, index): RefusalDetail[] =>
    tracking === 'serial' && compareDecimal(quantity, '1') !== 0
      ? [{ field: `${fieldOf(index)}.quantity`, message: 'A serial number is of one piece: give each its own line.' }]
      : [],
  )
  if (several.length > 0) throw refuse('LOT_MISMATCH', several)
  const [, rows] = await Promise.all([makeLots(context, lots), fillLots(context, receiving)])
  const done = new Set(rows.filter(({ isSame }) => isSame).map(({ lineId }) => lineId))
  const details = lots.flatMap(({ lineId, tracking }, index): RefusalDetail[] => {
    if (done.has(lineId)) return []
    const isThere = tracking === 'serial' && rows.every((row) => row.lineId !== lineId)
    return isThere
      ? [{ field: `${fieldOf(index)}.lot`, message: 'This serial number is in stock already.' }]
      : [{ field: `${fieldOf(index)}.expiresOn`, message: 'This batch is known to expire on another day.' }]
  })
  if (details.length > 0) throw refuse('LOT_MISMATCH', details)
  await fillHoles(context, receiving, holes)
}

/** How far each product stood below zero before these lines came in. */
export function holesOf(
  stocks: readonly { productId: string; onHand: Decimal }[],
  lines: readonly { productId: string; quantity: Decimal }[],
): Map<string, Decimal> {
  return new Map(
    stocks.map(({ productId, onHand }) => {
      const came = lines.filter((line) => line.productId === productId).map(({ quantity }) => quantity)
      const before = came.reduce((left, quantity) => subtractDecimal(left, quantity), onHand)
      return [productId, compareDecimal(before, '0') < 0 ? negateDecimal(before) : '0']
    }),
  )
}

async function makeLots({ sql, companyId, newId, now }: Context, lots: readonly ReceivedLot[]): Promise<void> {
  const rows = lots.map(({ productId, code, expiresOn = null }) => ({ id: newId(), productId, code, expiresOn }))
  await sql`
    insert into inventory.lot (company_id, id, product_id, code, expires_on, created_at, updated_at)
    select distinct on (r."productId", r.code) ${companyId}, r.id, r."productId", r.code, r."expiresOn",
      ${now}, ${now}
    from jsonb_to_recordset(${sql.json(rows)}) as r(id uuid, "productId" uuid, code text, "expiresOn" date)
    order by r."productId", r.code, r."expiresOn"
    on conflict (company_id, product_id, code) do nothing`
}

/** `isSame`: the batch is not known with another day of expiry. A serial number that is in stock is left out. */
async function fillLots({ sql, companyId, newId, now }: Context, { lots, source, at, businessDate }: Receiving) {
  const rows = lots.map((lot) => ({ ...lot, id: newId(), moveId: newId(), expiresOn: lot.expiresOn ?? null }))
  return sql<{ lineId: string; isSame: boolean }[]>`
    with line as materialized (
      select r.*, l.id as lot_id, w.shop_id,
        r."expiresOn" is null or l.expires_on is not distinct from r."expiresOn" as is_same
      from jsonb_to_recordset(${sql.json(rows)}) as r(id uuid, "moveId" uuid, "lineId" text, "productId" uuid,
        "warehouseId" uuid, quantity numeric, code text, "expiresOn" date, tracking text)
      join inventory.lot l on l.company_id = ${companyId} and l.product_id = r."productId" and l.code = r.code
      join inventory.warehouse w on w.company_id = ${companyId} and w.id = r."warehouseId"
      where r.tracking <> 'serial' or not exists (
        select from inventory.lot_stock o where o.company_id = ${companyId} and o.lot_id = l.id and o.on_hand > 0)
    ), filled as (
      insert into inventory.lot_stock as s (company_id, id, lot_id, product_id, warehouse_id, shop_id, on_hand,
        is_serial, created_at, updated_at)
      select distinct on (lot_id, "warehouseId") ${companyId}, id, lot_id, "productId", "warehouseId", shop_id,
        sum(quantity) over (partition by lot_id, "warehouseId"), tracking = 'serial', ${now}, ${now}
      from line order by lot_id, "warehouseId", id
      on conflict (company_id, lot_id, warehouse_id) do update set on_hand = s.on_hand + excluded.on_hand,
        version = s.version + 1, updated_at = ${now}
    ), moved as (
      insert into inventory.lot_move (company_id, id, at, business_date, lot_id, product_id, warehouse_id, shop_id,
        quantity, source, source_id, source_line_id, created_at, updated_at)
      select ${companyId}, "moveId", ${at}, ${businessDate}, lot_id, "productId", "warehouseId", shop_id, quantity,
        ${source.entity}, ${source.id}, "lineId", ${now}, ${now}
      from line
    ), marked as (
      update inventory.stock s set tracking = l.tracking
      from (select distinct "productId", "warehouseId", tracking from line) l
      where s.company_id = ${companyId} and s.product_id = l."productId" and s.warehouse_id = l."warehouseId"
        and s.tracking is distinct from l.tracking
    )
    select "lineId", is_same as "isSame" from line`
}

/** What had gone before it was there has gone out of these batches. */
async function fillHoles(context: Context, receiving: Receiving, holes: ReadonlyMap<string, Decimal>): Promise<void> {
  const left = new Map(holes)
  const needs = receiving.lots.flatMap(({ lineId, productId, warehouseId, quantity, tracking }) => {
    const hole = left.get(productId) ?? '0'
    if (compareDecimal(hole, '0') <= 0) return []
    const gone = compareDecimal(hole, quantity) < 0 ? hole : quantity
    left.set(productId, subtractDecimal(hole, gone))
    return [{ lineId, productId, warehouseId, quantity: gone, tracking }]
  })
  await takeLots(context, { ...receiving, needs, isSale: false, hasLeft: true })
}
