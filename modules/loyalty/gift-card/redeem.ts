/** Spends gift cards: a balance falls only by an update that holds while the card is good for so much. */
import type { Context, RefusalDetail } from '#kernel'
import { hashCardCode } from '#platform/identity'
import { loyaltyRefusals } from '../refusals.ts'
import { emitMoved, type MovedCard } from './card.events.ts'

export type CardSpending = {
  source: { entity: string; id: string }
  currency: string
  businessDate: string
  /** `place` is the position among the tenders; `amount` in minor units. */
  tenders: readonly { place: number; code: string; amount: number }[]
}

type Row = Omit<MovedCard, 'version' | 'balance'> & {
  hash: string
  held: number
  cardCurrency: string
  isOver: boolean
  version: number | null
  balance: number | null
}

/**
 * Spends what each tender says, all or nothing. Of many at once each sees those before it, and the balance cannot fall
 * below zero. Refuses, naming `tenders.<i>`: GIFT_CARD_NOT_FOUND alike for codes that nobody has and those of other
 * companies, GIFT_CARD_NOT_USABLE, and GIFT_CARD_INSUFFICIENT with the balance.
 * Emits `gift_card.updated`.
 */
export async function redeemCards(context: Context, spending: CardSpending): Promise<void> {
  const { source, businessDate } = spending
  const asked = sumsByCard(spending.tenders)
  const rows = await spend(context, spending, asked)
  const byHash = new Map(rows.map((row) => [row.hash, row]))
  for (const { hash, places, amount } of asked) {
    const row = byHash.get(hash)
    const trouble = troubleOf(row, { amount, currency: spending.currency })
    if (trouble) throw loyaltyRefusals.refuse(trouble.code, trouble.details(`tenders.${places[0]}`))
  }
  for (const row of rows) {
    if (row.version === null || row.balance === null) throw new Error('a gift card was neither spent nor refused')
    emitMoved(context, { ...row, version: row.version, balance: row.balance }, { kind: 'redeem', source, businessDate })
  }
}

type Asked = { hash: string; amount: number; places: number[] }

function sumsByCard(tenders: CardSpending['tenders']): Asked[] {
  const byHash = Map.groupBy(tenders, ({ code }) => hashCardCode(code))
  return [...byHash].map(([hash, of]) => ({
    hash,
    amount: of.reduce((sum, { amount }) => sum + amount, 0),
    places: of.map(({ place }) => place),
  }))
}

async function spend(context: Context, spending: CardSpending, asked: readonly Asked[]): Promise<Row[]> {
  const { sql, companyId, now, actor, newId } = context
  const { source, currency, businessDate } = spending
  const wanted = asked.map(({ hash, amount }) => ({ hash, amount, entryId: newId() }))
  const rows = await sql<Row[]>`
    with asked as materialized (
      select * from jsonb_to_recordset(${sql.json(wanted)}) as a(hash text, amount bigint, "entryId" uuid)
    ), held as materialized (
      select a.*, c.id, c.ending, c.status, c.balance_amount as held, c.balance_currency as currency,
        c.expires_on, c.expires_on < ${businessDate}::date as is_over
      from asked a
        join loyalty.gift_card_code k on k.company_id = ${companyId} and k.code_hash = a.hash
        join loyalty.gift_card c on c.company_id = ${companyId} and c.id = k.gift_card_id
      order by c.id for update of c
    ), spent as (
      update loyalty.gift_card c set balance_amount = c.balance_amount - h.amount, version = c.version + 1,
        updated_at = ${now}
      from held h
      where c.company_id = ${companyId} and c.id = h.id and c.status = 'active' and c.balance_amount >= h.amount
        and c.balance_currency = ${currency} and (c.expires_on is null or c.expires_on >= ${businessDate}::date)
      returning c.id, c.version, c.balance_amount as balance
    ), entry as (
      insert into loyalty.gift_card_entry (company_id, id, created_at, updated_at, gift_card_id, kind, amount_amount,
        amount_currency, balance_amount, balance_currency, business_date, source_entity, source_id, by_name)
      select ${companyId}, h."entryId", ${now}, ${now}, h.id, 'redeem', -h.amount, ${currency}, s.balance, ${currency},
        ${businessDate}, ${source.entity}, ${source.id}, ${actor.name}
      from spent s join held h on h.id = s.id
    )
    select h.hash, h.id, h.ending, h.status, h.held, -h.amount as amount, h.currency, h.currency as "cardCurrency",
      h.expires_on as "expiresOn", coalesce(h.is_over, false) as "isOver", s.version, s.balance
    from held h left join spent s on s.id = h.id`
  return rows.map((row) => ({ ...row }))
}

type Trouble = {
  code: 'GIFT_CARD_NOT_FOUND' | 'GIFT_CARD_NOT_USABLE' | 'GIFT_CARD_INSUFFICIENT'
  details: (field: string) => RefusalDetail[]
}

function troubleOf(row: Row | undefined, wanted: { amount: number; currency: string }): Trouble | undefined {
  const says = (code: Trouble['code'], part: string, message: string, more = {}): Trouble => ({
    code,
    details: (field) => [{ field: `${field}.${part}`, message, ...more }],
  })
  if (!row) return says('GIFT_CARD_NOT_FOUND', 'reference', 'No gift card has this code.')
  const state = row.isOver ? 'expired' : row.status
  if (state !== 'active') return says('GIFT_CARD_NOT_USABLE', 'reference', `The card is ${state}.`)
  if (row.cardCurrency !== wanted.currency)
    return says('GIFT_CARD_NOT_USABLE', 'reference', `The card is in ${row.cardCurrency}.`)
  if (row.held >= wanted.amount) return undefined
  const balance = { amount: row.held, currency: row.cardCurrency }
  return says('GIFT_CARD_INSUFFICIENT', 'amount', `The card holds ${row.held} (minor units).`, { balance })
}
