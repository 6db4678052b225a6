/** Makes an intent here and at its gateway. Moves no money. */
import { type Context, type Money, type Preparation, refuse } from '#kernel'
import { gateways } from '../adapters/gateways.ts'
import { connectionFor } from '../gateway/open-connection.ts'
import type { GatewayName, Outcome, Standing } from '../gateway/port.ts'
import { paymentsRefusals } from '../refusals.ts'
import { type Begun, insertOperation, lineOf } from './begin.ts'
import { askedOf, intentAnswer, type StoredIntent } from './intent.record.ts'
import { applyAnswer } from './settle.ts'

export type IntentToStart = {
  id?: string | undefined
  connectionId?: string | undefined
  gateway?: GatewayName | undefined
  shopId: string
  customerId?: string | undefined
  amount: Money
  capture?: 'automatic' | 'manual' | undefined
  description?: string | undefined
}
export type Started = { intentId: string; operationId: string; outcome: Outcome<Standing> }

/** Writes the intent down, then makes it at the gateway. Refuses REFERENCE_NOT_FOUND and ALREADY_EXISTS. */
export async function startAtGateway(preparation: Preparation, wanted: IntentToStart): Promise<Started> {
  const { intent, asked, connection, operationId } = await preparation.commit((context) =>
    insertIntent(context, wanted),
  )
  const outcome = await gateways[connection.gateway].create(lineOf(preparation, connection), asked)
  return { intentId: intent.id, operationId, outcome }
}

/** Writes what the gateway said of it. Answers the intent, or GATEWAY_REFUSED, which stays written. */
export async function finishStart(context: Context, { intentId, operationId, outcome }: Started) {
  const { intent } = await applyAnswer(context, intentId, { payment: outcome }, operationId)
  if (outcome.is === 'refused') {
    const { code, message } = outcome.failure
    return { refused: paymentsRefusals.refuse('GATEWAY_REFUSED', [{ message, reason: code }]) }
  }
  return { answer: { ...intentAnswer(intent), client: outcome.is === 'done' ? outcome.standing.client : null } }
}

async function insertIntent(context: Context, wanted: IntentToStart): Promise<Begun> {
  context.requireShop(wanted.shopId)
  const connection = await connectionFor(context, wanted)
  const { sql, companyId, now } = context
  const { amount, currency } = wanted.amount
  const intent: StoredIntent = {
    ...{ id: wanted.id ?? context.newId(), version: 1, state: 'new', amount, currency, shopId: wanted.shopId },
    ...{ connectionId: connection.id, gateway: connection.gateway, customerId: wanted.customerId ?? null },
    ...{ capture: wanted.capture ?? 'automatic', authorised: 0, captured: 0, refunded: 0 },
    ...{ description: wanted.description ?? null, reference: null, paymentReference: null },
    ...{ method: null, exception: null, unknownSince: null },
  }
  const [row] = await sql`
    insert into payments.payment_intent (company_id, id, created_at, updated_at, connection_id, gateway, shop_id,
      customer_id, state, amount_amount, amount_currency, authorised_amount, authorised_currency, captured_amount,
      captured_currency, refunded_amount, refunded_currency, capture, description)
    values (${companyId}, ${intent.id}, ${now}, ${now}, ${connection.id}, ${intent.gateway}, ${intent.shopId},
      ${intent.customerId}, 'new', ${amount}, ${currency}, 0, ${currency}, 0, ${currency}, 0, ${currency},
      ${intent.capture}, ${intent.description})
    on conflict (company_id, id) do nothing returning id`
  if (!row)
    throw refuse('ALREADY_EXISTS', [{ field: 'id', message: 'A payment intent with this id was made already.' }])
  const operation = await insertOperation(context, intent, { kind: 'create', amount })
  const about = { entity: 'payments.paymentIntent', id: intent.id, version: 1, shopId: intent.shopId }
  context.emit('payment.initiated', { ...about, data: { intent: intentAnswer(intent) } })
  return { intent, connection, operationId: operation.id, asked: askedOf(intent, operation) }
}
