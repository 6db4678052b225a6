/** Counts the uses of coupons inside the transaction of their sale: the one gate that a use too many does not pass. */
import type { Context } from '#kernel'
import { promotionRefusals } from '../refusals.ts'
import type { CouponUse } from './coupon.rules.ts'

export type Redeeming = {
  saleId: string
  shopId: string
  customerId: string | null
  currency: string
  uses: readonly CouponUse[]
}

type Outcome = { couponId: string; isCounted: boolean; isWithinCustomers: boolean }

/**
 * Takes the coupons, if each may be used once more, by this customer and within its budget. The rows stay locked until
 * the commit, in the order of their ids, so that uses of one coupon follow each other. One statement. Refuses
 * COUPON_EXHAUSTED naming `coupons.<i>`.
 */
export async function redeemCoupons(context: Context, redeeming: Redeeming): Promise<void> {
  const { uses, saleId, shopId, customerId } = redeeming
  if (uses.length === 0) return
  const outcomes = new Map((await takeCoupons(context, redeeming)).map((each) => [each.couponId, each]))
  const details = uses.flatMap(({ couponId, code, place }) => {
    const outcome = outcomes.get(couponId)
    if (outcome?.isCounted && outcome.isWithinCustomers) return []
    const message = outcome?.isCounted
      ? `The customer has used ${code} as often as it may be.`
      : `${code} is used up, or takes off more than is left of its budget.`
    return [{ field: `coupons.${place}`, message }]
  })
  if (details.length > 0) throw promotionRefusals.refuse('COUPON_EXHAUSTED', details)
  for (const { couponId, code, amount } of uses) {
    const data = { code, saleId, customerId, amount, currency: redeeming.currency }
    context.emit('coupon.redeemed', { entity: 'promotions.coupon', id: couponId, shopId, data })
  }
}

function takeCoupons(context: Context, redeeming: Redeeming): Promise<Outcome[]> {
  const { sql, companyId, now } = context
  const { saleId, shopId, customerId, currency, uses } = redeeming
  const asked = uses.map(({ couponId, amount }) => ({ couponId, amount, id: context.newId() }))
  return sql<Outcome[]>`
    with asked as materialized (
      select * from jsonb_to_recordset(${sql.json(asked)}) as a(id uuid, "couponId" uuid, amount bigint)
    ), held as materialized (
      select c.id, c.uses_per_customer_max from promotions.coupon c
      where c.company_id = ${companyId} and c.id in (select "couponId" from asked) order by c.id for update
    ), counted as (
      update promotions.coupon c set uses = c.uses + 1, spent_amount = coalesce(c.spent_amount, 0) + a.amount,
        spent_currency = ${currency}, updated_at = ${now}
      from held join asked a on a."couponId" = held.id
      where c.company_id = ${companyId} and c.id = held.id and c.status = 'active'
        and (c.uses_max is null or c.uses < c.uses_max)
        and (c.budget_amount is null or coalesce(c.spent_amount, 0) + a.amount <= c.budget_amount)
      returning c.id, c.code, a.id as use_id, a.amount
    ), by_customer as (
      insert into promotions.coupon_customer as k (company_id, coupon_id, customer_id, uses)
      select ${companyId}, id, ${customerId}::uuid, 1 from held
      where uses_per_customer_max is not null and ${customerId}::uuid is not null
      order by id
      on conflict (company_id, coupon_id, customer_id) do update set uses = k.uses + 1
      where k.uses < (select uses_per_customer_max from held where held.id = k.coupon_id)
      returning k.coupon_id
    ), used as (
      insert into promotions.coupon_redemption (company_id, id, created_at, updated_at, coupon_id, code, sale_id,
        shop_id, customer_id, amount_amount, amount_currency, redeemed_at)
      select ${companyId}, use_id, ${now}, ${now}, id, code, ${saleId}, ${shopId}, ${customerId}, amount, ${currency},
        ${now}
      from counted
    )
    select held.id as "couponId", held.id in (select id from counted) as "isCounted",
      held.uses_per_customer_max is null or held.id in (select coupon_id from by_customer) as "isWithinCustomers"
    from held`.then((rows) => [...rows])
}

/** Makes returns of one sale follow each other, so that the last of them sees that everything has come back. */
export async function holdCoupons({ sql, companyId }: Context, saleId: string): Promise<void> {
  await sql`select id from promotions.coupon_redemption
    where company_id = ${companyId} and sale_id = ${saleId} order by id for update`
}

/**
 * Gives back the coupons of a sale of which everything has come back, those that say so. What they took off stays in
 * the sale and its credit notes; the use, the customer's count and the budget are free again.
 */
export async function giveBackCoupons(context: Context, saleId: string): Promise<void> {
  const { sql, companyId, now } = context
  const rows = await sql<{ couponId: string; code: string; shopId: string }[]>`
    with held as materialized (
      select c.id, r.id as use_id, r.customer_id, r.amount_amount, r.shop_id, c.code
      from promotions.coupon_redemption r
        join promotions.coupon c on c.company_id = r.company_id and c.id = r.coupon_id
      where r.company_id = ${companyId} and r.sale_id = ${saleId} and r.given_back_at is null and c.comes_back
      order by c.id for update of c
    ), given as (
      update promotions.coupon_redemption r set given_back_at = ${now}, version = r.version + 1, updated_at = ${now}
      from held where r.company_id = ${companyId} and r.id = held.use_id and r.given_back_at is null
      returning r.id
    ), counted as (
      update promotions.coupon c set uses = c.uses - 1, spent_amount = c.spent_amount - held.amount_amount,
        updated_at = ${now}
      from held where c.company_id = ${companyId} and c.id = held.id and held.use_id in (select id from given)
    ), by_customer as (
      update promotions.coupon_customer k set uses = k.uses - 1
      from held where k.company_id = ${companyId} and k.coupon_id = held.id and k.customer_id = held.customer_id
        and held.use_id in (select id from given)
    )
    select id as "couponId", code, shop_id as "shopId" from held where use_id in (select id from given)`
  for (const { couponId, code, shopId } of rows) {
    context.emit('coupon.given_back', { entity: 'promotions.coupon', id: couponId, shopId, data: { code, saleId } })
  }
}
