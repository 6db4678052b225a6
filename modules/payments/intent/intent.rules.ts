/**
 * What may be asked of a gateway, and what its answer makes of an intent. Pure. A call's answer, a look-up and a
 * webhook all come here, in whatever order and however often they arrive: what is known already changes nothing.
 */
import { refuse } from '#kernel'
import type { Failure, Found, RefundStanding, Standing } from '../gateway/port.ts'
import { paymentsRefusals } from '../refusals.ts'
import type { OperationKind } from './gateway-operation.entity.ts'
import type { IntentState } from './payment-intent.entity.ts'

/** Amounts in minor units of `currency`. `used`: what documents were paid with of it. */
export type IntentFacts = {
  state: IntentState
  amount: number
  currency: string
  capture: 'automatic' | 'manual'
  authorised: number
  captured: number
  refunded: number
  reference: string | null
  paymentReference: string | null
}
/** `looks`: how often it was looked for already. */
export type OperationFacts = { kind: OperationKind; amount: number; askedAt: string; looks: number }

/** What an intent becomes. What is not named stays. */
export type IntentChange = {
  state: IntentState
  authorised?: number
  captured?: number
  refunded?: number
  reference?: string
  paymentReference?: string | null
  method?: string | null
  failure?: Failure | null
  exception?: string | null
}
export type OperationEnd = {
  state: 'succeeded' | 'refused' | 'unknown' | 'review'
  reference?: string
  failure?: Failure
}
export type Movement = { kind: 'capture' | 'refund'; amount: number; reference: string }
/** `operation` is absent where none is settled by it, as by a webhook or while a refund is on its way. */
export type Settlement = { intent: IntentChange; operation?: OperationEnd; movement?: Movement }

/** From which states each thing may be asked. */
const allowed: Record<OperationKind, readonly IntentState[]> = {
  create: ['new'],
  charge: ['open', 'action'],
  capture: ['authorised'],
  release: ['open', 'action', 'authorised'],
  refund: ['captured'],
}

/**
 * The amount that an operation is about, for an intent as it stands: all that is left unless told. Refuses
 * INVALID_TRANSITION, PAYMENT_IN_PROGRESS, CURRENCY_MISMATCH, CAPTURE_EXCEEDS_AUTHORISED and REFUND_EXCEEDS_CAPTURE.
 */
export function mayBegin(
  intent: IntentFacts,
  kind: OperationKind,
  wanted?: { amount: number; currency: string } | undefined,
): number {
  const { state, currency } = intent
  if (!allowed[kind].includes(state)) {
    if (state === 'processing' || state === 'unknown') throw paymentsRefusals.refuse('PAYMENT_IN_PROGRESS', [], 5)
    throw refuse('INVALID_TRANSITION', [
      { field: 'state', message: `is ${state}; this needs ${allowed[kind].join(' or ')}` },
    ])
  }
  if (wanted && wanted.currency !== currency) {
    throw refuse('CURRENCY_MISMATCH', [{ field: 'amount', message: `must be in ${currency}, not ${wanted.currency}` }])
  }
  if (kind === 'capture') return atMost(wanted?.amount, intent.authorised, 'CAPTURE_EXCEEDS_AUTHORISED')
  if (kind === 'refund') return atMost(wanted?.amount, intent.captured - intent.refunded, 'REFUND_EXCEEDS_CAPTURE')
  return intent.amount
}

function atMost(
  wanted: number | undefined,
  left: number,
  code: 'CAPTURE_EXCEEDS_AUTHORISED' | 'REFUND_EXCEEDS_CAPTURE',
): number {
  const amount = wanted ?? left
  if (amount >= 1 && amount <= left) return amount
  throw paymentsRefusals.refuse(code, [{ field: 'amount', message: `At most ${left} (minor units) is left.` }])
}

/**
 * After this long, what a gateway does not know will not arrive any more. Longer than a call may take on the line and
 * at the gateway together.
 */
export const arrivalMs = 90_000

/**
 * What the answer about a payment makes of its intent and of the operation that asked, if one did. `now` decides
 * whether "nothing of it" is final. Nothing at all where nothing is new.
 */
export function settlePayment(
  intent: IntentFacts,
  operation: OperationFacts | undefined,
  outcome: Found<Standing>,
  now: string,
): Settlement | undefined {
  if (outcome.is === 'unknown') return operation && unknown(intent, operation, outcome.message)
  if (outcome.is === 'refused') {
    if (!operation) return undefined
    const { failure } = outcome
    return { intent: { state: backFrom(operation.kind, intent), failure }, operation: { state: 'refused', failure } }
  }
  if (outcome.is === 'absent') {
    if (!operation) return undefined
    if (!isFinal(operation, now)) return unknown(intent, operation, 'Nothing of it is there yet.')
    return {
      intent: { state: backFrom(operation.kind, intent) },
      operation: { state: 'refused', failure: neverArrived },
    }
  }
  return settleStanding(intent, operation, outcome.standing, now)
}

const neverArrived: Failure = { code: 'never_arrived', message: 'The gateway knows nothing of it.' }
const isFinal = ({ askedAt }: OperationFacts, now: string): boolean => Date.parse(now) - Date.parse(askedAt) > arrivalMs

/** After so many look-ups in vain, an hour or more, somebody should look at the gateway's own pages. */
export const flaggedAfterLooks = 8

const unknown = (intent: IntentFacts, { kind, looks }: OperationFacts, message: string): Settlement => ({
  // A refund that may have happened leaves the payment what it is: taken.
  intent: {
    state: kind === 'refund' ? intent.state : 'unknown',
    ...(looks >= flaggedAfterLooks && { exception: `The gateway does not say what became of the ${kind}.` }),
  },
  operation: { state: 'unknown', failure: { code: 'unknown', message } },
})

/** Where an intent stands again when what was asked did not happen. */
function backFrom(kind: OperationKind, { state, authorised, captured }: IntentFacts): IntentState {
  if (captured > 0) return 'captured'
  if (authorised > 0) return 'authorised'
  if (kind === 'create') return 'failed'
  return kind === 'refund' ? state : 'open'
}

function settleStanding(
  intent: IntentFacts,
  operation: OperationFacts | undefined,
  standing: Standing,
  now: string,
): Settlement | undefined {
  const exception = disagreement(intent, operation, standing)
  if (exception) {
    const known = { reference: standing.reference, paymentReference: standing.paymentReference }
    const ended = operation && {
      operation: { state: 'review' as const, failure: { code: 'disagrees', message: exception } },
    }
    return { intent: { state: 'review', exception, ...known }, ...ended }
  }
  // What has been captured stays captured: an older answer that comes late takes nothing back.
  if (intent.captured > 0 && standing.captured === 0) return undefined
  const end = operation && endOf(operation, standing, now)
  const movement = standing.captured > intent.captured ? captureOf(standing, intent) : undefined
  const change: IntentChange = {
    state: end?.state === 'unknown' && standing.status !== 'processing' ? 'unknown' : standing.status,
    ...{ authorised: Math.max(standing.authorised, standing.captured), captured: standing.captured },
    ...{ reference: standing.reference, paymentReference: standing.paymentReference ?? intent.paymentReference },
    ...(standing.method ? { method: standing.method } : {}),
    ...{ failure: standing.failure, exception: null },
  }
  return { intent: change, ...(end && { operation: end }), ...(movement && { movement }) }
}

const captureOf = ({ captured, paymentReference, reference }: Standing, before: IntentFacts): Movement => ({
  ...{ kind: 'capture', amount: captured - before.captured, reference: paymentReference ?? reference },
})

/** What does not agree between what was asked and what the gateway says; nothing where all does. */
function disagreement(
  { amount, currency, capture, captured }: IntentFacts,
  operation: OperationFacts | undefined,
  standing: Standing,
): string | undefined {
  const says = `The gateway says ${standing.captured} captured of ${standing.authorised} ${standing.currency}`
  if (standing.currency !== currency) return `${says}, asked was ${amount} ${currency}.`
  if (standing.status === 'authorised' && standing.authorised !== amount) return `${says}, asked was ${amount}.`
  if (standing.captured === 0) return undefined
  const isAsked =
    capture === 'automatic' ? standing.captured === amount : standing.captured <= amount && standing.captured > 0
  const isWanted = operation?.kind !== 'capture' || standing.captured === operation.amount
  const isKnown = captured === 0 || captured === standing.captured
  return isAsked && isWanted && isKnown ? undefined : `${says}, asked was ${operation?.amount ?? amount}.`
}

/** Whether what was asked has happened, by how the payment stands now. */
function endOf(operation: OperationFacts, standing: Standing, now: string): OperationEnd {
  const { status, reference, paymentReference, failure } = standing
  const hasHappened = {
    create: true,
    charge: ['action', 'authorised', 'captured'].includes(status),
    capture: status === 'captured',
    release: status === 'voided',
    refund: false,
  }[operation.kind]
  if (hasHappened) return { state: 'succeeded', reference: paymentReference ?? reference }
  if (failure) return { state: 'refused', failure }
  // The gateway is at it, or what was sent may still arrive.
  return status === 'processing' || !isFinal(operation, now)
    ? { state: 'unknown', failure: { code: 'unknown', message: `The payment is ${status} so far.` } }
    : { state: 'refused', failure: neverArrived }
}

/** What the answer about a refund makes of it. Nothing while the gateway is at it. */
export function settleRefund(
  intent: IntentFacts,
  operation: OperationFacts,
  outcome: Found<RefundStanding>,
  now: string,
): Settlement {
  const { state } = intent
  if (outcome.is === 'unknown') return unknown(intent, operation, outcome.message)
  if (outcome.is === 'refused') return { intent: { state }, operation: { state: 'refused', failure: outcome.failure } }
  if (outcome.is === 'absent') {
    if (!isFinal(operation, now)) return unknown(intent, operation, 'Nothing of it is there yet.')
    return { intent: { state }, operation: { state: 'refused', failure: neverArrived } }
  }
  const { status, amount, currency, reference } = outcome.standing
  if (amount !== operation.amount || currency !== intent.currency) {
    const exception = `The gateway says ${amount} ${currency} refunded, asked was ${operation.amount}.`
    const failure = { code: 'disagrees', message: exception }
    return { intent: { state: 'review', exception }, operation: { state: 'review', reference, failure } }
  }
  if (status === 'pending') {
    const failure = { code: 'pending', message: 'The gateway is at it.' }
    return { intent: { state }, operation: { state: 'unknown', reference, failure } }
  }
  if (status === 'failed') {
    const failure = { code: 'refund_failed', message: 'The gateway could not pay it back.' }
    return { intent: { state }, operation: { state: 'refused', reference, failure } }
  }
  return {
    intent: { state, refunded: intent.refunded + amount },
    operation: { state: 'succeeded', reference },
    movement: { kind: 'refund', amount, reference },
  }
}
