/** Figures of documents under one GSTIN, for returns: summed by what the tables of a return tell apart. */
import { isReversed } from '#engines/gst'
import type { CubeRow, NumberRun } from '#engines/gst-report'
import type { Context, Sql } from '#kernel'

/** Days included. */
export type GstPeriod = { gstin: string; from: string; to: string }
type Reader = Pick<Context, 'sql' | 'companyId'>
type StoredRow = Omit<CubeRow, 'isReversed'> & { reverseCharge: boolean }

/** The sums, at most `max` of them and one more; tables 7, 8 and `none` tell of no document. */
export async function gstCube({ sql, companyId }: Reader, period: GstPeriod, max: number): Promise<CubeRow[]> {
  const rows = await sql<StoredRow[]>`
    with ${gstLines(sql, companyId, period)}
    select kind, "table", case when "table" not in ('7', '8', 'none') then jsonb_build_object(
        'id', id, 'number', number, 'date', business_date, 'value', total_amount,
        'shippingBill', gst->'shippingBill') end as document,
      gst->>'place' as place, gst->>'state' as state, gst->>'scheme' as scheme, gst->>'buyerKind' as "buyerKind",
      gst->>'buyerGstin' as "buyerGstin", (gst->>'deemedExport')::boolean as "deemedExport", line->>'supply' as supply,
      (line->>'reverseCharge')::boolean as "reverseCharge", line->>'rate' as rate, line->>'hsn' as hsn, unit,
      goods_kind as "goodsKind", trim_scale(sum(quantity))::text as quantity, ${figures(sql)}
    from gst_line
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 limit ${max + 1}`
  return rows.map(({ reverseCharge, ...row }) => {
    const { hsn, supply } = row
    return { ...row, isReversed: isReversed(row, { hsn, supply, reverseCharge }) }
  })
}

const figures = (sql: Sql) => sql`
  sum(net)::bigint as taxable, sum(igst)::bigint as igst, sum(cgst)::bigint as cgst, sum(sgst)::bigint as sgst,
  sum(cess)::bigint as cess`

/** A statement part: lines of the period with their heads; what came back is below zero. */
const gstLines = (sql: Sql, companyId: string, { gstin, from, to }: GstPeriod) => sql`
  doc as materialized (
    select 'sale' as kind, 1 as sign, id, number, business_date, total_amount, gst from sales.sale
    where company_id = ${companyId} and business_date between ${from} and ${to} and gst->>'gstin' = ${gstin}
    union all
    select 'note', -1, id, number, business_date, total_amount, gst from sales.credit_note
    where company_id = ${companyId} and business_date between ${from} and ${to} and gst->>'gstin' = ${gstin}
  ), posted as (
    select d.*, l.gst as line, l.quantity * d.sign as quantity, l.net_amount * d.sign as net, l.taxes, l.unit,
      l.kind as goods_kind
    from doc d join sales.sale_line l on l.company_id = ${companyId} and l.sale_id = d.id where d.kind = 'sale'
    union all
    select d.*, l.gst, l.quantity * d.sign, l.net_amount * d.sign, l.taxes, l.unit, l.kind
    from doc d join sales.credit_note_line l on l.company_id = ${companyId} and l.credit_note_id = d.id
    where d.kind = 'note'
  ), gst_line as (
    select p.*, line->>'table' as "table", coalesce(h.igst, 0) * sign as igst, coalesce(h.cgst, 0) * sign as cgst,
      coalesce(h.sgst, 0) * sign as sgst, coalesce(h.cess, 0) * sign as cess
    from posted p cross join lateral (
      select sum((c->>'amount')::bigint) filter (where c->>'code' = 'igst') as igst,
        sum((c->>'amount')::bigint) filter (where c->>'code' = 'cgst') as cgst,
        sum((c->>'amount')::bigint) filter (where c->>'code' in ('sgst', 'utgst')) as sgst,
        sum((c->>'amount')::bigint) filter (where c->>'code' = 'cess') as cess
      from jsonb_array_elements(p.taxes) t
        cross join lateral jsonb_array_elements(coalesce(nullif(t->'components', 'null'), '[]')) c
    ) h where line is not null
  )`

/** Which documents a figure of a return is the sum of. */
export type GstDocumentsWanted = GstPeriod & {
  table: string
  place: string | undefined
  rate: string | undefined
  /** The first digits of the code. */
  hsn: string | undefined
  after: { date: string; id: string } | undefined
  limit: number
}
/** A document with what it adds to the figure, in minor units; a credit note takes away. */
export type GstDocumentRow = Pick<CubeRow, 'kind' | 'place' | 'buyerGstin' | 'taxable' | 'igst' | 'cgst' | 'sgst'> & {
  id: string
  number: string
  date: string
  rule: string
  value: number
  cess: number
}

/** The documents in the order of their dates, one more than `limit` where there are more. */
export async function gstDocuments({ sql, companyId }: Reader, wanted: GstDocumentsWanted): Promise<GstDocumentRow[]> {
  const { table, place = null, rate = null, hsn = null, after, limit } = wanted
  const rows = await sql<GstDocumentRow[]>`
    with ${gstLines(sql, companyId, wanted)}
    select kind, id, number, business_date as date, gst->>'place' as place, gst->>'buyerGstin' as "buyerGstin",
      gst->>'rule' as rule, total_amount * sign as value, ${figures(sql)}
    from gst_line
    where "table" = ${table} and (${place}::text is null or gst->>'place' = ${place})
      and (${rate}::numeric is null or (line->>'rate')::numeric = ${rate}::numeric)
      and (${hsn}::text is null or starts_with(line->>'hsn', ${hsn}))
      and (business_date, id) > (coalesce(${after?.date ?? null}::date, '-infinity'),
        coalesce(${after?.id ?? null}::uuid, '00000000-0000-0000-0000-000000000000'))
    group by 1, 2, 3, 4, 5, 6, 7, 8 order by business_date, id limit ${limit + 1}`
  return rows.map((row) => ({ ...row }))
}

/**
 * The runs of numbers that documents of the period have, the GSTINs under which each shop sold in it, and how many
 * documents of the company say nothing of GST.
 */
export async function gstNumbers(
  { sql, companyId }: Reader,
  { gstin, from, to }: GstPeriod,
): Promise<{ runs: NumberRun[]; shops: { gstin: string; shopId: string }[]; untold: number }> {
  const [runs, shops, [untold]] = await Promise.all([
    sql<NumberRun[]>`
      with doc as (
        select 'sale' as kind, number from sales.sale
        where company_id = ${companyId} and business_date between ${from} and ${to} and gst->>'gstin' = ${gstin}
        union all
        select 'note', number from sales.credit_note
        where company_id = ${companyId} and business_date between ${from} and ${to} and gst->>'gstin' = ${gstin}),
      numbered as (select kind, number, rtrim(number, '0123456789') as prefix,
        substring(number from '[0-9]+$')::bigint as place from doc)
      select kind, (array_agg(number order by place))[1] as "from", (array_agg(number order by place desc))[1] as "to",
        max(place) - min(place) + 1 as span, count(*)::int as count
      from numbered group by kind, prefix order by kind desc, prefix limit 10000`,
    sql<{ gstin: string; shopId: string }[]>`
      select distinct gst->>'gstin' as gstin, shop_id as "shopId" from (
        select gst, shop_id from sales.sale
        where company_id = ${companyId} and business_date between ${from} and ${to} and gst is not null
        union all
        select gst, shop_id from sales.credit_note
        where company_id = ${companyId} and business_date between ${from} and ${to} and gst is not null) d
      order by 1, 2 limit 10000`,
    sql<{ count: number }[]>`
      select count(*)::int as count from (
        select from sales.sale
        where company_id = ${companyId} and business_date between ${from} and ${to} and gst is null
        union all
        select from sales.credit_note
        where company_id = ${companyId} and business_date between ${from} and ${to} and gst is null) d`,
  ])
  return { runs: runs.map((row) => ({ ...row })), shops: shops.map((row) => ({ ...row })), untold: untold?.count ?? 0 }
}
