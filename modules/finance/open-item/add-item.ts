import type { CalendarDate, Context } from '#kernel'
import type { ItemKind, Side } from './open-item.entity.ts'

/** `amount` in minor units, debit above zero, not zero. */
export type NewItem = {
  id: string
  side: Side
  kind: ItemKind
  partyId: string
  source: { entity: string; id: string }
  number: string
  issuedOn: CalendarDate
  dueOn: CalendarDate
  amount: number
  currency: string
}

/** Adds what documents left on a control account; all of it is open. One statement for all. */
export async function addItems({ sql, companyId, now }: Context, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ side, partyId, source, ...item }) => ({
    ...{ ...item, side, sourceEntity: source.entity, sourceId: source.id },
    customerId: side === 'receivable' ? partyId : null,
    vendorId: side === 'payable' ? partyId : null,
  }))
  await sql`
    insert into finance.open_item (company_id, id, created_at, updated_at, side, kind, customer_id, vendor_id,
      source_entity, source_id, number, issued_on, due_on, amount_amount, amount_currency, open_amount, open_currency)
    select ${companyId}, i.id, ${now}, ${now}, i.side, i.kind, i."customerId", i."vendorId", i."sourceEntity",
      i."sourceId", i.number, i."issuedOn", i."dueOn", i.amount, i.currency, i.amount, i.currency
    from jsonb_to_recordset(${sql.json(rows)}) as i(id uuid, side text, kind text, "customerId" uuid, "vendorId" uuid,
      "sourceEntity" text, "sourceId" text, number text, "issuedOn" date, "dueOn" date, amount bigint, currency text)`
}
