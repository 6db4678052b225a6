/** What a shop says of itself on its receipts. */
import { type Context, refuse } from '#kernel'

/** The shop's part of a receipt's header. */
export type ShopOnReceipt = {
  name: string
  address: { lines?: string; postalCode?: string } | null
  city: string | null
  state: string | null
  phone: string | null
  timeZone: string
  receipt: ReceiptWishes | null
  /** The register that was asked for, where it is one of the shop. */
  registerName: string | null
}

/** The `receipt` field of a shop. */
export type ReceiptWishes = {
  header?: string
  footer?: string
  taxNumberLabel?: string
  language?: 'en' | 'hi' | 'ar' | 'tr'
}

/** The shop as its receipts name it. The caller has checked that it is reached. */
export async function shopOnReceipt(
  { sql, companyId }: Context,
  { shopId, registerId = null }: { shopId: string; registerId?: string | null },
): Promise<ShopOnReceipt> {
  const [row] = await sql<ShopOnReceipt[]>`
    select s.name, s.address, s.city, s.state, s.phone, s.time_zone as "timeZone", s.receipt, r.name as "registerName"
    from shops.shop s
      left join shops.register r on r.company_id = s.company_id and r.shop_id = s.id and r.id = ${registerId}::uuid
    where s.company_id = ${companyId} and s.id = ${shopId}`
  if (!row) throw refuse('NOT_FOUND', [{ field: 'shop', message: 'There is no such shop.' }])
  return { ...row }
}
