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
}

/** The `receipt` field of a shop. */
export type ReceiptWishes = {
  header?: string
  footer?: string
  taxNumberLabel?: string
  language?: 'en' | 'hi' | 'ar' | 'tr'
}

/** The shop as its receipts name it. The caller has checked that it is reached. */
export async function shopOnReceipt({ sql, companyId }: Context, shopId: string): Promise<ShopOnReceipt> {
  const [row] = await sql<ShopOnReceipt[]>`
    select name, address, city, state, phone, time_zone as "timeZone", receipt
    from shops.shop where company_id = ${companyId} and id = ${shopId}`
  if (!row) throw refuse('NOT_FOUND', [{ field: 'shop', message: 'There is no such shop.' }])
  return { ...row }
}
