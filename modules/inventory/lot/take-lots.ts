/** Goods that leave come out of batches: those that are named, else first expired, first out. */
import { type Context, compareDecimal, type Decimal, type RefusalDetail } from '#kernel'
import { refuse } from '../refusals.ts'
import type { StockDocument } from '../stock/book.types.ts'
import { type LotNeed, mustBeNamed, namedFaults, type Tracking, unnamedOf } from './lot.rules.ts'

type Taking = StockDocument & {
  /** Lines of products that are tracked; the caller holds the locks on their stock. */
  needs: readonly (LotNeed & { tracking: Tracking })[]
  /** For sale: what has expired or is blocked stays. Otherwise every batch may go, the first to expire first. */
  isSale: boolean
  /** The goods have left already: what no batch accounts for is let go. */
  hasLeft?: boolean
  fieldOf?: (index: number) => string
}

/**
 * Takes goods out of batches. Refuses LOT_REQUIRED where a serial number must be named, LOT_UNAVAILABLE where a named
 * batch has not so much, has expired or is blocked, and where what has not expired does not suffice.
 */
export async function takeLots(context: Context, taking: Taking): Promise<void> {
  const { needs, hasLeft = false, fieldOf = (index: number) => `lines.${index}` } = taking
  if (needs.length === 0) return
  const faults = namedFaults(needs, fieldOf)
  const unnamed = needs.flatMap((need, index): RefusalDetail[] =>
    !hasLeft && mustBeNamed(need.tracking, need)
      ? [{ field: `${fieldOf(index)}.lots`, message: 'Name the serial number of each piece.' }]
      : [],
  )
  if (faults.length + unnamed.length > 0) throw refuse('LOT_REQUIRED', [...faults, ...unnamed])
  const [named, byExpiry] = await Promise.all([takeNamed(context, taking), takeByExpiry(context, taking)])
  if (hasLeft) return
  const details = needs.flatMap((need, index): RefusalDetail[] => {
    const missing = (need.lots ?? []).filter(({ code }) => !named.has(`${need.lineId} ${need.productId} ${code}`))
    if (missing.length > 0) {
      const codes = missing.map(({ code }) => code).join(', ')
      return [
        { field: `${fieldOf(index)}.lots`, message: `Not so much can go of ${codes}: look at its stock and expiry.` },
      ]
    }
    const found = byExpiry.get(`${need.lineId} ${need.productId}`) ?? '0'
    if (compareDecimal(found, unnamedOf(need)) >= 0) return []
    return [
      { field: `${fieldOf(index)}.quantity`, message: `${found} have not expired and are not blocked. Ask for less.` },
    ]
  })
  if (details.length > 0) throw refuse('LOT_UNAVAILABLE', details)
}

/** Named batches, each only where it has so much. */
async function takeNamed({ sql, companyId, newId, now }: Context, taking: Taking): Promise<Set<string>> {
  const { source, at, businessDate, isSale } = taking
  const wanted = taking.needs.flatMap(({ lineId, productId, warehouseId, lots = [] }) =>
    lots.map(({ code, quantity = '1' }) => ({ id: newId(), lineId, productId, warehouseId, code, quantity })),
  )
  if (wanted.length === 0) return new Set()
  const rows = await sql<{ lineId: string; productId: string; code: string }[]>`
    with want as materialized (
      select w.*, l.id as lot_id, sum(w.quantity) over (partition by l.id, w."warehouseId") as of_lot
      from jsonb_to_recordset(${sql.json(wanted)})
        as w(id uuid, "lineId" text, "productId" uuid, "warehouseId" uuid, code text, quantity numeric)
      join inventory.lot l on l.company_id = ${companyId} and l.product_id = w."productId" and l.code = w.code
      where not ${isSale} or (l.status = 'active' and (l.expires_on is null or l.expires_on >= ${businessDate}))
    ), changed as (
      update inventory.lot_stock s set on_hand = s.on_hand - w.of_lot, version = s.version + 1, updated_at = ${now}
      from (select distinct lot_id, "warehouseId", of_lot from want) w
      where s.company_id = ${companyId} and s.lot_id = w.lot_id and s.warehouse_id = w."warehouseId"
        and s.on_hand >= w.of_lot
      returning s.lot_id, s.warehouse_id, s.shop_id
    ), moved as (
      insert into inventory.lot_move (company_id, id, at, business_date, lot_id, product_id, warehouse_id, shop_id,
        quantity, source, source_id, source_line_id, created_at, updated_at)
      select ${companyId}, w.id, ${at}, ${businessDate}, w.lot_id, w."productId", w."warehouseId", c.shop_id,
        -w.quantity, ${source.entity}, ${source.id}, w."lineId", ${now}, ${now}
      from want w join changed c on c.lot_id = w.lot_id and c.warehouse_id = w."warehouseId"
      returning source_line_id, product_id, lot_id
    )
    select w."lineId", w."productId", w.code from want w
    join moved m on m.lot_id = w.lot_id and m.source_line_id = w."lineId"`
  return new Set(rows.map(({ lineId, productId, code }) => `${lineId} ${productId} ${code}`))
}

/** The rest of each line, the first to expire first; answers how much was found of it. */
async function takeByExpiry({ sql, companyId, now }: Context, taking: Taking): Promise<Map<string, Decimal>> {
  const { source, at, businessDate, isSale, hasLeft = false } = taking
  const needs = taking.needs
    .map((need) => ({ ...need, quantity: unnamedOf(need) }))
    .filter(({ quantity }) => compareDecimal(quantity, '0') > 0)
  if (needs.length === 0) return new Map()
  const rows = await sql<{ lineId: string; productId: string; found: Decimal }[]>`
    with need as materialized (
      select *, sum(quantity) over (partition by product_id, warehouse_id order by position) as upto
      from unnest(${needs.map(({ lineId }) => lineId)}::text[], ${needs.map(({ productId }) => productId)}::uuid[],
        ${needs.map(({ warehouseId }) => warehouseId)}::uuid[], ${needs.map(({ quantity }) => quantity)}::numeric[])
        with ordinality as n(line_id, product_id, warehouse_id, quantity, position)
    ), held as materialized (
      select s.lot_id, s.product_id, s.warehouse_id, s.shop_id, s.on_hand,
        sum(s.on_hand) over (partition by s.product_id, s.warehouse_id order by l.expires_on nulls last, l.id) as upto
      from (select distinct product_id, warehouse_id from need) n
      join inventory.lot_stock s on s.company_id = ${companyId} and s.product_id = n.product_id
        and s.warehouse_id = n.warehouse_id and s.on_hand > 0
      join inventory.lot l on l.company_id = ${companyId} and l.id = s.lot_id
      where ${!isSale || hasLeft}
        or (l.status = 'active' and (l.expires_on is null or l.expires_on >= ${businessDate}))
    ), taken as materialized (
      select n.line_id, n.product_id, n.warehouse_id, h.shop_id, h.lot_id,
        least(n.upto, h.upto) - greatest(n.upto - n.quantity, h.upto - h.on_hand) as quantity
      from need n join held h using (product_id, warehouse_id)
      where n.upto > h.upto - h.on_hand and h.upto > n.upto - n.quantity
    ), changed as (
      update inventory.lot_stock s set on_hand = s.on_hand - t.quantity, version = s.version + 1, updated_at = ${now}
      from (select lot_id, warehouse_id, sum(quantity) as quantity from taken group by lot_id, warehouse_id) t
      where s.company_id = ${companyId} and s.lot_id = t.lot_id and s.warehouse_id = t.warehouse_id
    ), moved as (
      insert into inventory.lot_move (company_id, id, at, business_date, lot_id, product_id, warehouse_id, shop_id,
        quantity, source, source_id, source_line_id, created_at, updated_at)
      select ${companyId}, gen_random_uuid(), ${at}, ${businessDate}, lot_id, product_id, warehouse_id, shop_id,
        -quantity, ${source.entity}, ${source.id}, line_id, ${now}, ${now}
      from taken
    )
    select line_id as "lineId", product_id as "productId", trim_scale(sum(quantity))::text as found
    from taken group by line_id, product_id`
  return new Map(rows.map(({ lineId, productId, found }) => [`${lineId} ${productId}`, found]))
}
