/** What a sale paid by gift cards gives back goes to the cards that paid. */
import type { Context } from '#kernel'
import { emitMoved, type MovedCard } from './card.events.ts'

export type CardRefund = {
  /** The sale that was paid, and the document that pays back. */
  paidForId: string
  source: { entity: string; id: string }
  currency: string
  businessDate: string
  /** Minor units. */
  amount: number
}

/**
 * Gives the amount back to the cards that paid for the sale, one after the other up to what each paid. The caller
 * holds the sale's payment, so refunds of one sale follow each other. A card that has ended can be spent again for the
 * policy's days of grace; a blocked one stays blocked. Throws where the cards paid less: payments and cards would not
 * agree. Emits `gift_card.updated`.
 */
export async function giveBackToCards(context: Context, refund: CardRefund): Promise<void> {
  const { sql, companyId, now, actor, newId } = context
  const { paidForId, source, currency, businessDate, amount } = refund
  const entryIds = Array.from({ length: 20 }, newId)
  const rows = await sql<MovedCard[]>`
    with used as materialized (
      select gift_card_id as id, -sum(amount_amount) as rest from loyalty.gift_card_entry
      where company_id = ${companyId} and (source_id = ${paidForId} and kind = 'redeem' or paid_for_id = ${paidForId})
      group by 1 having -sum(amount_amount) > 0
    ), held as materialized (
      select c.id from loyalty.gift_card c where c.company_id = ${companyId} and c.id in (select id from used)
      order by c.id for update
    ), share as materialized (
      select id, least(rest, greatest(${amount}::bigint - (sum(rest) over (order by id) - rest), 0))::bigint as amount,
        row_number() over (order by id) as place
      from used where id in (select id from held)
    ), policy as (
      select grace_days from loyalty.gift_card_policy
      where company_id = ${companyId} and applies_from <= ${businessDate}::date order by applies_from desc limit 1
    ), back as (
      update loyalty.gift_card c set balance_amount = c.balance_amount + s.amount, version = c.version + 1,
        updated_at = ${now}, status = case when c.status = 'expired' then 'active' else c.status end,
        expires_on = greatest(c.expires_on, case when c.expires_on is not null and c.expires_on < ${businessDate}::date
          then ${businessDate}::date + coalesce((select grace_days from policy), 90) end)
      from share s
      where c.company_id = ${companyId} and c.id = s.id and s.amount > 0
      returning c.id, c.version, c.ending, c.status, c.balance_amount as balance, c.expires_on as "expiresOn",
        s.amount, s.place
    ), entry as (
      insert into loyalty.gift_card_entry (company_id, id, created_at, updated_at, gift_card_id, kind, amount_amount,
        amount_currency, balance_amount, balance_currency, business_date, source_entity, source_id, paid_for_id,
        by_name)
      select ${companyId}, (${entryIds}::uuid[])[place], ${now}, ${now}, id, 'refund', amount, ${currency}, balance,
        ${currency}, ${businessDate}, ${source.entity}, ${source.id}, ${paidForId}, ${actor.name}
      from back
    )
    select *, ${currency} as currency from back`
  const given = rows.reduce((sum, row) => sum + row.amount, 0)
  if (given !== amount) throw new Error(`gift cards paid ${given} of the ${amount} that are to go back to them`)
  for (const row of rows) emitMoved(context, { ...row }, { kind: 'refund', source, businessDate })
}
