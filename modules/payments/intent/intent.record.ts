/** How an intent and its open operation are read and written. What is decided about them is in intent.rules.ts. */
import type { Context, Money } from '#kernel'
import type { Asked, GatewayName } from '../gateway/port.ts'
import type { OperationKind } from './gateway-operation.entity.ts'
import type { IntentFacts } from './intent.rules.ts'

export type StoredIntent = IntentFacts & {
  id: string
  version: number
  shopId: string
  connectionId: string
  gateway: GatewayName
  customerId: string | null
  description: string | null
  method: string | null
  exception: string | null
  unknownSince: string | null
}

/** The intent, locked: whoever settles or begins something waits here for whoever does already. */
export async function lockIntent(context: Context, id: string): Promise<StoredIntent | undefined> {
  const [row] = await context.sql<StoredIntent[]>`${selectIntent(context)} and id = ${id} for update`
  return row && { ...row }
}

const selectIntent = ({ sql, companyId }: Context) => sql`
  select id, version, shop_id as "shopId", connection_id as "connectionId", gateway, customer_id as "customerId", state,
    amount_amount as amount, amount_currency as currency, capture, authorised_amount as authorised,
    captured_amount as captured, refunded_amount as refunded, description, reference,
    payment_reference as "paymentReference", method, exception, unknown_since as "unknownSince"
  from payments.payment_intent where company_id = ${companyId}`

export type StoredOperation = {
  id: string
  intentId: string
  kind: OperationKind
  amount: number
  state: 'sent' | 'succeeded' | 'refused' | 'unknown' | 'review'
  reference: string | null
  looks: number
  askedAt: string
}

/** What of the intent is not settled, locked: at most one, as the database has it. */
export async function openOperationOf(
  { sql, companyId }: Context,
  intentId: string,
): Promise<StoredOperation | undefined> {
  const [row] = await sql<StoredOperation[]>`
    select id, intent_id as "intentId", kind, amount_amount as amount, state, reference, looks,
      created_at as "askedAt"
    from payments.gateway_operation
    where company_id = ${companyId} and intent_id = ${intentId} and state in ('sent', 'unknown') for update`
  return row && { ...row, askedAt: new Date(row.askedAt).toISOString() }
}

/** What a call or look-up of the operation is about. */
export function askedOf(
  intent: StoredIntent,
  operation: Pick<StoredOperation, 'id' | 'amount' | 'askedAt'> & { reference?: string | null },
  with_: Partial<Pick<Asked, 'source' | 'proof' | 'customerToken'>> = {},
): Asked {
  const { currency, reference, paymentReference, description } = intent
  return {
    ...{ operationId: operation.id, askedAt: operation.askedAt, intentId: intent.id },
    ...{ amount: { amount: operation.amount, currency }, isCaptured: intent.capture === 'automatic' },
    ...{ description, reference, paymentReference, refundReference: operation.reference ?? null },
    ...{ source: null, proof: null, customerToken: null },
    ...with_,
  }
}

/** An intent as routes answer it. */
export function intentAnswer(intent: StoredIntent) {
  const { currency, amount, authorised, captured, refunded } = intent
  const inMoney = (minor: number): Money => ({ amount: minor, currency })
  const { id, version, state, gateway, connectionId, shopId, customerId, capture, description } = intent
  const { reference, paymentReference, method, exception } = intent
  return {
    ...{ id, version, state, gateway, connectionId, shopId, customerId, capture, description },
    ...{ amount: inMoney(amount), authorised: inMoney(authorised), captured: inMoney(captured) },
    ...{ refunded: inMoney(refunded), reference, paymentReference, method, exception },
  }
}
