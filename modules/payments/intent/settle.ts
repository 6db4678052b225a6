/** The second half: what the gateway said is written, once. The deciding is in intent.rules.ts. */
import { type Context, refuse } from '#kernel'
import type { Found, RefundStanding, Standing } from '../gateway/port.ts'
import { lockIntent, openOperationOf, type StoredIntent, type StoredOperation } from './intent.record.ts'
import {
  type IntentChange,
  type Movement,
  type OperationEnd,
  type Settlement,
  settlePayment,
  settleRefund,
} from './intent.rules.ts'

export type Settled = { intent: StoredIntent; end: OperationEnd | undefined }

/** `refund` answers about the open refund; everything else about the payment. */
export type Answered = { payment: Found<Standing> } | { refund: Found<RefundStanding> }

/**
 * Applies what a gateway said about an intent. `operationId` is the operation that asked; when it is settled already,
 * or is another one now, the answer is about the payment alone. Emits one event for one change.
 */
export async function applyAnswer(
  context: Context,
  intentId: string,
  answered: Answered,
  operationId?: string,
): Promise<Settled> {
  const intent = await lockIntent(context, intentId)
  if (!intent) throw refuse('NOT_FOUND')
  const open = await openOperationOf(context, intentId)
  const settlement = decide(context, intent, open?.id === operationId ? open : undefined, answered, open)
  if (!settlement) return { intent, end: undefined }
  return { intent: await write(context, intent, open, settlement), end: settlement.operation }
}

function decide(
  { now }: Context,
  intent: StoredIntent,
  asking: StoredOperation | undefined,
  answered: Answered,
  open: StoredOperation | undefined,
): Settlement | undefined {
  if ('refund' in answered) return asking && settleRefund(intent, asking, answered.refund, now)
  // An answer without an operation settles the open one too, when it is about the payment: a webhook may be first.
  const about = asking ?? (open && open.kind !== 'refund' ? open : undefined)
  return settlePayment(intent, about, answered.payment, now)
}

async function write(
  context: Context,
  intent: StoredIntent,
  open: StoredOperation | undefined,
  { intent: change, operation, movement }: Settlement,
): Promise<StoredIntent> {
  const after = applied(context, intent, change)
  if (isSame(intent, after) && !movement) {
    if (open && operation) await endOperation(context, open, operation)
    return intent
  }
  const next = { ...after, version: intent.version + 1 }
  await Promise.all([
    writeIntent(context, next, change),
    open && operation ? endOperation(context, open, operation) : undefined,
    movement ? insertMovement(context, intent, movement) : undefined,
  ])
  emitChange(context, next, change, movement)
  return next
}

function applied({ now }: Context, intent: StoredIntent, change: IntentChange): StoredIntent {
  const { failure: _, ...rest } = change
  const unknownSince = change.state === 'unknown' ? (intent.unknownSince ?? now) : null
  return {
    ...intent,
    ...rest,
    exception: change.exception === undefined ? intent.exception : change.exception,
    unknownSince,
  }
}

const compared = [
  'state',
  'authorised',
  'captured',
  'refunded',
  'reference',
  'paymentReference',
  'method',
  'exception',
] as const
const isSame = (one: StoredIntent, other: StoredIntent): boolean => compared.every((key) => one[key] === other[key])

async function writeIntent({ sql, companyId, now }: Context, next: StoredIntent, change: IntentChange): Promise<void> {
  const { failure } = change
  await sql`
    update payments.payment_intent
    set version = ${next.version}, updated_at = ${now}, state = ${next.state}, authorised_amount = ${next.authorised},
      captured_amount = ${next.captured}, refunded_amount = ${next.refunded}, reference = ${next.reference},
      payment_reference = ${next.paymentReference}, method = ${next.method}, exception = ${next.exception},
      unknown_since = ${next.unknownSince},
      failure_code = ${failure === undefined ? sql`failure_code` : (failure?.code.slice(0, 100) ?? null)},
      failure_text = ${failure === undefined ? sql`failure_text` : (failure?.message.slice(0, 500) ?? null)}
    where company_id = ${companyId} and id = ${next.id}`
}

/** How long to wait before the next look at what is not settled: a little longer each time, an hour at most. */
const pauseMs = (looks: number): number => Math.min(3_600_000, 30_000 * 2 ** Math.min(looks, 7))

async function endOperation({ sql, companyId, now }: Context, open: StoredOperation, end: OperationEnd): Promise<void> {
  const isOpen = end.state === 'unknown'
  const lookAt = isOpen ? new Date(Date.parse(now) + pauseMs(open.looks)).toISOString() : null
  await sql`
    update payments.gateway_operation
    set version = version + 1, updated_at = ${now}, state = ${end.state},
      reference = ${end.reference ?? open.reference}, failure_code = ${end.failure?.code.slice(0, 100) ?? null},
      failure_text = ${end.failure?.message.slice(0, 500) ?? null},
      looks = looks + ${isOpen ? 1 : 0}, look_at = ${lookAt}, settled_at = ${isOpen ? null : now}
    where company_id = ${companyId} and id = ${open.id}`
}

async function insertMovement(
  { sql, companyId, now, newId }: Context,
  { id, shopId, connectionId, currency }: StoredIntent,
  { kind, amount, reference }: Movement,
): Promise<void> {
  await sql`
    insert into payments.gateway_movement (company_id, id, created_at, updated_at, connection_id, intent_id, shop_id,
      kind, amount_amount, amount_currency, reference, moved_at)
    values (${companyId}, ${newId()}, ${now}, ${now}, ${connectionId}, ${id}, ${shopId}, ${kind}, ${amount},
      ${currency}, ${reference}, ${now})`
}

function emitChange(context: Context, next: StoredIntent, change: IntentChange, movement: Movement | undefined): void {
  const { id, gateway, connectionId, currency, amount, state, authorised, captured, refunded, shopId, version } = next
  const intent = { id, gateway, connectionId, shopId, currency, amount, state, authorised, captured, refunded }
  const type = typeOf(change, movement)
  const data = { intent, movement: movement ?? null, failure: change.failure ?? null, exception: next.exception }
  context.emit(type, { entity: 'payments.paymentIntent', id, version, shopId, data })
}

function typeOf({ state, failure }: IntentChange, movement: Movement | undefined): string {
  if (movement?.kind === 'capture') return 'payment.processed'
  if (movement?.kind === 'refund') return 'payment_intent.refunded'
  return failure && (state === 'open' || state === 'failed') ? 'payment.failed' : 'payment_intent.updated'
}
