/** Moves a customer's store credit: it falls only by an update that holds while there is so much. */
import type { Context } from '#kernel'
import type { MovementKind } from '../gift-card/gift-card-entry.entity.ts'
import { loyaltyRefusals } from '../refusals.ts'

export type CreditMove = {
  customerId: string
  /** Minor units, above zero where the customer gets it. */
  amount: number
  currency: string
  kind: MovementKind
  source: { entity: string; id: string | null }
  businessDate: string
  reason?: string | undefined
  /** What a refusal names. */
  field: string
}
export type MovedCredit = { id: string; version: number; balance: number }

/**
 * Moves it, opening the account where credit is given first. Refuses STORE_CREDIT_INSUFFICIENT, naming the field, where
 * less is there or it is in another currency. Emits `store_credit.updated`.
 */
export async function moveCredit(context: Context, move: CreditMove): Promise<MovedCredit> {
  const { sql, companyId, now, actor, newId } = context
  const { customerId, amount, currency, kind, source, businessDate, reason = null } = move
  const [row] = await sql<MovedCredit[]>`
    with moved as (
      ${amount > 0 ? raise(context, move) : lower(context, move)}
      returning id, version, balance_amount as balance
    ), entry as (
      insert into loyalty.store_credit_entry (company_id, id, created_at, updated_at, store_credit_id, kind,
        amount_amount, amount_currency, balance_amount, balance_currency, business_date, source_entity, source_id,
        reason, by_name)
      select ${companyId}, ${newId()}, ${now}, ${now}, id, ${kind}, ${amount}, ${currency}, balance, ${currency},
        ${businessDate}, ${source.entity}, ${source.id}, ${reason}, ${actor.name}
      from moved
    )
    select * from moved`
  if (!row) {
    const message = `The customer has less store credit than ${Math.abs(amount)} (minor units of ${currency}).`
    throw loyaltyRefusals.refuse('STORE_CREDIT_INSUFFICIENT', [{ field: move.field, message }])
  }
  const inMoney = (minor: number) => ({ amount: minor, currency })
  context.emit('store_credit.updated', {
    ...{ entity: 'loyalty.storeCredit', id: row.id, version: row.version },
    data: {
      after: { id: row.id, customerId, balance: inMoney(row.balance) },
      movement: { kind, source, businessDate, amount: inMoney(amount), reason },
    },
  })
  return { ...row }
}

const raise = ({ sql, companyId, now, newId }: Context, { customerId, amount, currency }: CreditMove) => sql`
  insert into loyalty.store_credit as s (company_id, id, created_at, updated_at, customer_id, balance_amount,
    balance_currency)
  values (${companyId}, ${newId()}, ${now}, ${now}, ${customerId}, ${amount}, ${currency})
  on conflict (company_id, customer_id) do update set balance_amount = s.balance_amount + excluded.balance_amount,
    version = s.version + 1, updated_at = excluded.updated_at
  where s.balance_currency = excluded.balance_currency`

const lower = ({ sql, companyId, now }: Context, { customerId, amount, currency }: CreditMove) => sql`
  update loyalty.store_credit set balance_amount = balance_amount + ${amount}, version = version + 1,
    updated_at = ${now}
  where company_id = ${companyId} and customer_id = ${customerId} and balance_currency = ${currency}
    and balance_amount >= ${-amount}`
