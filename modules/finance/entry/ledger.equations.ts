/** The proofs of the books, for the doctor: they hold in themselves, and they agree with what they were posted from. */
import type { Equation } from '#kernel'

const listener = `'finance.post-journals'`
const types = `('sale.completed', 'sale.returned', 'inventory.adjusted', 'register_session.closed',
  'cash_move.created', 'order_payment.received', 'order_payment.refunded',
  'stored_value.adjusted')`

/**
 * Companies with documents on their way into the books: events behind the listener's cursor that are not in its inbox,
 * and failed ones. Effect and inbox commit together, as do document and event, so within one statement a company that
 * is not in here must agree exactly; one that is in here is judged later.
 */
export const behind = `behind as materialized (
  select distinct e.company_id from event_log.event e
  where e.type in ${types}
    and (e.xid, e.seq) > (select coalesce(max(c.xid), '0'), coalesce(max(c.seq), 0)
      from event_log.cursor c where c.listener = ${listener})
    and not exists (select 1 from event_log.inbox i
      where i.company_id = e.company_id and i.listener = ${listener} and i.event_seq = e.seq)
  union
  select company_id from event_log.delivery where listener = ${listener})`

/** What documents left on the accounts of some roles, debit above zero. Entries by hand do not count. */
const posted = (roles: string) => `
  select l.company_id, a.role, l.currency, sum(l.debit - l.credit) as amount
  from finance.account a
  join finance.ledger_line l on l.company_id = a.company_id and l.account_id = a.id
  join finance.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id and e.event_seq is not null
  where a.role in (${roles}) group by 1, 2, 3`

/** Cash that registers had too much or too little, and what was paid in and out, with the account against it. */
const cashOfTills = `
  select company_id, 'over_short' as role, variance_currency as currency, variance_amount as amount
  from pos.register_session where status = 'closed'
  union all
  select company_id, 'till_clearing', amount_currency,
    case kind when 'paid_in' then amount_amount else -amount_amount end
  from pos.cash_move`

const gstRoles = `'output_igst', 'output_cgst', 'output_sgst', 'output_utgst', 'output_cess'`

/** Compares what is posted with what the sub-ledger says, for companies that are not behind. */
const agrees = ({ roles, ledger }: { roles: string; ledger: string }) => `
  with ${behind}, posted as (${posted(roles)}), ledger as (${ledger})
  select company_id, role || ' in ' || currency as what, posted.amount as posted, ledger.amount as documents
  from posted full join ledger using (company_id, role, currency)
  where coalesce(posted.amount, 0) <> coalesce(ledger.amount, 0) and company_id not in (select company_id from behind)`

export const ledgerEquations: readonly Equation[] = [
  {
    name: 'entries-balance',
    says: 'Every entry balances in every currency.',
    sql: `select company_id, entry_id as what, currency, sum(debit) as debit, sum(credit) as credit
      from finance.ledger_line group by company_id, entry_id, currency having sum(debit) <> sum(credit)`,
  },
  {
    name: 'lines-carry-the-date-of-their-entry',
    says: 'Entries lie in their periods, and their lines on the same day.',
    sql: `select e.company_id, e.id as what, e.business_date, p.starts_on, p.ends_on, l.business_date as line_date
      from finance.journal_entry e
      join finance.accounting_period p on p.company_id = e.company_id and p.id = e.period_id
      left join finance.ledger_line l on l.company_id = e.company_id and l.entry_id = e.id
      where e.business_date not between p.starts_on and p.ends_on or l.business_date <> e.business_date`,
  },
  {
    name: 'locked-periods-stay-as-they-were',
    says: 'A locked period holds the entries and lines that it held when it was locked.',
    sql: `select p.company_id, p.id as what, p.starts_on, p.locked_entries, p.locked_lines,
        count(distinct e.id) as entries, count(l.id) as lines
      from finance.accounting_period p
      left join finance.journal_entry e on e.company_id = p.company_id and e.period_id = p.id
      left join finance.ledger_line l on l.company_id = e.company_id and l.entry_id = e.id
      where p.state = 'locked' group by p.company_id, p.id
      having count(distinct e.id) <> p.locked_entries or count(l.id) <> p.locked_lines`,
  },
  {
    name: 'one-entry-per-event',
    says: 'Every event that the books have applied has its one entry, and every such entry its place in the inbox.',
    sql: `select coalesce(i.company_id, e.company_id) as company_id, coalesce(i.event_seq, e.event_seq)::text as what,
        e.id as entry
      from (select company_id, event_seq from event_log.inbox where listener = ${listener}) i
      full join (select company_id, event_seq, id from finance.journal_entry where event_seq is not null
          and created_at >= (select coalesce(min(at), now()) from event_log.event)) e
        using (company_id, event_seq)
      where i.event_seq is null or e.event_seq is null`,
  },
  {
    name: 'no-document-waits-unposted',
    says: 'No document waits for somebody because its figures could not be posted.',
    sql: `select company_id, event_seq::text as what, error from event_log.delivery
      where listener = ${listener} and parked`,
  },
  {
    name: 'stock-account-is-stock',
    says: 'The stock account is worth what the stock is worth.',
    sql: agrees({
      roles: `'stock'`,
      ledger: `select company_id, 'stock' as role, value_currency as currency, sum(value_amount) as amount
        from inventory.stock group by 1, 2, 3`,
    }),
  },
  {
    name: 'tender-accounts-are-tenders',
    says: 'What documents left on cash, card and other tenders is what was paid, less what went back; and tills agree.',
    sql: agrees({
      roles: `'cash', 'card', 'other_tender'`,
      ledger: `select company_id, case method when 'other' then 'other_tender' else method end as role, currency,
          sum(amount) as amount
        from (
          select t.company_id, t.method, t.amount_currency as currency, t.amount_amount - t.change_amount as amount
          from payments.tender t
          join payments.payment p on p.company_id = t.company_id and p.id = t.payment_id
            and p.source_entity in ('sales.sale', 'sales.orderPayment') and t.method in ('cash', 'card', 'other')
          union all
          select company_id, method, amount_currency, -amount_amount from payments.refund
          where source_entity in ('sales.creditNote', 'sales.orderPayment') and method in ('cash', 'card', 'other')
          union all
          select company_id, 'cash', currency, amount from (${cashOfTills}) m) t
        group by 1, 2, 3`,
    }),
  },
  {
    name: 'deposits-are-money-of-orders',
    says: 'Customer deposits are what orders were paid and not yet invoiced or paid back.',
    sql: agrees({
      roles: `'customer_deposits'`,
      ledger: `select company_id, 'customer_deposits' as role, total_currency as currency,
          -sum(captured_amount - refunded_amount - applied_amount) as amount
        from sales.sales_order group by 1, 2, 3`,
    }),
  },
  {
    name: 'stored-value-is-owed',
    says: 'What the books owe for gift cards and store credit is what the cards hold and customers may spend.',
    sql: agrees({
      roles: `'gift_card_liability', 'store_credit_liability'`,
      ledger: `select company_id, 'gift_card_liability' as role, balance_currency as currency,
          -sum(balance_amount) as amount from loyalty.gift_card group by 1, 3
        union all
        select company_id, 'store_credit_liability', balance_currency, -sum(balance_amount)
        from loyalty.store_credit group by 1, 3`,
    }),
  },
  {
    name: 'over-and-short-is-variances',
    says: 'Over and short is what closed registers had too much or too little; what was paid in and out is on its way.',
    sql: agrees({
      roles: `'over_short', 'till_clearing'`,
      ledger: `select company_id, role, currency, -sum(amount) as amount from (${cashOfTills}) m group by 1, 2, 3`,
    }),
  },
  {
    name: 'output-tax-is-tax-of-documents',
    says: 'The output tax accounts are the tax of the sales less that of the credit notes.',
    sql: `with ${behind},
      posted as (select company_id, currency, sum(amount) as amount
        from (${posted(`'output_tax', ${gstRoles}`)}) p group by 1, 2),
      ledger as (select company_id, currency, sum(amount) as amount from (
          select company_id, tax_currency as currency, -tax_amount as amount from sales.sale
          union all select company_id, tax_currency, tax_amount from sales.credit_note) t
        group by 1, 2)
      select company_id, 'output tax in ' || currency as what, posted.amount as posted, ledger.amount as documents
      from posted full join ledger using (company_id, currency)
      where coalesce(posted.amount, 0) <> coalesce(ledger.amount, 0)
        and company_id not in (select company_id from behind)`,
  },
  {
    name: 'revenue-is-net-of-documents',
    says: 'Revenue is the net of the sales less that of the credit notes, but for the gift cards sold.',
    sql: `with ${behind},
      posted as (select company_id, currency, sum(amount) as amount
        from (${posted(`'revenue', 'other_revenue'`)}) p group by 1, 2),
      ledger as (select company_id, currency, sum(amount) as amount from (
          select company_id, net_currency as currency, -net_amount as amount from sales.sale
          union all select company_id, net_currency, net_amount from sales.credit_note
          union all select company_id, net_currency, net_amount from sales.sale_line where kind = 'gift_card'
          union all select company_id, net_currency, -net_amount from sales.credit_note_line where kind = 'gift_card') t
        group by 1, 2)
      select company_id, 'revenue in ' || currency as what, posted.amount as posted, ledger.amount as documents
      from posted full join ledger using (company_id, currency)
      where coalesce(posted.amount, 0) <> coalesce(ledger.amount, 0)
        and company_id not in (select company_id from behind)`,
  },
]
