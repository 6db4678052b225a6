/** Hand-written reads of registers. */
import type { Lut } from '#engines/gst'
import { type Context, refuse, type Sql } from '#kernel'

/** What a sale needs to know of where it happens. */
export type RegisterForSale = {
  shopId: string
  shopCode: string
  registerId: string
  registerCode: string
  /** IANA name; with `dayStart` it decides the trading date. */
  timeZone: string
  /** `hh:mm`. */
  dayStart: string
  /** Always null: warehouses stand below shops and name the shop that they sell for. */
  warehouseId: null
  /** The shop's own registration for GST, where it has one. */
  gstin: string | null
  lut: Lut | null
}

/**
 * The register with its shop, in one statement. Refuses REFERENCE_NOT_FOUND naming `registerId` (or `shopId`) where
 * there is no such register in that shop, one of the two is closed, or the shop is beyond the caller's reach.
 */
export async function registerForSale(
  { sql, companyId, scope, actor }: Context,
  { shopId, registerId }: { shopId: string; registerId: string },
): Promise<RegisterForSale> {
  if (scope === 'shop' && !actor.shopIds.includes(shopId)) {
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'shopId', message: 'There is no such shop among yours.' }])
  }
  const [row] = await sql<(RegisterForSale & { isOpen: boolean })[]>`
    select s.id as "shopId", s.code as "shopCode", r.id as "registerId", r.code as "registerCode",
      s.time_zone as "timeZone", to_char(s.day_start, 'HH24:MI') as "dayStart", null as "warehouseId",
      s.gstin, s.lut,
      s.status = 'active' and r.status = 'active' as "isOpen"
    from shops.register r join shops.shop s on s.company_id = r.company_id and s.id = r.shop_id
    where r.company_id = ${companyId} and r.id = ${registerId} and r.shop_id = ${shopId}`
  if (!row) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'registerId', message: 'The shop has no such register.' }])
  const { isOpen, ...found } = row
  if (!isOpen)
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'registerId', message: 'The register or its shop is closed.' }])
  return found
}

/** A register with where it stands; `isOpen` is false where it or its shop is out of use. */
export type RegisterPlace = Omit<RegisterForSale, 'warehouseId'> & {
  registerName: string
  shopName: string
  isOpen: boolean
}

/** The register within the caller's reach; undefined alike for missing, foreign and unreachable ones. */
export async function findRegister(
  { sql, companyId, scope, actor }: Context,
  registerId: string,
): Promise<RegisterPlace | undefined> {
  const [row] = await sql<RegisterPlace[]>`
    select s.id as "shopId", s.code as "shopCode", s.name as "shopName", r.id as "registerId",
      r.code as "registerCode", r.name as "registerName", s.time_zone as "timeZone", s.gstin, s.lut,
      to_char(s.day_start, 'HH24:MI') as "dayStart", s.status = 'active' and r.status = 'active' as "isOpen"
    from shops.register r join shops.shop s on s.company_id = r.company_id and s.id = r.shop_id
    where r.company_id = ${companyId} and r.id = ${registerId}
      and (${scope} in ('all', 'company') or s.id = any(${[...actor.shopIds]}::uuid[]))`
  return row && { ...row }
}

/** A statement part: the name of the register whose id stands in a column of the statement, such as `s.register_id`. */
export const registerNameOf = (sql: Sql, column: `${string}.${string}`) =>
  sql`(select name from shops.register r where r.company_id = ${sql(column.replace(/[^.]+$/, 'company_id'))}
    and r.id = ${sql(column)})`
