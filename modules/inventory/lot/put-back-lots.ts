/** Goods that come back go into the batches that they were sold out of. */
import { type Context, compareDecimal, type Decimal, type RefusalDetail, subtractDecimal } from '#kernel'
import { refuse } from '../refusals.ts'
import type { StockDocument } from '../stock/book.types.ts'
import type { NamedLot, Tracking } from './lot.rules.ts'
import { receiveLots, unknownLot } from './receive-lots.ts'

export type LotBack = {
  lineId: string
  originalLineId: string
  productId: string
  warehouseId: string
  quantity: Decimal
  tracking: Tracking
  lots?: readonly NamedLot[] | undefined
  /** Where it stands in the caller's document. */
  index: number
}

type Back = { lineId: string; productId: string; found: Decimal; isChoice: boolean }

/**
 * Puts goods back into the named batches of their original line, else into those that went last. What the original
 * line took out of no batch goes into one of its own, `UNKNOWN`. Refuses LOT_REQUIRED where several serial numbers of
 * the line are still out, and for one that the line did not sell. Relies on the locks of `putBackStock`.
 */
export async function putBackLots(
  context: Context,
  back: StockDocument & { lines: readonly LotBack[] },
): Promise<void> {
  const { lines, ...document } = back
  if (lines.length === 0) return
  const rows = await backRows(context, back)
  const byLine = new Map(rows.map((row) => [`${row.lineId} ${row.productId}`, row]))
  const restOf = ({ lineId, productId, quantity }: LotBack) =>
    subtractDecimal(quantity, byLine.get(`${lineId} ${productId}`)?.found ?? '0')
  const details = lines.flatMap((line): RefusalDetail[] => {
    const mustName = line.tracking === 'serial' && (byLine.get(`${line.lineId} ${line.productId}`)?.isChoice ?? false)
    const isForeign = line.lots !== undefined && compareDecimal(restOf(line), '0') > 0
    if (!mustName && !isForeign) return []
    return [
      { field: `lines.${line.index}.lots`, message: 'Name batches that this line sold, with the whole quantity.' },
    ]
  })
  if (details.length > 0) throw refuse('LOT_REQUIRED', details)
  const rest = lines
    .filter((line) => compareDecimal(restOf(line), '0') > 0)
    .map((line) => ({ ...line, quantity: restOf(line), code: unknownLot, tracking: 'batch' as const }))
  await receiveLots(context, { ...document, lots: rest, holes: new Map() })
}

/** `isChoice`: more pieces of the line are out than come back, and none was named. */
function backRows({ sql, companyId, now }: Context, back: StockDocument & { lines: readonly LotBack[] }) {
  const { source, at, businessDate } = back
  const lines = back.lines.map(({ lots, index: _, ...line }, position) => ({
    ...line,
    position,
    names: lots ? Object.fromEntries(lots.map(({ code, quantity = '1' }) => [code, quantity])) : null,
  }))
  return sql<Back[]>`
    with line as materialized (
      select r.*, sum(quantity) over (partition by "originalLineId", "productId" order by position) as upto
      from jsonb_to_recordset(${sql.json(lines as never)}) as r("lineId" text, "originalLineId" text, "productId" uuid,
        "warehouseId" uuid, quantity numeric, names jsonb, position int)
    ), gone as materialized (
      select n."lineId", n."productId", o.lot_id, o.expires_on,
        case when n.names is null then o.quantity else least(o.quantity, (n.names ->> o.code)::numeric) end as quantity
      from line n
      cross join lateral (
        select m.lot_id, l.code, l.expires_on, -sum(m.quantity) as quantity
        from inventory.lot_move m join inventory.lot l on l.company_id = ${companyId} and l.id = m.lot_id
        where m.company_id = ${companyId} and m.product_id = n."productId"
          and (m.source_line_id = n."originalLineId" or m.reverses = n."originalLineId")
        group by m.lot_id, l.code, l.expires_on having sum(m.quantity) < 0) o
      where n.names is null or n.names ? o.code
    ), ranged as materialized (
      select g.*, sum(quantity) over (
          partition by "lineId", "productId" order by expires_on desc nulls first, lot_id desc) as upto
      from gone g
    ), put as materialized (
      select n."lineId", n."productId", n."warehouseId", n."originalLineId", r.lot_id,
        least(n.quantity, r.upto) - (r.upto - r.quantity) as quantity
      from line n join ranged r using ("lineId", "productId")
      where r.upto - r.quantity < n.quantity
    ), filled as (
      insert into inventory.lot_stock as s (company_id, id, lot_id, product_id, warehouse_id, shop_id, on_hand,
        is_serial, created_at, updated_at)
      select ${companyId}, gen_random_uuid(), p.lot_id, p."productId", w.id, w.shop_id, sum(p.quantity),
        bool_or(o.is_serial), ${now}, ${now}
      from put p
      join inventory.warehouse w on w.company_id = ${companyId} and w.id = p."warehouseId"
      cross join lateral (
        select is_serial from inventory.lot_stock
        where company_id = ${companyId} and lot_id = p.lot_id limit 1) o
      group by p.lot_id, p."productId", w.id, w.shop_id
      on conflict (company_id, lot_id, warehouse_id) do update set on_hand = s.on_hand + excluded.on_hand,
        version = s.version + 1, updated_at = ${now}
    ), moved as (
      insert into inventory.lot_move (company_id, id, at, business_date, lot_id, product_id, warehouse_id, shop_id,
        quantity, source, source_id, source_line_id, reverses, created_at, updated_at)
      select ${companyId}, gen_random_uuid(), ${at}, ${businessDate}, p.lot_id, p."productId", w.id, w.shop_id,
        p.quantity, ${source.entity}, ${source.id}, p."lineId", p."originalLineId", ${now}, ${now}
      from put p join inventory.warehouse w on w.company_id = ${companyId} and w.id = p."warehouseId"
    )
    select n."lineId", n."productId", coalesce(trim_scale(sum(p.quantity)), 0)::text as found,
      n.names is null and coalesce((select max(upto) from ranged r
        where r."lineId" = n."lineId" and r."productId" = n."productId"), 0) > n.quantity as "isChoice"
    from line n left join put p using ("lineId", "productId")
    group by n."lineId", n."productId", n.names, n.quantity`
}
