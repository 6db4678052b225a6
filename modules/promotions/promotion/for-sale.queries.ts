/** The promotions that may hold, as the engine takes them: one statement. */
import type { BundlePart, GoodsRef, Promotion, PromotionKind, Weekday } from '#engines/promotion'
import { addDays, type Context, type Money } from '#kernel'
import { couponsByCode } from '../coupon/coupon.queries.ts'
import type { StoredCoupon } from '../coupon/coupon.rules.ts'

export type PromotionsForSaleRequest = {
  /** Those of other shops are left out. Null: those of every shop, for an explanation. */
  shopId: string | null
  /** Those in force from here on; `to` too where it is told. */
  from: string
  to?: string | undefined
}

/** More are not applied; they would be thousands in force at one shop. */
const promotionsMax = 5000

type Row = {
  id: string
  name: string
  kind: PromotionKind
  priority: number
  exclusive: boolean
  needsCoupon: boolean
  percent: string | null
  amount: Money | null
  buyQuantity: number | null
  getQuantity: number | null
  setsMax: number | null
  maxDiscount: Money | null
  minSpend: Money | null
  minQuantity: string | null
  goods: GoodsRef[] | null
  rewards: GoodsRef[] | null
  parts: (Omit<BundlePart, 'quantity'> & { quantity?: number | null })[] | null
  customers: { customerId: string }[] | null
  customerGroups: { customerGroupId: string }[] | null
  shops: { shopId: string }[] | null
  channels: string[] | null
  validFrom: string | null
  validTo: string | null
  days: Weekday[] | null
  timeFrom: string | null
  timeTo: string | null
}

/** Active promotions in the order in which they are applied. */
export async function promotionsInForce(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  { shopId, from, to }: PromotionsForSaleRequest,
): Promise<Promotion[]> {
  const moneyOf = (name: string) => sql`case when p.${sql(`${name}_amount`)} is not null then jsonb_build_object(
    'amount', p.${sql(`${name}_amount`)}, 'currency', p.${sql(`${name}_currency`)}) end`
  const rows = await sql<Row[]>`
    select p.id, p.name, p.kind, p.priority, p.exclusive, p.needs_coupon as "needsCoupon",
      trim_scale(p.percent)::text as percent, coalesce(${moneyOf('amount_off')}, ${moneyOf('set_price')}) as amount,
      p.buy_quantity as "buyQuantity", p.get_quantity as "getQuantity", p.sets_max as "setsMax",
      ${moneyOf('max_discount')} as "maxDiscount", ${moneyOf('min_spend')} as "minSpend",
      trim_scale(p.min_quantity)::text as "minQuantity", p.goods, p.rewards, p.parts, p.customers,
      p.customer_groups as "customerGroups", p.shops, p.channels, p.valid_from as "validFrom", p.valid_to as "validTo",
      p.days, to_char(p.time_from, 'HH24:MI') as "timeFrom", to_char(p.time_to, 'HH24:MI') as "timeTo"
    from promotions.promotion p
    where p.company_id = ${companyId} and p.status = 'active'
      and (p.valid_to is null or p.valid_to >= ${from})
      and (p.valid_from is null or ${to ?? null}::date is null or p.valid_from <= ${to ?? null}::date)
      and (${shopId}::text is null or p.shops is null or p.shops = '[]'
        or p.shops @> jsonb_build_array(jsonb_build_object('shopId', ${shopId}::text)))
    order by p.priority, p.id limit ${promotionsMax}`
  return rows.map(promotionOf)
}

function promotionOf(row: Row): Promotion {
  const { customers, customerGroups, shops, channels, days, goods, rewards, parts, ...rest } = row
  return {
    ...rest,
    ...{ goods: goods ?? [], rewards: rewards ?? [], days: days ?? [], channels: channels ?? [] },
    parts: (parts ?? []).map((part) => ({ ...part, quantity: part.quantity ?? 1 })),
    customerIds: (customers ?? []).map(({ customerId }) => customerId),
    customerGroupIds: (customerGroups ?? []).map(({ customerGroupId }) => customerGroupId),
    shopIds: (shops ?? []).map(({ shopId }) => shopId),
  }
}

/** What a sale may have of promotions: those in force around the date, and the coupons as they are stored. */
export type PromotionsForSale = { promotions: Promotion[]; coupons: StoredCoupon[] }

/**
 * Read beside the goods, in the same round trip. The date may be the UTC one: promotions in force within one day of it
 * are given, and the engine takes the right ones.
 */
export async function promotionsForSale(
  context: Pick<Context, 'sql' | 'companyId'>,
  { shopId, date, codes }: { shopId: string | null; date: string; codes: readonly string[] },
): Promise<PromotionsForSale> {
  const [promotions, coupons] = await Promise.all([
    promotionsInForce(context, { shopId, from: addDays(date, -1), to: addDays(date, 1) }),
    couponsByCode(context, codes),
  ])
  return { promotions, coupons }
}
