/** What was open of documents at the end of a day. */
import type { CalendarDate, Context } from '#kernel'
import type { Side } from '../open-item/open-item.entity.ts'

/**
 * A statement part for `with items as (...)`: the items of a ledger that were open at the end of a day, with `open` as
 * it was then and `days` past their due date. What is open now is stored; matches of later days are added back.
 */
export const openAt = (
  { sql, companyId }: Context,
  { side, date, partyId }: { side: Side; date: CalendarDate; partyId?: string | undefined },
) => {
  const party = side === 'receivable' ? sql`customer_id` : sql`vendor_id`
  return sql`
    select i.id, i.${party} as party_id, i.kind, i.source_entity, i.source_id, i.number, i.issued_on, i.due_on,
      i.amount_amount as amount, i.open_currency as currency, i.open_amount + coalesce(later.amount, 0) as open,
      greatest(${date}::date - i.due_on, 0) as days
    from finance.open_item i
    left join (
      select item_id, sum(amount) as amount from (
        select debit_id as item_id, amount_amount as amount from finance.matching
        where company_id = ${companyId} and matched_on > ${date}
        union all
        select credit_id, -amount_amount from finance.matching
        where company_id = ${companyId} and matched_on > ${date}) m
      group by item_id) later on later.item_id = i.id
    where i.company_id = ${companyId} and i.side = ${side} and i.issued_on <= ${date}
      and (i.settled_on is null or i.settled_on > ${date})
      ${partyId === undefined ? sql`` : sql`and i.${party} = ${partyId}`}
      and i.open_amount + coalesce(later.amount, 0) <> 0`
}
