/** Makes gift cards: card, code and first entry in one statement. */
import type { Context } from '#kernel'
import { makeCardCode, secretBoxService } from '#platform/identity'
import { emitMoved } from './card.events.ts'
import { type CardLine, cardValues } from './gift-card.rules.ts'

export type CardsToIssue = {
  /** Minor units and the line that sold it, of each card. */
  cards: readonly { value: number; lineId: string | null }[]
  currency: string
  source: { entity: string; id: string | null }
  shopId: string | null
  customerId: string | null
  businessDate: string
  /** Other than the policy says. */
  expiresOn?: string | undefined
  reason?: string | undefined
}

export type CardsSold = Omit<CardsToIssue, 'cards'> & { lines: readonly CardLine[] }

/** The cards of the lines of a sale. Refuses as `cardValues` does. */
export const issueSoldCards = async (context: Context, { lines, ...sold }: CardsSold): Promise<string[]> =>
  issueCards(context, {
    ...sold,
    cards: lines.flatMap((line) => cardValues(line).map((value) => ({ value, lineId: line.lineId }))),
  })

/** Where a code is sealed for: copied to another card it does not open. */
export const placeOfCode = (companyId: string, cardId: string): string => `${companyId}:loyalty.giftCard:${cardId}`

/** Answers the ids of the cards, in their order. Emits `gift_card.created`. */
export async function issueCards(context: Context, issue: CardsToIssue): Promise<string[]> {
  const { sql, companyId, now, actor, newId } = context
  const { currency, source, shopId, customerId, businessDate, expiresOn = null, reason = null } = issue
  const box = context.use(secretBoxService)
  const rows = issue.cards.map(({ value, lineId }) => {
    const { code, hash, ending } = makeCardCode()
    const id = newId()
    const sealed = box.encrypt(code, placeOfCode(companyId, id))
    return { id, entryId: newId(), value, lineId, hash, ending, sealed }
  })
  const made = await sql<{ id: string; expiresOn: string | null }[]>`
    with policy as (
      select (${businessDate}::date + make_interval(months => expiry_months))::date as ends
      from loyalty.gift_card_policy where company_id = ${companyId} and applies_from <= ${businessDate}::date
      order by applies_from desc limit 1
    ), new as (
      select * from jsonb_to_recordset(${sql.json(rows)}) as r(id uuid, "entryId" uuid, value bigint, "lineId" text,
        hash text, ending text, sealed text)
    ), card as (
      insert into loyalty.gift_card (company_id, id, created_at, updated_at, ending, status, initial_amount,
        initial_currency, balance_amount, balance_currency, issued_on, expires_on, customer_id, shop_id, issued_by_id,
        source_entity, source_id, source_line_id)
      select ${companyId}, id, ${now}, ${now}, ending, 'active', value, ${currency}, value, ${currency},
        ${businessDate}, coalesce(${expiresOn}::date, (select ends from policy)), ${customerId}, ${shopId}, ${actor.id},
        ${source.entity}, ${source.id}, "lineId" from new
      returning id, expires_on
    ), code as (
      insert into loyalty.gift_card_code (company_id, gift_card_id, code_hash, sealed)
      select ${companyId}, id, hash, sealed from new
    ), entry as (
      insert into loyalty.gift_card_entry (company_id, id, created_at, updated_at, gift_card_id, kind, amount_amount,
        amount_currency, balance_amount, balance_currency, business_date, source_entity, source_id, reason, by_name)
      select ${companyId}, "entryId", ${now}, ${now}, id, 'issue', value, ${currency}, value, ${currency},
        ${businessDate}, ${source.entity}, ${source.id}, ${reason}, ${actor.name} from new
    )
    select id, expires_on as "expiresOn" from card`
  const ends = new Map(made.map((row) => [row.id, row.expiresOn]))
  for (const { id, ending, value } of rows) {
    const card = { id, version: 1, ending, status: 'active', balance: value, amount: value, currency }
    const movement = { kind: 'issue', source, businessDate } as const
    emitMoved(context, { ...card, expiresOn: ends.get(id) ?? null }, movement)
  }
  return rows.map(({ id }) => id)
}
