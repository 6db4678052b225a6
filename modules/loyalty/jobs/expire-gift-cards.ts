import { businessDate, type Context, defineJob, msOf } from '#kernel'
import { companySettings } from '#modules/companies'
import { emitMoved, type MovedCard } from '../gift-card/card.events.ts'
import { emitAdjusted } from '../value-event.ts'

/** A run ends at most so many; the next one goes on. */
const batch = 500

/** Ends gift cards whose last day is over where the company is. */
export const expireGiftCards = defineJob('expire-gift-cards', {
  says: 'Ends gift cards whose last day is over; what is left becomes income where the policy says so.',
  schedule: '20 * * * *',
  per: 'company',
  run: async (context) => {
    const { timeZone } = await companySettings(context)
    const today = businessDate(msOf(context.now), timeZone)
    for (const card of await endCards(context, today)) tell(context, card, today)
  },
})

type Ended = MovedCard & { shopId: string | null; customerId: string | null }

function tell(context: Context, card: Ended, today: string): void {
  const { id, ending, amount, currency, shopId, customerId } = card
  const source = { entity: 'loyalty.giftCard', id }
  emitMoved(context, card, { kind: 'expiry', source, businessDate: today })
  const value = { account: 'gift_card', effect: 'expiry', value: amount, currency } as const
  const memo = `Gift card ${ending} has ended`
  emitAdjusted(context, source, { id, ...value, businessDate: today, shopId, customerId, memo })
}

/** The policy is the one in force on the day the card was issued. Skipped rows are being spent and are ended later. */
async function endCards({ sql, companyId, now, newId, actor }: Context, today: string): Promise<Ended[]> {
  const entryIds = Array.from({ length: batch }, newId)
  const rows = await sql<Ended[]>`
    with due as materialized (
      select id, balance_amount, row_number() over () as place, coalesce((
        select keeps_rest from loyalty.gift_card_policy p
        where p.company_id = ${companyId} and p.applies_from <= c.issued_on order by p.applies_from desc limit 1
      ), false) as keeps_rest
      from (
        select id, balance_amount, issued_on from loyalty.gift_card
        where company_id = ${companyId} and status = 'active' and expires_on < ${today}::date
        order by id limit ${batch} for update skip locked
      ) c
    ), ended as (
      update loyalty.gift_card c set status = 'expired', version = c.version + 1, updated_at = ${now},
        balance_amount = case when d.keeps_rest then 0 else c.balance_amount end
      from due d where c.company_id = ${companyId} and c.id = d.id
      returning c.id, c.version, c.ending, c.status, c.balance_amount as balance, c.balance_currency as currency,
        c.expires_on as "expiresOn", c.shop_id as "shopId", c.customer_id as "customerId", d.place,
        c.balance_amount - d.balance_amount as amount
    ), entry as (
      insert into loyalty.gift_card_entry (company_id, id, created_at, updated_at, gift_card_id, kind, amount_amount,
        amount_currency, balance_amount, balance_currency, business_date, source_entity, source_id, by_name)
      select ${companyId}, (${entryIds}::uuid[])[place], ${now}, ${now}, id, 'expiry', amount, currency, balance,
        currency, ${today}, 'loyalty.giftCard', id, ${actor.name}
      from ended where amount <> 0
    )
    select * from ended`
  return rows.map((row) => ({ ...row }))
}
