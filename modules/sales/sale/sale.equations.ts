import type { Equation } from '#kernel'

/** What must hold among sales, credit notes, their lines and their numbers. */
export const saleEquations: readonly Equation[] = [
  {
    name: 'sale-is-sum-of-lines',
    says: 'A sale comes to the sum of its lines, in one currency.',
    sql: `select s.company_id, s.id as what, s.net_amount, s.tax_amount, l.net, l.tax
      from sales.sale s left join (
        select company_id, sale_id, sum(net_amount) as net, sum(tax_amount) as tax,
          min(net_currency) as lowest, max(net_currency) as highest from sales.sale_line group by 1, 2) l
        on l.company_id = s.company_id and l.sale_id = s.id
      where l.net is distinct from s.net_amount or l.tax is distinct from s.tax_amount
        or l.lowest <> s.net_currency or l.highest <> s.net_currency`,
  },
  {
    name: 'discount-is-sum-of-shares',
    says: 'What promotions took off a sale is the sum of the shares of its lines, and of what each promotion took.',
    sql: `select s.company_id, s.id as what, s.discount_amount, l.discount, l.shares, p.amount
      from sales.sale s join (
        select company_id, sale_id, sum(discount_amount) as discount,
          sum((select coalesce(sum((e->>'amount')::bigint), 0) from jsonb_array_elements(promotions) e)) as shares
        from sales.sale_line group by 1, 2) l on l.company_id = s.company_id and l.sale_id = s.id
      cross join lateral (
        select coalesce(sum((e->>'amount')::bigint), 0) as amount from jsonb_array_elements(s.promotions) e) p
      where s.discount_amount is not null and (s.discount_amount is distinct from l.discount
        or s.discount_amount is distinct from l.shares or s.discount_amount <> p.amount)`,
  },
  {
    name: 'line-is-price-less-share',
    says: 'A line comes to unit price times quantity less its share of the discounts, and never to less than nothing.',
    sql: `select company_id, id as what, unit_price_amount, quantity, discount_amount, net_amount, gross_amount
      from sales.sale_line where discount_amount is not null and quantity > 0
        and (round(unit_price_amount * quantity) - discount_amount
          <> case when includes_tax then gross_amount else net_amount end
          or discount_amount < 0 or gross_amount < 0)`,
  },
  {
    name: 'credit-note-is-sum-of-lines',
    says: 'A credit note comes to the sum of its lines.',
    sql: `select n.company_id, n.id as what, n.net_amount, n.tax_amount, l.net, l.tax
      from sales.credit_note n left join (
        select company_id, credit_note_id, sum(net_amount) as net, sum(tax_amount) as tax
        from sales.credit_note_line group by 1, 2) l on l.company_id = n.company_id and l.credit_note_id = n.id
      where l.net is distinct from n.net_amount or l.tax is distinct from n.tax_amount`,
  },
  {
    name: 'returned-within-sold',
    says: 'Of no line comes back more than was sold, in goods or in money, and what came back is counted.',
    sql: `select l.company_id, l.id as what, l.quantity, c.quantity as returned, r.returned as counted, c.gross, c.tax
      from (select company_id, sale_line_id, sum(quantity) as quantity, sum(gross_amount) as gross,
          sum(tax_amount) as tax, sum(discount_amount) as discount,
          bool_or(is_late) as is_late
        from (select l.*, n.gst->>'section' = 'none' and s.gst->>'section' <> 'none' as is_late
          from sales.credit_note_line l
          join sales.credit_note n on n.company_id = l.company_id and n.id = l.credit_note_id
          left join sales.sale s on s.company_id = n.company_id and s.id = n.sale_id) l
        where sale_line_id is not null group by 1, 2) c
      full join sales.line_return r on r.company_id = c.company_id and r.sale_line_id = c.sale_line_id
      join sales.sale_line l on l.company_id = coalesce(c.company_id, r.company_id)
        and l.id = coalesce(c.sale_line_id, r.sale_line_id)
      where c.quantity is distinct from r.returned or c.quantity > l.quantity
        or c.gross > l.gross_amount or c.tax > l.tax_amount
        or coalesce(c.discount, 0) > coalesce(l.discount_amount, 0)
        or (c.quantity = l.quantity and (c.gross <> l.gross_amount or c.discount <> l.discount_amount
          or c.tax <> l.tax_amount and c.is_late is not true))`,
  },
  {
    name: 'one-payment-per-sale',
    says: 'Every sale has exactly one payment, which took what the sale comes to.',
    sql: `select s.company_id, s.id as what, s.total_amount, p.captured_amount
      from sales.sale s left join payments.payment p
        on p.company_id = s.company_id and p.source_entity = 'sales.sale' and p.source_id = s.id::text
      where p.captured_amount is distinct from s.total_amount or p.captured_currency is distinct from s.total_currency`,
  },
  {
    name: 'refund-is-credit-note',
    says: 'What was paid back for a credit note is what it comes to.',
    sql: `select n.company_id, n.id as what, n.total_amount, r.refunded
      from sales.credit_note n left join (
        select company_id, source_id, sum(amount_amount) as refunded from payments.refund
        where source_entity = 'sales.creditNote' group by 1, 2) r
        on r.company_id = n.company_id and r.source_id = n.id::text
      where n.total_amount <> coalesce(r.refunded, 0)`,
  },
  {
    name: 'numbers-without-gaps',
    says: 'Each number series has used exactly the numbers below its next one, but for those an offline till skipped.',
    sql: `with document as (
        select company_id, rtrim(number, '0123456789') as prefix, substring(number from '[0-9]+$')::bigint as number
        from (select company_id, number from sales.sale union all select company_id, number from sales.credit_note
          union all select company_id, number from sales.sales_order) d),
      used as (select company_id, prefix, count(*) as documents, min(number) as first, max(number) as last
        from document group by 1, 2)
      select coalesce(s.company_id, u.company_id) as company_id, coalesce(s.prefix, u.prefix) as what, s.next,
        s.skipped, u.documents, u.first, u.last
      from sales.number_series s full join used u on u.company_id = s.company_id and u.prefix = s.prefix
      where s.next - 1 - s.skipped is distinct from coalesce(u.documents, 0) or u.last >= s.next or u.first < 1
        or (s.skipped <> 0 and s.kind <> 'offline')`,
  },
]
