import type { Equation } from '#kernel'

/** What must hold of orders, their lines, shipments, goods and money. */
export const orderEquations: readonly Equation[] = [
  {
    name: 'order-is-sum-of-lines',
    says: 'An order comes to the sum of its lines.',
    sql: `select o.company_id, o.id as what, o.net_amount, o.tax_amount, l.net, l.tax
      from sales.sales_order o left join (
        select company_id, sales_order_id, sum(net_amount) as net, sum(tax_amount) as tax from sales.order_line
        group by 1, 2) l on l.company_id = o.company_id and l.sales_order_id = o.id
      where l.net is distinct from o.net_amount or l.tax is distinct from o.tax_amount`,
  },
  {
    name: 'ordered-is-shipped-open-and-cancelled',
    says: 'Of each line, ordered = shipped + open + cancelled; what shipped is what its shipments and invoices say.',
    sql: `select l.company_id, l.id as what, l.quantity, l.shipped, l.open, l.cancelled, s.quantity as in_shipments,
        s.sold
      from sales.order_line l left join (
        select p.company_id, p.order_line_id, sum(p.quantity) as quantity, sum(i.quantity) as sold
        from sales.shipment_line p
        join sales.sale_line i on i.company_id = p.company_id and i.id = p.sale_line_id group by 1, 2) s
        on s.company_id = l.company_id and s.order_line_id = l.id
      where l.quantity <> l.shipped + l.open + l.cancelled or l.shipped <> coalesce(s.quantity, 0)
        or l.shipped <> coalesce(s.sold, 0)`,
  },
  {
    name: 'returned-is-credited',
    says: 'What came back of a line is what its invoices say; what is on its way is in returns that are open.',
    sql: `select l.company_id, l.id as what, l.returned, l.coming_back, c.returned as credited, b.quantity as coming
      from sales.order_line l left join (
        select p.company_id, p.order_line_id, sum(r.returned) as returned from sales.shipment_line p
        join sales.line_return r on r.company_id = p.company_id and r.sale_line_id = p.sale_line_id group by 1, 2) c
        on c.company_id = l.company_id and c.order_line_id = l.id
      left join (
        select k.company_id, k.order_line_id, sum(k.quantity) as quantity from sales.order_return_line k
        join sales.order_return r on r.company_id = k.company_id and r.id = k.order_return_id
          and r.status in ('authorised', 'received') group by 1, 2) b
        on b.company_id = l.company_id and b.order_line_id = l.id
      where l.returned <> coalesce(c.returned, 0) or l.coming_back <> coalesce(b.quantity, 0)`,
  },
  {
    name: 'held-is-reserved',
    says: 'What an order holds of its goods is what its live reservations hold.',
    sql: `with wanted as (
        select l.company_id, l.sales_order_id::text as order_id,
          coalesce((c.part->>'productId')::uuid, l.product_id) as product_id,
          sum(l.reserved * l.factor * coalesce((c.part->>'quantity')::numeric, 1)) as quantity
        from sales.order_line l left join lateral jsonb_array_elements(l.components) as c(part) on true
        where l.reserved > 0 group by 1, 2, 3),
      held as (
        select r.company_id, r.held_for_id as order_id, l.product_id, sum(l.quantity) as quantity
        from inventory.reservation r
        join inventory.reservation_line l on l.company_id = r.company_id and l.reservation_id = r.id
        where r.state = 'live' and r.held_for_entity = 'sales.salesOrder' group by 1, 2, 3)
      select company_id, order_id as what, product_id, wanted.quantity as wanted, held.quantity as held
      from wanted full join held using (company_id, order_id, product_id)
      where wanted.quantity is distinct from held.quantity`,
  },
  {
    name: 'order-money-is-its-payments',
    says: 'What an order received and paid back is the sum of its payments, each of which took and gave back as much.',
    sql: `select o.company_id, o.id as what, o.captured_amount, o.refunded_amount, m.received, m.back, m.captured,
        m.refunded
      from sales.sales_order o left join (
        select p.company_id, p.sales_order_id, sum(p.amount_amount) filter (where p.kind = 'received') as received,
          sum(p.amount_amount) filter (where p.kind = 'refunded') as back, sum(y.captured_amount) as captured,
          sum(y.refunded_amount) as refunded
        from sales.order_payment p left join payments.payment y on y.company_id = p.company_id
          and y.source_entity = 'sales.orderPayment' and y.source_id = p.id::text
        group by 1, 2) m on m.company_id = o.company_id and m.sales_order_id = o.id
      where o.captured_amount <> coalesce(m.received, 0) or o.refunded_amount <> coalesce(m.back, 0)
        or o.captured_amount <> coalesce(m.captured, 0) or o.refunded_amount <> coalesce(m.refunded, 0)`,
  },
  {
    name: 'order-invoices-are-its-shipments',
    says: 'What was invoiced and credited of an order is what its documents come to, and its deposit paid it.',
    sql: `with invoice as (
        select p.company_id, p.sales_order_id, s.id, s.total_amount as total,
          (select coalesce(sum(total_amount), 0) from sales.credit_note n
            where n.company_id = s.company_id and n.sale_id = s.id) as credited,
          (select coalesce(sum(t.amount_amount), 0) from payments.payment y
            join payments.tender t on t.company_id = y.company_id and t.payment_id = y.id and t.method = 'deposit'
            where y.company_id = s.company_id and y.source_entity = 'sales.sale' and y.source_id = s.id::text) as paid,
          (select coalesce(sum(r.amount_amount), 0) from payments.payment y
            join payments.refund r on r.company_id = y.company_id and r.payment_id = y.id and r.method = 'deposit'
            where y.company_id = s.company_id and y.source_entity = 'sales.sale' and y.source_id = s.id::text) as back
        from sales.shipment p join sales.sale s on s.company_id = p.company_id and s.id = p.sale_id)
      select o.company_id, o.id as what, o.invoiced_amount, o.credited_amount, o.applied_amount, i.total, i.credited,
        i.paid
      from sales.sales_order o left join (
        select company_id, sales_order_id, sum(total) as total, sum(credited) as credited, sum(paid - back) as paid
        from invoice group by 1, 2) i on i.company_id = o.company_id and i.sales_order_id = o.id
      where o.invoiced_amount <> coalesce(i.total, 0) or o.credited_amount <> coalesce(i.credited, 0)
        or o.applied_amount <> coalesce(i.paid, 0)`,
  },
  {
    name: 'states-follow-from-figures',
    says: 'An order that is over has nothing open or held; its states are the last steps that it took.',
    sql: `with last as (
        select distinct on (company_id, sales_order_id, machine) company_id, sales_order_id, machine, "to"
        from sales.order_change order by company_id, sales_order_id, machine, step desc),
      open as (
        select company_id, sales_order_id, sum(open) as open, sum(reserved) as reserved, sum(shipped) as shipped
        from sales.order_line group by 1, 2)
      select o.company_id, o.id as what, o.status, o.payment_status, o.fulfilment_status, l.machine, l."to", n.open
      from sales.sales_order o
      join open n on n.company_id = o.company_id and n.sales_order_id = o.id
      left join last l on l.company_id = o.company_id and l.sales_order_id = o.id
      where (o.status in ('shipped', 'delivered', 'completed', 'cancelled', 'returned') and n.open > 0)
        or (o.status in ('quote', 'pending', 'cancelled') and n.shipped > 0)
        or (o.status = 'quote' and n.reserved > 0)
        or (l.machine = 'order' and l."to" <> o.status) or (l.machine = 'payment' and l."to" <> o.payment_status)
        or (l.machine = 'fulfilment' and l."to" <> o.fulfilment_status) or l.machine is null`,
  },
]
