/** Hand-written reads of shops. */
import type { Lut } from '#engines/gst'
import { type Context, refuse, type Sql } from '#kernel'

/** Those of the ids that are shops of the company, whatever their state; for whoever assigns people to shops. */
export async function shopsAmong(sql: Sql, companyId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from shops.shop where company_id = ${companyId} and id = any(${[...ids]}::uuid[]) order by id`
  return rows.map(({ id }) => id)
}

/** Where a document without a register belongs; `timeZone` and `dayStart` decide its trading date. */
export type ShopOfDocument = { shopId: string; shopCode: string; timeZone: string; dayStart: string }

/** The named shop, or the company's first by code where none is. Refuses REFERENCE_NOT_FOUND naming `shop`. */
export async function shopOfDocument(
  { sql, companyId, scope, actor }: Context,
  shopId: string | undefined,
): Promise<ShopOfDocument> {
  const [row] = await sql<ShopOfDocument[]>`
    select id as "shopId", code as "shopCode", time_zone as "timeZone", to_char(day_start, 'HH24:MI') as "dayStart"
    from shops.shop where company_id = ${companyId}
      and (${shopId ?? null}::uuid is null or id = ${shopId ?? null}::uuid)
      and (${scope} <> 'shop' or id = any(${[...actor.shopIds]}::uuid[]))
    order by code limit 1`
  if (!row) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'shop', message: 'The company has no such shop.' }])
  return { ...row }
}

type ShopInBook = { code: string; timeZone: string; dayStart: string; gstin: string | null; lut: Lut | null }

/** What a price book tells of a shop; undefined where there is none. The caller has checked that it is reached. */
export async function findShop(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  shopId: string,
): Promise<ShopInBook | undefined> {
  const [row] = await sql<ShopInBook[]>`
    select code, time_zone as "timeZone", to_char(day_start, 'HH24:MI') as "dayStart", gstin, lut from shops.shop
    where company_id = ${companyId} and id = ${shopId}`
  return row && { ...row }
}

/**
 * The shop that takes an order, in one statement. Refuses REFERENCE_NOT_FOUND naming `shopId` where it is closed or
 * beyond reach.
 */
export async function shopForSale({ sql, companyId, scope, actor }: Context, shopId: string): Promise<ShopOfDocument> {
  const [row] = await sql<ShopOfDocument[]>`
    select id as "shopId", code as "shopCode", time_zone as "timeZone", to_char(day_start, 'HH24:MI') as "dayStart"
    from shops.shop where company_id = ${companyId} and id = ${shopId} and status = 'active'
      and (${scope} <> 'shop' or id = any(${[...actor.shopIds]}::uuid[]))`
  if (!row) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'shopId', message: 'There is no such open shop.' }])
  return { ...row }
}
