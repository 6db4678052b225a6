/** Writes payments and refunds inside the caller's transaction. The deciding is in tender.rules.ts. */
import { type Method, type Settlement, settleTenders, type TenderInput } from '#engines/tender'
import { type Context, formatMoney } from '#kernel'
import { drawerOf } from '../drawer/drawer.ts'
import { paymentsRefusals } from '../refusals.ts'
import { type MethodBalance, type RefundInput, type RefundShare, splitRefund } from './tender.rules.ts'

/** The document that money changes hands for: an entity's address and a record's id. */
export type Source = { entity: string; id: string }

export type TendersToRecord = {
  source: Source
  /** ISO 4217, of the document. */
  currency: string
  /** Minor units, not negative. */
  due: number
  tenders: readonly TenderInput[]
  shopId: string
  registerId: string | null
  businessDate: string
  /** The money of a sale made before belongs to the session in which it was made, or to none. */
  onlyOf?: { registerSessionId: string | null } | undefined
}

export type Recorded = { settled: Settlement; registerSessionId: string | null }

/**
 * Records that a document is paid: one payment with its tenders, in one statement that is on its way when this returns.
 * It belongs to the session that the register's drawer is in. Refuses as `settleTenders` does. Emits `payment.success`.
 */
export async function recordTenders(context: Context, paid: TendersToRecord): Promise<Recorded> {
  const settled = settleTenders(paid.due, paid.currency, paid.tenders)
  const id = context.newId()
  const { source, currency, due, shopId, registerId, businessDate, onlyOf } = paid
  const rows = settled.tenders.map((each) => ({ id: context.newId(), ...each }))
  context.emit('payment.success', {
    entity: 'payments.payment',
    id,
    version: 1,
    shopId,
    data: { payment: { id, source, currency, captured: due, businessDate, shopId, registerId }, ...settled },
  })
  const { sql, companyId, now } = context
  const [row] = await sql<{ registerSessionId: string | null }[]>`
    with drawer as materialized (${drawerOf(context, registerId)}), payment as (
      insert into payments.payment (company_id, id, created_at, updated_at, source_entity, source_id, shop_id,
        register_id, register_session_id, business_date, captured_amount, captured_currency, refunded_amount,
        refunded_currency)
      select ${companyId}, ${id}::uuid, ${now}, ${now}, ${source.entity}, ${source.id}, ${shopId}, ${registerId},
        (select session_id from drawer
          where ${onlyOf === undefined} or session_id = ${onlyOf?.registerSessionId ?? null}),
        ${businessDate}, ${due}, ${currency}, 0, ${currency}
      returning id, register_session_id), tender as (
      insert into payments.tender (company_id, id, created_at, updated_at, payment_id, method, amount_amount,
        amount_currency, change_amount, change_currency, reference)
      select ${companyId}, t.id, ${now}, ${now}, payment.id, t.method, t.amount, ${currency}, t.change, ${currency},
        t.reference
      from payment, jsonb_to_recordset(${sql.json(rows)}) as t(id uuid, method text, amount bigint, change bigint,
        reference text))
    select register_session_id as "registerSessionId" from payment`
  return { settled, registerSessionId: row?.registerSessionId ?? null }
}

export type RefundToRecord = {
  /** The document that was paid. */
  paidFor: Source
  /** The document that pays back. */
  source: Source
  /** The register that pays it out, if one does. */
  registerId?: string | null
  currency: string
  /** Minor units, positive. */
  amount: number
  /** How it goes back; in proportion to what was paid where nothing is said. */
  refunds?: readonly RefundInput[] | undefined
}

/**
 * Pays back part of what was paid for a document, to the methods it was paid with. The payment's row is taken first, by
 * an update that holds only while no more goes back than came in: of two refunds at once the second sees the first.
 * Refuses REFUND_EXCEEDS_CAPTURE and as `splitRefund` does. Emits `payment.refunded`.
 */
export async function recordRefund(context: Context, refund: RefundToRecord): Promise<RefundShare[]> {
  const { paidFor, source, currency, amount, refunds } = refund
  if (amount === 0) return splitRefund(0, currency, [], refunds)
  const [taken, balances] = await Promise.all([takeFromPayment(context, refund), balancesOf(context, paidFor)])
  const shares = splitRefund(amount, currency, balances, refunds)
  await insertRefunds(context, { paymentId: taken.id, source, currency, shares, registerId: refund.registerId })
  context.emit('payment.refunded', {
    entity: 'payments.payment',
    id: taken.id,
    version: taken.version,
    shopId: taken.shopId,
    data: { payment: { ...taken, source: paidFor, currency }, source, amount, refunds: shares },
  })
  return shares
}

type Taken = { id: string; version: number; shopId: string; captured: number; refunded: number }

async function takeFromPayment({ sql, companyId, now }: Context, refund: RefundToRecord): Promise<Taken> {
  const { paidFor, amount, currency } = refund
  const [row] = await sql<Taken[]>`
    update payments.payment
    set refunded_amount = refunded_amount + ${amount}, version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and source_entity = ${paidFor.entity} and source_id = ${paidFor.id}
      and captured_currency = ${currency} and refunded_amount + ${amount} <= captured_amount
    returning id, version, shop_id as "shopId", captured_amount as captured, refunded_amount as refunded`
  if (row) return { ...row }
  const message = `${formatMoney({ amount, currency })} ${currency} is more than is left of what was paid.`
  throw paymentsRefusals.refuse('REFUND_EXCEEDS_CAPTURE', [{ field: 'refunds', message }])
}

/** What each method paid and got back. Sent after the payment's row is taken, so it sees every refund before ours. */
async function balancesOf({ sql, companyId }: Context, { entity, id }: Source): Promise<MethodBalance[]> {
  return await sql<MethodBalance[]>`
    select entry.method, sum(entry.paid)::bigint as paid, sum(entry.refunded)::bigint as refunded
    from payments.payment p cross join lateral (
      select t.method, t.amount_amount - t.change_amount as paid, 0 as refunded from payments.tender t
      where t.company_id = p.company_id and t.payment_id = p.id
      union all
      select r.method, 0, r.amount_amount from payments.refund r
      where r.company_id = p.company_id and r.payment_id = p.id) as entry
    where p.company_id = ${companyId} and p.source_entity = ${entity} and p.source_id = ${id}
    group by entry.method order by entry.method`
}

export type PayoutToRecord = {
  source: Source
  currency: string
  shopId: string
  shares: readonly { method: Method; amount: number }[]
}

/** Pays back without a payment to set it against: goods whose sale is not known. Emits `payment.refunded`. */
export async function recordPayout(context: Context, payout: PayoutToRecord): Promise<void> {
  const { source, currency, shares, shopId } = payout
  const ids = await insertRefunds(context, { paymentId: null, source, currency, shares })
  const amount = shares.reduce((sum, share) => sum + share.amount, 0)
  const [id] = ids
  if (id === undefined) return
  const data = { payment: null, source, currency, amount, refunds: shares }
  context.emit('payment.refunded', { entity: 'payments.refund', id, version: 1, shopId, data })
}

type RefundRows = {
  paymentId: string | null
  source: Source
  currency: string
  shares: readonly RefundShare[]
  registerId?: string | null | undefined
}

async function insertRefunds(context: Context, refund: RefundRows): Promise<string[]> {
  const { paymentId, source, currency, shares, registerId = null } = refund
  const { sql, companyId, now, newId } = context
  const rows = shares.filter(({ amount }) => amount > 0).map((share) => ({ id: newId(), ...share }))
  if (rows.length === 0) return []
  await sql`
    with drawer as materialized (${drawerOf(context, registerId)})
    insert into payments.refund (company_id, id, created_at, updated_at, payment_id, source_entity, source_id, method,
      amount_amount, amount_currency, register_session_id)
    select ${companyId}, r.id, ${now}, ${now}, ${paymentId}, ${source.entity}, ${source.id}, r.method,
      r.amount, ${currency}, (select session_id from drawer)
    from jsonb_to_recordset(${sql.json(rows)}) as r(id uuid, method text, amount bigint)`
  return rows.map(({ id }) => id)
}
