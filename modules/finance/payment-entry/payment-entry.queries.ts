/** One payment with what it was matched with. */
import { type Context, date, defineAction, group, list, type Money, money, refuse, text } from '#kernel'
import { documentId } from '../open-item/matching.actions.ts'
import { type Direction, paymentEntry } from './payment-entry.entity.ts'

export type PaymentAnswer = {
  id: string
  version: number
  number: string
  direction: Direction
  customerId: string | null
  vendorId: string | null
  paidOn: string
  amount: Money
  accountId: string
  reference: string | null
  reversesId: string | null
  reversedById: string | null
  openItemId: string | null
  open: Money
  entryId: string | null
  matches: { id: string; number: string; sourceEntity: string; sourceId: string; matchedOn: string; amount: Money }[]
}

/** The answer's shape, for docs and clients. */
export const paymentAnswer = {
  id: documentId,
  ...paymentEntry.fields,
  reversedById: text(),
  openItemId: text(),
  open: money({ required: true, help: 'Not matched yet' }),
  entryId: text(),
  matches: list(
    group({
      ...{ id: text({ required: true }), number: text({ required: true }), sourceEntity: text({ required: true }) },
      ...{ sourceId: text({ required: true }), matchedOn: date({ required: true }), amount: money({ required: true }) },
    }),
    { max: 500, required: true },
  ),
}

export const readPaymentEntry = defineAction('read', {
  label: 'Payment on account',
  says: 'Reads one payment with what it paid.',
  entity: () => paymentEntry,
  method: 'GET',
  path: '/finance/payments/:id',
  input: { id: documentId },
  output: paymentAnswer,
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => paymentEntryOf(context, id),
})

/** The payment, in one statement. Refuses NOT_FOUND alike for missing and foreign ids. */
export async function paymentEntryOf({ sql, companyId }: Context, id: string): Promise<PaymentAnswer> {
  const [row] = await sql<PaymentAnswer[]>`
    select p.id, p.version, p.number, p.direction, p.customer_id as "customerId", p.vendor_id as "vendorId",
      p.paid_on as "paidOn", jsonb_build_object('amount', p.amount_amount, 'currency', p.amount_currency) as amount,
      p.account_id as "accountId", p.reference, p.reverses_id as "reversesId", r.id as "reversedById",
      i.id as "openItemId",
      jsonb_build_object('amount', coalesce(abs(i.open_amount), 0), 'currency', p.amount_currency) as open, (
        select e.id from finance.journal_entry e
        where e.company_id = p.company_id and e.source_id = p.id::text and e.kind = 'payment' limit 1) as "entryId", (
        select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'number', o.number, 'sourceEntity', o.source_entity,
          'sourceId', o.source_id, 'matchedOn', m.matched_on,
          'amount', jsonb_build_object('amount', m.amount_amount, 'currency', m.amount_currency)) order by m.id), '[]')
        from finance.matching m
        join finance.open_item o on o.company_id = m.company_id
          and o.id = case when m.debit_id = i.id then m.credit_id else m.debit_id end
        where m.company_id = i.company_id and (m.debit_id = i.id or m.credit_id = i.id) and m.undoes_id is null
          and not exists (select 1 from finance.matching u
            where u.company_id = m.company_id and u.undoes_id = m.id)) as matches,
      p.created_at as "createdAt", p.updated_at as "updatedAt"
    from finance.payment_entry p
    left join finance.payment_entry r on r.company_id = p.company_id and r.reverses_id = p.id
    left join finance.open_item i on i.company_id = p.company_id and i.source_entity = 'finance.paymentEntry'
      and i.source_id = p.id::text
    where p.company_id = ${companyId} and p.id = ${id}`
  if (!row) throw refuse('NOT_FOUND')
  return { ...row }
}
