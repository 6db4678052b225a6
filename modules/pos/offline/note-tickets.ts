/** Writes what became of the tickets of a batch: one row each, and one flagged sale where somebody should look. */
import type { Context } from '#kernel'
import type { SaleFlag } from '../exception/sale-exception.entity.ts'
import type { DatedTicket } from './sync-facts.ts'

export type Verdict = {
  ticket: DatedTicket
  outcome: 'accepted' | 'online' | 'refused'
  number: string
  code: string | null
  flags: SaleFlag[]
  variance: number | undefined
  details: Record<string, unknown>
  /** Why it was not booked, where it was not. */
  reasons?: readonly unknown[]
}
export type NotedAt = {
  registerId: string
  shopId: string
  currency: string
  /** Customers that exist. */
  customers: ReadonlyMap<string, unknown>
}

export async function noteTickets(context: Context, verdicts: readonly Verdict[], at: NotedAt): Promise<void> {
  const flagged = verdicts.filter(({ flags }) => flags.length > 0)
  await Promise.all([insertTickets(context, verdicts, at), insertExceptions(context, flagged, at)])
}

async function insertTickets({ sql, companyId, now }: Context, verdicts: readonly Verdict[], at: NotedAt) {
  if (verdicts.length === 0) return
  const rows = verdicts.map(({ ticket, outcome, number, code, flags }) => {
    const { id, epoch, sequence, soldAt, bookVersion = null } = ticket
    return { id, epoch, sequence, soldAt, bookVersion, outcome, number, code, flags }
  })
  await sql`
    insert into pos.offline_ticket (company_id, id, created_at, updated_at, register_id, shop_id, epoch, sequence,
      number, outcome, code, flags, sold_at, book_version)
    select ${companyId}, t.id, ${now}, ${now}, ${at.registerId}, ${at.shopId}, t.epoch, t.sequence, t.number, t.outcome,
      t.code, array(select jsonb_array_elements_text(t.flags)), t."soldAt", t."bookVersion"
    from jsonb_to_recordset(${sql.json(rows as never)}) as t(id uuid, epoch int, sequence int, number text,
      outcome text, code text, flags jsonb, "soldAt" timestamptz, "bookVersion" text)`
}

async function insertExceptions(context: Context, flagged: readonly Verdict[], at: NotedAt): Promise<void> {
  if (flagged.length === 0) return
  const { sql, companyId, now, newId } = context
  const { registerId, shopId, currency, customers } = at
  const rows = flagged.map((verdict) => {
    const { customerId = '' } = verdict.ticket
    return { ...exceptionOf(verdict, newId()), customerId: customers.has(customerId) ? customerId : null }
  })
  await sql`
    insert into pos.sale_exception (company_id, id, created_at, updated_at, number, flags, sale_id, ticket_id, shop_id,
      register_id, customer_id, sold_at, variance_amount, variance_currency, code, details, ticket)
    select ${companyId}, e.id, ${now}, ${now}, e.number, array(select jsonb_array_elements_text(e.flags)), e."saleId",
      e."ticketId", ${shopId}, ${registerId}, e."customerId", e."soldAt", e.variance,
      case when e.variance is not null then ${currency} end, e.code, e.details, e.ticket
    from jsonb_to_recordset(${sql.json(rows as never)}) as e(id uuid, number text, flags jsonb, "saleId" uuid,
      "ticketId" text, "customerId" uuid, "soldAt" timestamptz, variance bigint, code text, details jsonb,
      ticket jsonb)`
  for (const { id, ticket: _ticket, ...row } of rows) {
    const about = row.saleId ? { entity: 'sales.sale', id: row.saleId } : { entity: 'pos.saleException', id }
    context.emit('sale.flagged', { ...about, shopId, data: { exceptionId: id, registerId, currency, ...row } })
  }
}

function exceptionOf({ ticket, outcome, number, code, flags, variance, details, reasons }: Verdict, id: string) {
  const { date: _date, isClockWrong: _wrong, ...sent } = ticket
  return {
    ...{ id, number, flags, code, ticketId: ticket.id, soldAt: ticket.soldAt },
    saleId: outcome === 'refused' ? null : ticket.id,
    variance: variance === undefined || variance === 0 ? null : variance,
    details: reasons ? { ...details, reasons } : details,
    ticket: outcome === 'refused' ? sent : null,
  }
}
