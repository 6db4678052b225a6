/** Gift cards that come back unspent, as goods do. */
import type { Context } from '#kernel'
import { loyaltyRefusals } from '../refusals.ts'
import { emitMoved, type MovedCard } from './card.events.ts'

export type CardsToTakeBack = {
  /** The credit note. */
  source: { entity: string; id: string }
  businessDate: string
  /** `place` is the position among the lines that come back. */
  lines: readonly { saleLineId: string; place: number; quantity: string; gross: number }[]
}

type Row = MovedCard & { lineId: string; balance: number }

/**
 * Empties so many untouched cards of each line for good. Refuses GIFT_CARD_SPENT naming `lines.<i>` where fewer are
 * untouched. Emits `gift_card.updated`.
 */
export async function takeBackCards(context: Context, { source, businessDate, lines }: CardsToTakeBack): Promise<void> {
  const { sql, companyId, now, actor, newId } = context
  const asked = lines.map(({ saleLineId, quantity }) => ({ lineId: saleLineId, count: Number(quantity) }))
  const entryIds = asked.flatMap(({ count }) => Array.from({ length: count }, newId))
  const rows = await sql<Row[]>`
    with asked as materialized (
      select * from jsonb_to_recordset(${sql.json(asked)}) as a("lineId" text, count int)
    ), held as materialized (
      select c.id, c.source_line_id, c.initial_amount from loyalty.gift_card c
      where c.company_id = ${companyId} and c.source_id is not null and c.source_line_id in (select "lineId" from asked)
        and c.status = 'active' and c.balance_amount = c.initial_amount
      order by c.id for update
    ), ranked as materialized (
      select *, row_number() over (partition by source_line_id order by id) as rank from held
    ), chosen as materialized (
      select r.*, row_number() over (order by r.id) as place
      from ranked r join asked a on a."lineId" = r.source_line_id and r.rank <= a.count
    ), voided as (
      update loyalty.gift_card c set balance_amount = 0, status = 'void', version = c.version + 1, updated_at = ${now}
      from chosen h where c.company_id = ${companyId} and c.id = h.id
      returning c.id, c.version, c.ending, c.status, c.balance_amount as balance, c.balance_currency as currency,
        c.expires_on as "expiresOn", h.source_line_id as "lineId", -h.initial_amount as amount, h.place
    ), entry as (
      insert into loyalty.gift_card_entry (company_id, id, created_at, updated_at, gift_card_id, kind, amount_amount,
        amount_currency, balance_amount, balance_currency, business_date, source_entity, source_id, by_name)
      select ${companyId}, (${entryIds}::uuid[])[place], ${now}, ${now}, id, 'void', amount, currency, 0, currency,
        ${businessDate}, ${source.entity}, ${source.id}, ${actor.name}
      from voided
    )
    select * from voided`
  const byLine = Map.groupBy(rows, ({ lineId }) => lineId)
  for (const { saleLineId, place, gross } of lines) {
    const value = (byLine.get(saleLineId) ?? []).reduce((sum, { amount }) => sum - amount, 0)
    const message = 'Fewer of these cards are untouched.'
    if (value !== gross) throw loyaltyRefusals.refuse('GIFT_CARD_SPENT', [{ field: `lines.${place}`, message }])
  }
  for (const row of rows) emitMoved(context, { ...row }, { kind: 'void', source, businessDate })
}
