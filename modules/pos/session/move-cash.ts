import { type Context, type Money, refuse } from '#kernel'
import { posRefusals } from '../refusals.ts'
import type { cashMoveKinds } from './cash-move.entity.ts'
import { sessionById } from './session.queries.ts'
import { tradingDate } from './trading-date.ts'

type Move = {
  id: string
  kind: (typeof cashMoveKinds)[number]
  amount: Money
  reason: string
  moveId?: string | undefined
}

/** Books cash in or out of an open session; its row stays locked, so that it is not counted meanwhile. */
export async function moveCash(context: Context, { id: sessionId, kind, amount, reason, moveId }: Move) {
  const session = await sessionById(context, sessionId, true)
  if (session.status !== 'open') throw posRefusals.refuse('REGISTER_SESSION_CLOSED')
  const { currency } = session.openingFloat
  if (amount.currency !== currency) {
    throw refuse('CURRENCY_MISMATCH', [{ field: 'amount', message: `must be in ${currency}, not ${amount.currency}` }])
  }
  const { sql, companyId, now, actor } = context
  const { registerId, shopId } = session
  const move = {
    ...{ id: moveId ?? context.newId(), sessionId, registerId, shopId, kind, amount, reason, at: now },
    ...{ byId: actor.id, byName: actor.name },
  }
  await sql`
    insert into pos.cash_move (company_id, id, created_at, updated_at, session_id, register_id, shop_id, kind,
      amount_amount, amount_currency, reason, at, by_id, by_name)
    values (${companyId}, ${move.id}, ${now}, ${now}, ${sessionId}, ${registerId}, ${shopId}, ${kind},
      ${amount.amount}, ${currency}, ${reason}, ${now}, ${actor.id}, ${actor.name})`
  context.emit('cash_move.created', {
    ...{ entity: 'pos.cashMove', id: move.id, version: 1, shopId },
    data: { after: move, businessDate: await tradingDate(context, registerId) },
  })
  return move
}
