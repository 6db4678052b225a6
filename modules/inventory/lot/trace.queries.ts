/** Where a batch went. */
import { type Context, type Decimal, refuse } from '#kernel'

/** A document line that took pieces of a batch: how many went, and how many of them came back. */
export type LotOut = { documentId: string; lineId: string; quantity: Decimal; returned: Decimal }

/**
 * The lines of one kind of document that a batch went out with, the latest first, within the caller's shops. Refuses
 * NOT_FOUND for a batch that is not there.
 */
export async function lotOuts(
  { sql, companyId, scope, actor }: Context,
  { lotId, source, limit }: { lotId: string; source: string; limit: number },
): Promise<LotOut[]> {
  const isShop = scope === 'shop' || scope === 'own'
  const [[found], rows] = await Promise.all([
    sql`select from inventory.lot where company_id = ${companyId} and id = ${lotId}`,
    sql<LotOut[]>`
      select m.source_id as "documentId", m.source_line_id as "lineId",
        trim_scale(-sum(m.quantity))::text as quantity, trim_scale(coalesce(max(b.quantity), 0))::text as returned
      from inventory.lot_move m
      left join lateral (
        select sum(r.quantity) as quantity from inventory.lot_move r
        where r.company_id = ${companyId} and r.reverses = m.source_line_id and r.lot_id = m.lot_id) b on true
      where m.company_id = ${companyId} and m.lot_id = ${lotId} and m.source = ${source} and m.quantity < 0
        and (${!isShop} or m.shop_id = any(${[...actor.shopIds]}::uuid[]))
      group by m.source_id, m.source_line_id
      order by max(m.at) desc, m.source_line_id limit ${limit}`,
  ])
  if (!found) throw refuse('NOT_FOUND')
  return rows
}
