/** What must hold between what customers may spend, how it came about, and what was paid with it. */
import type { Equation } from '#kernel'

const spent = (method: string, entries: string) => `
  select coalesce(p.company_id, e.company_id) as company_id, coalesce(p.source_id, e.source_id) as what,
    p.amount as tendered, e.amount as moved
  from (
    select company_id, source_id, sum(amount) as amount from (
      select p.company_id, p.source_id, -(t.amount_amount - t.change_amount) as amount
      from payments.tender t join payments.payment p on p.company_id = t.company_id and p.id = t.payment_id
      where t.method = '${method}'
      union all
      select company_id, source_id, amount_amount from payments.refund where method = '${method}') t
    group by 1, 2) p
  full join (
    select company_id, source_id, sum(amount_amount) as amount from ${entries}
    where kind in ('redeem', 'refund') group by 1, 2) e
    on e.company_id = p.company_id and e.source_id = p.source_id
  where p.amount is distinct from e.amount`

export const loyaltyEquations: readonly Equation[] = [
  {
    name: 'gift-card-is-sum-of-entries',
    says: 'A gift card holds the sum of its entries.',
    sql: `select c.company_id, c.id as what, c.balance_amount, e.amount
      from loyalty.gift_card c left join (
        select company_id, gift_card_id, sum(amount_amount) as amount from loyalty.gift_card_entry group by 1, 2) e
        on e.company_id = c.company_id and e.gift_card_id = c.id
      where e.amount is distinct from c.balance_amount`,
  },
  {
    name: 'store-credit-is-sum-of-entries',
    says: 'A store credit account holds the sum of its entries.',
    sql: `select c.company_id, c.id as what, c.balance_amount, e.amount
      from loyalty.store_credit c left join (
        select company_id, store_credit_id, sum(amount_amount) as amount
        from loyalty.store_credit_entry group by 1, 2) e
        on e.company_id = c.company_id and e.store_credit_id = c.id
      where e.amount is distinct from c.balance_amount`,
  },
  {
    name: 'gift-card-tenders-are-entries',
    says: 'What documents took and gave back by gift card moved the cards by as much.',
    sql: spent('gift_card', 'loyalty.gift_card_entry'),
  },
  {
    name: 'store-credit-tenders-are-entries',
    says: 'What documents took and gave back by store credit moved the accounts by as much.',
    sql: spent('store_credit', 'loyalty.store_credit_entry'),
  },
  {
    name: 'sold-cards-are-their-lines',
    says: 'The gift cards of a line of a sale were issued with what was paid for the line.',
    sql: `select l.company_id, l.id as what, l.gross_amount, c.value
      from sales.sale_line l left join (
        select company_id, source_line_id, sum(initial_amount) as value from loyalty.gift_card group by 1, 2) c
        on c.company_id = l.company_id and c.source_line_id = l.id::text
      where l.kind = 'gift_card' and c.value is distinct from l.gross_amount`,
  },
  {
    name: 'every-card-has-its-code',
    says: 'Every gift card has the one code that spends it.',
    sql: `select c.company_id, c.id as what from loyalty.gift_card c
      left join loyalty.gift_card_code k on k.company_id = c.company_id and k.gift_card_id = c.id
      where k.gift_card_id is null`,
  },
]
