/** The proof of the heads: what documents say of CGST, SGST, UTGST, IGST and cess is what is posted, month by month. */
import type { Equation } from '#kernel'
import { behind } from '../entry/ledger.equations.ts'

const heads = `'igst', 'cgst', 'sgst', 'utgst', 'cess'`

/** Tax of lines by head and month of their documents, credit above zero. */
const headsOfDocuments = `
  select company_id, month, head, sum(amount) as amount from (
    select s.company_id, date_trunc('month', s.business_date) as month, c->>'code' as head,
      (c->>'amount')::bigint as amount
    from sales.sale s
      join sales.sale_line l on l.company_id = s.company_id and l.sale_id = s.id
      cross join lateral jsonb_array_elements(l.taxes) t
      cross join lateral jsonb_array_elements(coalesce(nullif(t->'components', 'null'), '[]')) c
    union all
    select n.company_id, date_trunc('month', n.business_date), c->>'code', -(c->>'amount')::bigint
    from sales.credit_note n
      join sales.credit_note_line l on l.company_id = n.company_id and l.credit_note_id = n.id
      cross join lateral jsonb_array_elements(l.taxes) t
      cross join lateral jsonb_array_elements(coalesce(nullif(t->'components', 'null'), '[]')) c) d
  where head in (${heads})
  group by 1, 2, 3`

const headsPosted = `
  select l.company_id, date_trunc('month', e.occurred_on) as month, substr(a.role, 8) as head,
    sum(l.credit - l.debit) as amount
  from finance.account a
    join finance.ledger_line l on l.company_id = a.company_id and l.account_id = a.id
    join finance.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id and e.event_seq is not null
  where substr(a.role, 8) in (${heads}) and a.role like 'output\\_%' group by 1, 2, 3`

export const gstEquations: readonly Equation[] = [
  {
    name: 'gst-heads-are-output-tax',
    says: 'Each head of GST is in each month what the documents of the month say, less their credit notes.',
    sql: `with ${behind}, documents as (${headsOfDocuments}), posted as (${headsPosted})
      select company_id, head || ' of ' || to_char(month, 'YYYY-MM') as what, documents.amount as documents,
        posted.amount as posted
      from documents full join posted using (company_id, month, head)
      where coalesce(documents.amount, 0) <> coalesce(posted.amount, 0)
        and company_id not in (select company_id from behind)`,
  },
]
