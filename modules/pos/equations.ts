import type { Equation } from '#kernel'

/** What must hold of registers and of what offline tills sent. */
export const posEquations: readonly Equation[] = [
  {
    name: 'expected-is-float-and-documents',
    says: 'What a closed session should hold is its float, its cash sales less refunds, and what was paid in and out.',
    sql: `
      with taken as (
        select company_id, session, currency, sum(amount) as amount
        from (
          select p.company_id, p.register_session_id as session, t.amount_currency as currency,
            t.amount_amount - t.change_amount as amount
          from payments.payment p join payments.tender t on t.company_id = p.company_id and t.payment_id = p.id
          where p.register_session_id is not null and t.method = 'cash'
          union all
          select company_id, register_session_id, amount_currency, -amount_amount from payments.refund
          where register_session_id is not null and method = 'cash'
          union all
          select company_id, session_id::text, amount_currency,
            case kind when 'paid_in' then amount_amount else -amount_amount end
          from pos.cash_move) entry
        group by 1, 2, 3)
      select s.company_id, s.id as what, s.expected_amount, s.opening_float_amount, taken.amount, taken.currency
      from pos.register_session s
      left join taken on taken.company_id = s.company_id and taken.session = s.id::text
      where s.status = 'closed' and (s.expected_amount <> s.opening_float_amount + coalesce(taken.amount, 0)
        or taken.currency <> s.expected_currency)`,
  },
  {
    name: 'money-of-a-session-is-of-its-register',
    says: 'What belongs to a session was paid at its register.',
    sql: `
      select p.company_id, p.id as what, p.register_id, s.register_id as session_register
      from payments.payment p
      left join pos.register_session s on s.company_id = p.company_id and s.id::text = p.register_session_id
      where p.register_session_id is not null and s.register_id is distinct from p.register_id`,
  },
  {
    name: 'accepted-tickets-are-sales',
    says: 'Every ticket that was accepted is a sale, and every sale of an offline series came as a ticket.',
    sql: `
      select coalesce(t.company_id, s.company_id) as company_id, coalesce(t.id, s.id) as what, t.number,
        s.number as sold
      from (select * from pos.offline_ticket where outcome = 'accepted') t
      full join (
        select s.company_id, s.id, s.number from sales.sale s
        join sales.number_series n on n.company_id = s.company_id and n.kind = 'offline'
          and n.prefix = rtrim(s.number, '0123456789')) s
        on s.company_id = t.company_id and s.id = t.id
      where t.number is distinct from s.number`,
  },
]
