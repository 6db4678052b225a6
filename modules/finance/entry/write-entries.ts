/** Writes entries with their lines. The database proves that they balance and that their periods are open. */
import type { CalendarDate, Context } from '#kernel'
import type { EntryKind } from './journal-entry.entity.ts'

/** `debit` and `credit` in minor units of `currency`, one of them 0. */
export type NewLine = {
  accountId: string
  debit: number
  credit: number
  currency: string
  shopId?: string | null | undefined
  customerId?: string | null | undefined
  memo?: string | null | undefined
}

export type NewEntry = {
  id: string
  kind: EntryKind
  businessDate: CalendarDate
  occurredOn: CalendarDate
  periodId: string
  memo: string
  source?: string | undefined
  sourceId?: string | undefined
  eventSeq?: number | undefined
  reverses?: string | undefined
  lines: readonly NewLine[]
}

/**
 * All entries and all lines in one statement, because the database weighs the lines of an entry together. An event that
 * is posted already is left as it is. Refuses ALREADY_EXISTS where an entry is reversed a second time.
 */
export async function writeEntries(context: Context, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return
  const { sql, companyId, now, newId } = context
  const headers = entries.map(({ lines: _, ...header }) => header)
  const lines = entries.flatMap(({ id: entryId, lines }) => lines.map((line) => ({ id: newId(), entryId, ...line })))
  await sql`
    with posted as (
      insert into finance.journal_entry (company_id, id, kind, business_date, occurred_on, period_id, memo, source,
        source_id, event_seq, reverses_id, created_at, updated_at)
      select ${companyId}, e.id, e.kind, e."businessDate", e."occurredOn", e."periodId", e.memo, e.source,
        e."sourceId", e."eventSeq", e.reverses, ${now}, ${now}
      from jsonb_to_recordset(${sql.json(headers as never)}) as e(id uuid, kind text, "businessDate" date,
        "occurredOn" date, "periodId" uuid, memo text, source text, "sourceId" text, "eventSeq" bigint, reverses uuid)
      on conflict (company_id, event_seq) do nothing
      returning id, business_date)
    insert into finance.ledger_line (company_id, id, entry_id, account_id, business_date, debit, credit, currency,
      shop_id, customer_id, memo, created_at, updated_at)
    select ${companyId}, l.id, posted.id, l."accountId", posted.business_date, l.debit, l.credit, l.currency,
      l."shopId", l."customerId", l.memo, ${now}, ${now}
    from posted
    join jsonb_to_recordset(${sql.json(lines as never)}) as l(id uuid, "entryId" uuid, "accountId" uuid, debit bigint,
      credit bigint, currency text, "shopId" text, "customerId" text, memo text) on l."entryId" = posted.id`
}
