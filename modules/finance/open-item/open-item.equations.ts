/** The proofs of the sub-ledgers, for the doctor. */
import type { Equation } from '#kernel'

export const openItemEquations: readonly Equation[] = [
  {
    name: 'control-accounts-are-open-documents',
    says: 'Receivables and payables are worth what is open of their documents.',
    sql: `with posted as (
        select l.company_id, a.role as side, l.currency, sum(l.debit - l.credit) as amount
        from finance.account a
        join finance.ledger_line l on l.company_id = a.company_id and l.account_id = a.id
        where a.role in ('receivable', 'payable') group by 1, 2, 3),
      items as (
        select company_id, side, open_currency as currency, sum(open_amount) as amount
        from finance.open_item group by 1, 2, 3)
      select company_id, side || ' in ' || currency as what, posted.amount as posted, items.amount as documents
      from posted full join items using (company_id, side, currency)
      where coalesce(posted.amount, 0) <> coalesce(items.amount, 0)`,
  },
  {
    name: 'open-is-amount-less-matches',
    says: 'What is open of a document is what it came to less what was matched of it.',
    sql: `select i.company_id, i.id as what, i.amount_amount as amount, i.open_amount as open, m.amount as matched
      from finance.open_item i
      left join (select company_id, item_id, sum(amount) as amount from (
          select company_id, debit_id as item_id, amount_amount as amount from finance.matching
          union all select company_id, credit_id, -amount_amount from finance.matching) m
        group by 1, 2) m on m.company_id = i.company_id and m.item_id = i.id
      where i.open_amount <> i.amount_amount - coalesce(m.amount, 0)`,
  },
  {
    name: 'bank-lines-are-their-payments',
    says: 'A bank line that was accepted is worth the payment that it is.',
    sql: `select l.company_id, l.id as what, l.amount_amount as line, p.amount_amount as payment
      from finance.bank_line l
      join finance.payment_entry p on p.company_id = l.company_id and p.id = l.payment_id
      where l.amount_amount <> case p.direction when 'received' then p.amount_amount else -p.amount_amount end`,
  },
  {
    name: 'invoices-are-sums-of-their-lines',
    says: 'An invoice comes to the sum of its lines, and a posted one left as much open.',
    sql: `select v.company_id, v.id as what, v.net_amount, v.tax_amount, l.net, l.tax, i.amount_amount as item
      from finance.invoice v
      left join (select company_id, invoice_id, sum(net_amount) as net, sum(tax_amount) as tax
        from finance.invoice_line group by 1, 2) l on l.company_id = v.company_id and l.invoice_id = v.id
      left join finance.open_item i on i.company_id = v.company_id and i.source_entity = 'finance.invoice'
        and i.source_id = v.id::text
      where v.net_amount <> coalesce(l.net, 0) or v.tax_amount <> coalesce(l.tax, 0)
        or (v.status = 'draft') <> (i.id is null) or abs(i.amount_amount) <> v.total_amount`,
  },
  {
    name: 'numbers-of-invoices-have-no-gaps',
    says: 'Every number that a series of invoices or payments gave has its document.',
    sql: `select s.company_id, s.prefix as what, s.next, d.documents
      from finance.document_series s
      left join (
        select company_id, kind, fiscal_year, count(*) as documents from (
          select company_id, kind, fiscal_year from finance.invoice where number is not null
          union all
          select p.company_id, 'payment_' || p.direction, s.fiscal_year from finance.payment_entry p
          join finance.document_series s on s.company_id = p.company_id and s.kind = 'payment_' || p.direction
            and p.number like replace(replace(s.prefix, '%', '\\%'), '_', '\\_') || '%') n
        group by 1, 2, 3) d on d.company_id = s.company_id and d.kind = s.kind and d.fiscal_year = s.fiscal_year
      where s.next - 1 <> coalesce(d.documents, 0)`,
  },
]
