import type { Equation } from '#kernel'

/** What must hold between intents and what moved at the gateways. */
export const intentEquations: readonly Equation[] = [
  {
    name: 'intents-are-their-movements',
    says: 'What an intent captured and gave back is the sum of its movements, in its currency.',
    sql: `select i.company_id, i.id as what, i.captured_amount, i.refunded_amount, m.captured, m.refunded
      from payments.payment_intent i left join (
        select company_id, intent_id, coalesce(sum(amount_amount) filter (where kind = 'capture'), 0) as captured,
          coalesce(sum(amount_amount) filter (where kind = 'refund'), 0) as refunded,
          min(amount_currency) as lowest, max(amount_currency) as highest
        from payments.gateway_movement group by 1, 2) m on m.company_id = i.company_id and m.intent_id = i.id
      where i.captured_amount <> coalesce(m.captured, 0) or i.refunded_amount <> coalesce(m.refunded, 0)
        or m.lowest <> i.amount_currency or m.highest <> i.amount_currency`,
  },
  {
    name: 'refunds-are-their-operations',
    says: 'What went back through a gateway is what was asked to go back and succeeded.',
    sql: `select i.company_id, i.id as what, i.refunded_amount, o.refunded from payments.payment_intent i left join (
        select company_id, intent_id, sum(amount_amount) as refunded from payments.gateway_operation
        where kind = 'refund' and state = 'succeeded' group by 1, 2) o
        on o.company_id = i.company_id and o.intent_id = i.id
      where i.refunded_amount <> coalesce(o.refunded, 0)`,
  },
  {
    name: 'nothing-stays-unknown-unseen',
    says: 'What was asked of a gateway is settled within a day, or its intent says what does not agree.',
    sql: `select o.company_id, o.id as what, o.kind, o.created_at from payments.gateway_operation o
      join payments.payment_intent i on i.company_id = o.company_id and i.id = o.intent_id
      where o.state in ('sent', 'unknown') and o.created_at < now() - interval '1 day' and i.exception is null`,
  },
  {
    name: 'unknown-intents-have-something-open',
    says: 'An intent of which something is not known has an operation that is looked for.',
    sql: `select i.company_id, i.id as what, i.state from payments.payment_intent i
      where i.state = 'unknown' and not exists (select 1 from payments.gateway_operation o
        where o.company_id = i.company_id and o.intent_id = i.id and o.state in ('sent', 'unknown'))`,
  },
]
