/**
 * The first half of everything asked of a gateway: it is decided, written down and committed before the line is opened.
 * Whatever happens then, the operation is there to be looked up.
 */
import { type Context, type Money, type Preparation, refuse } from '#kernel'
import { outboundService } from '#platform/outbound'
import { connectionOf } from '../gateway/open-connection.ts'
import type { Asked, Line, OpenConnection } from '../gateway/port.ts'
import { paymentsRefusals } from '../refusals.ts'
import type { OperationKind } from './gateway-operation.entity.ts'
import { askedOf, lockIntent, type StoredIntent } from './intent.record.ts'
import { mayBegin } from './intent.rules.ts'

export type Begun = { intent: StoredIntent; operationId: string; asked: Asked; connection: OpenConnection }

type Wish = {
  intentId: string
  /** Whether the intent is a field of the request, rather than what its address names. */
  isNamedInBody?: boolean
  kind: OperationKind
  amount?: Money | undefined
  source?: string | undefined
  proof?: string | undefined
}

/**
 * Begins an operation on an intent within the caller's reach. Refuses NOT_FOUND or REFERENCE_NOT_FOUND,
 * PAYMENT_IN_PROGRESS where another is not settled, and as `mayBegin` does. Emits `payment.processing`.
 */
export async function beginOperation(context: Context, wish: Wish): Promise<Begun> {
  const intent = await lockIntent(context, wish.intentId)
  if (!intent) {
    if (!wish.isNamedInBody) throw refuse('NOT_FOUND')
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'intentId', message: 'is no payment intent of this company' }])
  }
  context.requireShop(intent.shopId)
  const { kind, source = null, proof = null } = wish
  const amount = mayBegin(intent, kind, wish.amount)
  const operation = await insertOperation(context, intent, { kind, amount })
  const state = kind === 'charge' ? ('processing' as const) : intent.state
  const [connection] = await Promise.all([
    connectionOf(context, intent.connectionId),
    context.sql`
      update payments.payment_intent
      set state = ${state}, version = version + 1, updated_at = ${context.now}
      where company_id = ${context.companyId} and id = ${intent.id}`,
  ])
  const data = { intent: { id: intent.id, gateway: intent.gateway }, kind, amount, currency: intent.currency }
  const about = { entity: 'payments.paymentIntent', id: intent.id, version: intent.version + 1, shopId: intent.shopId }
  context.emit('payment.processing', { ...about, data })
  const begun = { ...intent, state, version: intent.version + 1 }
  return { intent: begun, operationId: operation.id, connection, asked: askedOf(begun, operation, { source, proof }) }
}

/** Of two at once the second finds no place: an intent has one open operation. */
export async function insertOperation(
  { sql, companyId, now, newId }: Context,
  intent: Pick<StoredIntent, 'id' | 'shopId' | 'currency'>,
  { kind, amount }: { kind: OperationKind; amount: number },
): Promise<{ id: string; amount: number; askedAt: string }> {
  const id = newId()
  const [row] = await sql`
    insert into payments.gateway_operation (company_id, id, created_at, updated_at, intent_id, shop_id, kind,
      amount_amount, amount_currency, state, looks, look_at)
    values (${companyId}, ${id}, ${now}, ${now}, ${intent.id}, ${intent.shopId}, ${kind}, ${amount},
      ${intent.currency}, 'sent', 0, ${firstLookAt(now)})
    on conflict (company_id, intent_id) where state in ('sent', 'unknown') do nothing
    returning id`
  if (row) return { id, amount, askedAt: now }
  throw paymentsRefusals.refuse('PAYMENT_IN_PROGRESS', [], 5)
}

/** A call that has not come back by then belongs to a process that died. */
const firstLookAt = (now: string): string => new Date(Date.parse(now) + 60_000).toISOString()

/** The line to the gateway of a connection. */
export const lineOf = (preparation: Preparation, connection: OpenConnection): Line => ({
  ...{ commit: preparation.commit, now: preparation.now, newId: preparation.newId },
  ...{ connection, outbound: preparation.use(outboundService) },
})
