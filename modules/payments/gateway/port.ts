/**
 * What the house asks of a payment gateway, and what a gateway says. Every answer is the state as the gateway has it,
 * so that a call, a look-up and a webhook end in the same rule. Amounts are minor units of the intent's currency.
 */
import type { Money, Preparation } from '#kernel'
import type { Outbound } from '#platform/outbound'

/** `test` lives inside the product and moves no money. */
export const gatewayNames = ['test'] as const
export type GatewayName = (typeof gatewayNames)[number]

/** A company's account at a gateway, opened: its secrets are in the clear and go no further than the adapter. */
export type OpenConnection = {
  id: string
  gateway: GatewayName
  /** Without a slash at the end. */
  baseUrl: string
  publicId: string | null
  secretKey: string | null
  /** The present one first. */
  webhookSecrets: readonly string[]
  webhookId: string | null
  webhookUrl: string | null
  locationId: string | null
  apiVersion: string | null
}

/** What an adapter works with. `commit` is there for the test gateway, whose books are a table of ours. */
export type Line = Pick<Preparation, 'commit' | 'now' | 'newId'> & { connection: OpenConnection; outbound: Outbound }

/** What a call is about. `operationId` is the idempotency key: one for one movement, whatever becomes of the line. */
export type Asked = {
  operationId: string
  /** When the operation was begun, UTC. */
  askedAt: string
  intentId: string
  amount: Money
  /** Whether a charge takes the money at once. */
  isCaptured: boolean
  description: string | null
  /** The gateway's own id of the intent or order, and of the payment that money came by. */
  reference: string | null
  paymentReference: string | null
  /** The gateway's own id of the refund that is looked for, where it has said one. */
  refundReference: string | null
  /** A token of the gateway for what is charged; never a card number. */
  source: string | null
  /** What the gateway's page handed to the browser to prove that the customer paid. */
  proof: string | null
  /** The gateway's token of the customer whose saved method is charged. */
  customerToken: string | null
}

export type StandingStatus = 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided'

/** How a payment stands at the gateway. */
export type Standing = {
  status: StandingStatus
  reference: string
  paymentReference: string | null
  currency: string
  authorised: number
  captured: number
  refunded: number
  /** What was paid with, for people: "visa 4242". */
  method: string | null
  /** Why the last attempt failed, where one did. */
  failure: Failure | null
  /** For the customer's browser: client secrets and addresses. Answered once, stored nowhere. */
  client: Readonly<Record<string, string>> | null
}
export type Failure = { code: string; message: string }

export type RefundStanding = {
  status: 'pending' | 'succeeded' | 'failed'
  reference: string
  currency: string
  amount: number
}

/**
 * `refused`: the gateway said no, so nothing happened. `unknown`: the line broke, so it may have. `absent`: a look-up
 * found nothing of it.
 */
export type Outcome<T> =
  | { is: 'done'; standing: T }
  | { is: 'refused'; failure: Failure }
  | { is: 'unknown'; message: string }
export type Found<T> = Outcome<T> | { is: 'absent' }

/** One gateway. No call throws for what a gateway says or for a line that breaks; that is an outcome. */
export type Gateway = {
  /** Where its live API answers, unless the connection names another address. */
  baseUrl: string
  /** Makes the intent or order there, where the gateway has such a thing. Moves no money. */
  create: (line: Line, asked: Asked) => Promise<Outcome<Standing>>
  /** Takes or reserves the money. */
  charge: (line: Line, asked: Asked) => Promise<Outcome<Standing>>
  capture: (line: Line, asked: Asked) => Promise<Outcome<Standing>>
  /** Lets go of reserved money, or of an intent that nobody has paid. */
  release: (line: Line, asked: Asked) => Promise<Outcome<Standing>>
  refund: (line: Line, asked: Asked) => Promise<Outcome<RefundStanding>>
  /** Reads back how the payment stands. */
  look: (line: Line, asked: Asked) => Promise<Found<Standing>>
  lookForRefund: (line: Line, asked: Asked) => Promise<Found<RefundStanding>>
  /** The cheapest call that proves the credentials. */
  check: (line: Line) => Promise<Outcome<'reached'>>
}
