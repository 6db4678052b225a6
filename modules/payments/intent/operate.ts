/** Asks a gateway for something about an intent: written down first, asked with no transaction open, then settled. */
import { type Context, LastingRefusal, type Money, type Preparation } from '#kernel'
import { gateways } from '../adapters/gateways.ts'
import type { Outcome, Standing } from '../gateway/port.ts'
import { paymentsRefusals } from '../refusals.ts'
import { type Begun, beginOperation, lineOf } from './begin.ts'
import type { OperationKind } from './gateway-operation.entity.ts'
import { intentAnswer, lockIntent, type StoredIntent } from './intent.record.ts'
import { type Answered, applyAnswer } from './settle.ts'

type Wish = {
  intentId: string
  isNamedInBody?: boolean
  kind: Exclude<OperationKind, 'create'>
  amount?: Money | undefined
  source?: string | undefined
  proof?: string | undefined
  /** Where the intent stands like this already, there is nothing to ask: a repeated call answers as the first did. */
  isDone?: (intent: StoredIntent) => boolean
}
export type Operated = { intentId: string; operationId?: string; answered?: Answered }

/** Begins the operation and asks the gateway. Refuses as `beginOperation` does. */
export async function operate(preparation: Preparation, { isDone, ...wish }: Wish): Promise<Operated> {
  const begun = await preparation.commit(async (context) => {
    if (!isDone) return beginOperation(context, wish)
    const intent = await lockIntent(context, wish.intentId)
    return intent && isDone(intent) ? undefined : beginOperation(context, wish)
  })
  if (!begun) return { intentId: wish.intentId }
  const answered = await ask(preparation, wish.kind, begun)
  return { intentId: wish.intentId, operationId: begun.operationId, answered }
}

async function ask(preparation: Preparation, kind: Wish['kind'], { connection, asked }: Begun): Promise<Answered> {
  const line = lineOf(preparation, connection)
  const gateway = gateways[connection.gateway]
  return kind === 'refund'
    ? { refund: await gateway.refund(line, asked) }
    : { payment: await gateway[kind](line, asked) }
}

/** Writes what the gateway said. A no of the gateway is a refusal that stays written. */
export async function finishOperation(context: Context, operated: Operated) {
  const { intentId, operationId, answered } = operated
  if (!answered) {
    const intent = await lockIntent(context, intentId)
    if (intent) context.requireShop(intent.shopId)
    return intent && { ...intentAnswer(intent), client: null }
  }
  const { intent } = await applyAnswer(context, intentId, answered, operationId)
  const outcome = 'refund' in answered ? answered.refund : answered.payment
  if (outcome.is === 'refused') {
    const code = 'payment' in answered && intent.state === 'open' ? 'PAYMENT_DECLINED' : 'GATEWAY_REFUSED'
    const { message, code: reason } = outcome.failure
    return new LastingRefusal(paymentsRefusals.refuse(code, [{ message, reason }]))
  }
  return { ...intentAnswer(intent), client: clientOf(answered) }
}

const clientOf = (answered: Answered): Standing['client'] => {
  const outcome: Outcome<unknown> | { is: 'absent' } = 'payment' in answered ? answered.payment : answered.refund
  return outcome.is === 'done' && 'payment' in answered ? (outcome.standing as Standing).client : null
}
