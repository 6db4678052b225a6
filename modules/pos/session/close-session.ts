/** Counts a register and closes its session. What should be there is worked out after the count was given. */
import { type Context, LastingRefusal, type Money } from '#kernel'
import { companySettings } from '#modules/companies'
import { assignDrawer, cashOf, drawerFigures, releaseDrawer } from '#modules/payments'
import { findRegister } from '#modules/shops'
import { policyAt } from '../policy/policy.queries.ts'
import { posRefusals } from '../refusals.ts'
import { answerOf, sessionById } from './session.queries.ts'
import { type SessionRecord, sessionColumns } from './session.record.ts'
import { checkCount, type Denomination, expectedOf, needsReason } from './session.rules.ts'
import { tradingDate } from './trading-date.ts'

type Closing = {
  id: string
  counted: Money
  waiting: number
  denominations?: Denomination[] | undefined
  reason?: string | undefined
}

/**
 * Closes the session. A count that is off without a reason is refused and kept: who tries one figure after the other
 * until it fits leaves them all behind.
 */
export async function closeSession(context: Context, closing: Closing) {
  const { id, counted, waiting, denominations, reason } = closing
  const [session, { currency }] = await Promise.all([sessionById(context, id, true), companySettings(context)])
  if (session.status !== 'open') throw posRefusals.refuse('REGISTER_SESSION_CLOSED')
  if (waiting > 0) {
    const message = `${waiting} sales wait on the till. Sync them first.`
    throw posRefusals.refuse('SESSION_HAS_UNSYNCED_SALES', [{ field: 'waiting', message }])
  }
  checkCount('counted', counted, { currency, denominations })
  const { registerId, shopId } = session
  const drawer = { registerId, sessionId: id }
  // The drawer is released first: the figures behind it are then complete.
  const [, figures, moves, policy, place, businessDate] = await Promise.all([
    releaseDrawer(context, drawer),
    drawerFigures(context, id),
    cashMovesOf(context, id),
    policyAt(context, { shopId, currency }),
    findRegister(context, registerId),
    tradingDate(context, registerId),
  ])
  const expected = expectedOf({ openingFloat: session.openingFloat.amount, cash: cashOf(figures), ...moves })
  const variance = counted.amount - expected
  if (needsReason(variance, policy.varianceTolerance.amount) && !reason?.trim()) {
    await Promise.all([assignDrawer(context, drawer), keepCount(context, session, counted)])
    return new LastingRefusal(posRefusals.refuse('VARIANCE_REASON_REQUIRED', [{ field: 'reason', message: 'say why' }]))
  }
  const closed = await writeClosed(context, { closing, expected, variance, businessDate })
  context.emit('register_session.closed', {
    ...{ entity: 'pos.registerSession', id, version: closed.version, shopId },
    data: { before: { status: 'open' }, after: { ...closed }, currency, expected, counted: counted.amount, variance },
  })
  return answerOf(closed, { registerCode: place?.registerCode ?? '', registerName: place?.registerName ?? '' })
}

/** Cash in and out beside sales, in minor units. */
export async function cashMovesOf(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  sessionId: string,
): Promise<{ paidIn: number; paidOut: number }> {
  const [row] = await sql<{ paidIn: number; paidOut: number }[]>`
    select coalesce(sum(amount_amount) filter (where kind = 'paid_in'), 0)::bigint as "paidIn",
      coalesce(sum(amount_amount) filter (where kind = 'paid_out'), 0)::bigint as "paidOut"
    from pos.cash_move where company_id = ${companyId} and session_id = ${sessionId}`
  return { paidIn: row?.paidIn ?? 0, paidOut: row?.paidOut ?? 0 }
}

async function keepCount({ sql, companyId, now, emit }: Context, session: SessionRecord, counted: Money) {
  const { id, shopId } = session
  const count = { amount: counted, at: now }
  const [row] = await sql<{ version: number }[]>`
    update pos.register_session set counts = coalesce(counts, '[]') || ${sql.json([count])}, version = version + 1,
      updated_at = ${now}
    where company_id = ${companyId} and id = ${id} and jsonb_array_length(coalesce(counts, '[]')) < 100
    returning version`
  const about = { entity: 'pos.registerSession', id, version: row?.version ?? session.version, shopId }
  emit('register_session.counted', { ...about, data: { after: { id, counted } } })
}

type Closed = { closing: Closing; expected: number; variance: number; businessDate: string }

async function writeClosed(
  { sql, companyId, now, actor }: Context,
  { closing, expected, variance, businessDate }: Closed,
): Promise<SessionRecord> {
  const { id, counted, denominations, reason } = closing
  const { currency } = counted
  const [row] = await sql<SessionRecord[]>`
    update pos.register_session s set status = 'closed', closed_at = ${now}, closed_by_id = ${actor.id},
      closed_by_name = ${actor.name}, business_date = ${businessDate},
      counted_amount = ${counted.amount}, counted_currency = ${currency},
      counted_denominations = ${denominations ? sql.json(denominations) : null},
      expected_amount = ${expected}, expected_currency = ${currency},
      variance_amount = ${variance}, variance_currency = ${currency}, reason = ${reason ?? null},
      version = s.version + 1, updated_at = ${now}
    where s.company_id = ${companyId} and s.id = ${id} returning ${sessionColumns(sql)}`
  if (!row) throw new Error(`session ${id} went away while it was locked`)
  return { ...row }
}
