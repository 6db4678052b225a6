// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** What was paid for one document, and what of it was paid back. */
export type PaymentsPayment = {
  sourceEntity: string
  sourceId: string
  shopId: string
  registerId: string | null
  registerSessionId: string | null
  businessDate: string
  captured: Money
  refunded: Money
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What a customer handed over towards a payment. */
export type PaymentsTender = {
  paymentId: string
  method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
  amount: Money
  change: Money
  reference: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Money paid back to a customer. */
export type PaymentsRefund = {
  paymentId: string | null
  sourceEntity: string
  sourceId: string
  registerSessionId: string | null
  method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
  amount: Money
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A company's account at a payment gateway, with the keys to it. */
export type PaymentsGatewayConnection = {
  name: string
  gateway: 'test'
  active: boolean | null
  publicId: string | null
  webhookId: string | null
  webhookUrl: string | null
  locationId: string | null
  apiVersion: string | null
  baseUrl: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Money asked for at a payment gateway, and what became of it there. */
export type PaymentsPaymentIntent = {
  connectionId: string
  gateway: 'test'
  shopId: string
  customerId: string | null
  state: 'new' | 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided' | 'failed' | 'unknown' | 'review'
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  capture: 'automatic' | 'manual'
  description: string | null
  reference: string | null
  paymentReference: string | null
  method: string | null
  failureCode: string | null
  failureText: string | null
  exception: string | null
  unknownSince: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** One thing asked of a payment gateway, and what came of it. */
export type PaymentsGatewayOperation = {
  intentId: string
  shopId: string
  kind: 'create' | 'charge' | 'capture' | 'release' | 'refund'
  amount: Money
  state: 'sent' | 'succeeded' | 'refused' | 'unknown' | 'review'
  reference: string | null
  failureCode: string | null
  failureText: string | null
  looks: number
  lookAt: string | null
  settledAt: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Money that a payment gateway took or gave back. */
export type PaymentsGatewayMovement = {
  connectionId: string
  intentId: string
  shopId: string
  kind: 'capture' | 'refund'
  amount: Money
  reference: string
  movedAt: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type PaymentsPaymentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'sourceEntity' | 'sourceId' | 'shopId' | 'registerId' | 'registerSessionId' | 'businessDate' | 'captured' | 'refunded'

export type PaymentsTenderField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'paymentId' | 'method' | 'amount' | 'change' | 'reference'

export type PaymentsRefundField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'paymentId' | 'sourceEntity' | 'sourceId' | 'registerSessionId' | 'method' | 'amount'

export type PaymentsGatewayConnectionField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'gateway' | 'active' | 'publicId' | 'webhookId' | 'webhookUrl' | 'locationId' | 'apiVersion' | 'baseUrl'

export type PaymentsPaymentIntentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'connectionId' | 'gateway' | 'shopId' | 'customerId' | 'state' | 'amount' | 'authorised' | 'captured' | 'refunded' | 'capture' | 'description' | 'reference' | 'paymentReference' | 'method' | 'failureCode' | 'failureText' | 'exception' | 'unknownSince'

export type PaymentsGatewayOperationField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'intentId' | 'shopId' | 'kind' | 'amount' | 'state' | 'reference' | 'failureCode' | 'failureText' | 'looks' | 'lookAt' | 'settledAt'

export type PaymentsGatewayMovementField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'connectionId' | 'intentId' | 'shopId' | 'kind' | 'amount' | 'reference' | 'movedAt'

export type PaymentsGatewayConnectionCreateBody = {
  name: string
  gateway: 'test'
  active?: boolean | null
  publicId?: string | null
  secretKey?: string | null
  webhookSecret?: string | null
  oldWebhookSecret?: string | null
  webhookId?: string | null
  webhookUrl?: string | null
  locationId?: string | null
  apiVersion?: string | null
  baseUrl?: string | null
  id?: string
}

export type PaymentsGatewayConnectionUpdateBody = {
  name?: string | null
  active?: boolean | null
  publicId?: string | null
  secretKey?: string | null
  webhookSecret?: string | null
  oldWebhookSecret?: string | null
  webhookId?: string | null
  webhookUrl?: string | null
  locationId?: string | null
  apiVersion?: string | null
  baseUrl?: string | null
  version?: number
}

export type PaymentsGatewayConnectionDeleteAnswer = {
  id: string
}

export type PaymentsPaymentReadAnswer = {
  sourceEntity: string
  sourceId: string
  shopId: string
  registerId?: string | null
  registerSessionId?: string | null
  businessDate: string
  captured: Money
  refunded: Money
  id: string
  tenders?: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
    change: Money
    reference?: string | null
  }[] | null
  refunds?: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
    sourceEntity?: string | null
    sourceId: string
  }[] | null
}

export type PaymentsGatewayConnectionTestBody = Record<string, never>

export type PaymentsGatewayConnectionTestAnswer = {
  reached: boolean
  says: string
}

export type PaymentsPaymentIntentStartBody = {
  id?: string
  connectionId?: string
  shopId: string
  customerId?: string
  amount: Money
  capture?: 'automatic' | 'manual'
  description?: string
  gateway?: 'test'
}

export type PaymentsPaymentIntentStartAnswer = {
  id: string
  state: 'new' | 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided' | 'failed' | 'unknown' | 'review'
  gateway: 'test'
  connectionId: string
  shopId: string
  customerId?: string | null
  capture: 'automatic' | 'manual'
  description?: string | null
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  reference?: string | null
  paymentReference?: string | null
  method?: string | null
  exception?: string | null
  client?: Record<string, unknown> | null
}

export type PaymentsPaymentIntentProcessBody = {
  intentId: string
  source?: string
  proof?: string
}

export type PaymentsPaymentIntentProcessAnswer = {
  id: string
  state: 'new' | 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided' | 'failed' | 'unknown' | 'review'
  gateway: 'test'
  connectionId: string
  shopId: string
  customerId?: string | null
  capture: 'automatic' | 'manual'
  description?: string | null
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  reference?: string | null
  paymentReference?: string | null
  method?: string | null
  exception?: string | null
  client?: Record<string, unknown> | null
}

export type PaymentsPaymentIntentCaptureBody = {
  amount?: Money
}

export type PaymentsPaymentIntentCaptureAnswer = {
  id: string
  state: 'new' | 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided' | 'failed' | 'unknown' | 'review'
  gateway: 'test'
  connectionId: string
  shopId: string
  customerId?: string | null
  capture: 'automatic' | 'manual'
  description?: string | null
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  reference?: string | null
  paymentReference?: string | null
  method?: string | null
  exception?: string | null
  client?: Record<string, unknown> | null
}

export type PaymentsPaymentIntentVoidBody = Record<string, never>

export type PaymentsPaymentIntentVoidAnswer = {
  id: string
  state: 'new' | 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided' | 'failed' | 'unknown' | 'review'
  gateway: 'test'
  connectionId: string
  shopId: string
  customerId?: string | null
  capture: 'automatic' | 'manual'
  description?: string | null
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  reference?: string | null
  paymentReference?: string | null
  method?: string | null
  exception?: string | null
  client?: Record<string, unknown> | null
}

export type PaymentsPaymentIntentRefundBody = {
  amount?: Money
}

export type PaymentsPaymentIntentRefundAnswer = {
  id: string
  state: 'new' | 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided' | 'failed' | 'unknown' | 'review'
  gateway: 'test'
  connectionId: string
  shopId: string
  customerId?: string | null
  capture: 'automatic' | 'manual'
  description?: string | null
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  reference?: string | null
  paymentReference?: string | null
  method?: string | null
  exception?: string | null
  client?: Record<string, unknown> | null
}

export type PaymentsPaymentIntentLookUpBody = Record<string, never>

export type PaymentsPaymentIntentLookUpAnswer = {
  id: string
  state: 'new' | 'open' | 'action' | 'processing' | 'authorised' | 'captured' | 'voided' | 'failed' | 'unknown' | 'review'
  gateway: 'test'
  connectionId: string
  shopId: string
  customerId?: string | null
  capture: 'automatic' | 'manual'
  description?: string | null
  amount: Money
  authorised: Money
  captured: Money
  refunded: Money
  reference?: string | null
  paymentReference?: string | null
  method?: string | null
  exception?: string | null
  client?: Record<string, unknown> | null
}

export interface PaymentsRoutes {
  /** Lists payments. `payments.payment.list`, permission `payments.payment.read`. */
  'GET /payments': {
    params: never
    query: ListQuery<PaymentsPaymentField>
    body: never
    answer: PaymentsPayment
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  'GET /payments/history': PaymentsRoutes['GET /payments']
  /** Lists gateway connections. `payments.gatewayConnection.list`, permission `payments.gatewayConnection.read`. */
  'GET /payments/connections': {
    params: never
    query: ListQuery<PaymentsGatewayConnectionField>
    body: never
    answer: PaymentsGatewayConnection
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one gateway connection. `payments.gatewayConnection.read`, permission `payments.gatewayConnection.read`. */
  'GET /payments/connections/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PaymentsGatewayConnection
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a gateway connection. `payments.gatewayConnection.create`, permission `payments.gatewayConnection.create`. */
  'POST /payments/connections': {
    params: never
    query: never
    body: PaymentsGatewayConnectionCreateBody
    answer: PaymentsGatewayConnection
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a gateway connection. `payments.gatewayConnection.update`, permission `payments.gatewayConnection.update`. */
  'PATCH /payments/connections/:id': {
    params: { id: string }
    query: never
    body: PaymentsGatewayConnectionUpdateBody
    answer: PaymentsGatewayConnection
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /payments/connections/:id': PaymentsRoutes['PATCH /payments/connections/:id']
  /** Removes a gateway connection that nothing refers to. `payments.gatewayConnection.delete`, permission `payments.gatewayConnection.delete`. */
  'DELETE /payments/connections/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PaymentsGatewayConnectionDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists payment intents. `payments.paymentIntent.list`, permission `payments.paymentIntent.read`. */
  'GET /payments/intents': {
    params: never
    query: ListQuery<PaymentsPaymentIntentField>
    body: never
    answer: PaymentsPaymentIntent
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one payment intent. `payments.paymentIntent.read`, permission `payments.paymentIntent.read`. */
  'GET /payments/intents/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PaymentsPaymentIntent
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists gateway operations. `payments.gatewayOperation.list`, permission `payments.gatewayOperation.read`. */
  'GET /payments/operations': {
    params: never
    query: ListQuery<PaymentsGatewayOperationField>
    body: never
    answer: PaymentsGatewayOperation
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one gateway operation. `payments.gatewayOperation.read`, permission `payments.gatewayOperation.read`. */
  'GET /payments/operations/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PaymentsGatewayOperation
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists gateway movements. `payments.gatewayMovement.list`, permission `payments.gatewayMovement.read`. */
  'GET /payments/movements': {
    params: never
    query: ListQuery<PaymentsGatewayMovementField>
    body: never
    answer: PaymentsGatewayMovement
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one gateway movement. `payments.gatewayMovement.read`, permission `payments.gatewayMovement.read`. */
  'GET /payments/movements/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PaymentsGatewayMovement
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Reads one payment with its tenders and refunds. `payments.payment.read`, permission `payments.payment.read`. */
  'GET /payments/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PaymentsPaymentReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Asks the gateway for something small with the keys of the connection, and says whether that worked. `payments.gatewayConnection.test`, permission `payments.gatewayConnection.test`. */
  'POST /payments/connections/:id/test': {
    params: { id: string }
    query: never
    body: PaymentsGatewayConnectionTestBody
    answer: PaymentsGatewayConnectionTestAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Asks a gateway for a payment: makes the intent there and answers what the browser needs to pay it. `payments.paymentIntent.start`, permission `payments.paymentIntent.start`. */
  'POST /payments/intent': {
    params: never
    query: never
    body: PaymentsPaymentIntentStartBody
    answer: PaymentsPaymentIntentStartAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'ALREADY_EXISTS' | 'GATEWAY_REFUSED' | 'NOT_FOUND'
  }
  /** Charges a payment intent: with a token, or after the customer paid on the gateway's page. Twice is safe. `payments.paymentIntent.process`, permission `payments.paymentIntent.process`. */
  'POST /payments/process': {
    params: never
    query: never
    body: PaymentsPaymentIntentProcessBody
    answer: PaymentsPaymentIntentProcessAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'PAYMENT_IN_PROGRESS' | 'INVALID_TRANSITION' | 'GATEWAY_REFUSED' | 'REFERENCE_NOT_FOUND' | 'PAYMENT_DECLINED' | 'CARD_NUMBER_REFUSED'
  }
  /** Takes what is reserved, wholly or in part; the rest is let go. `payments.paymentIntent.capture`, permission `payments.paymentIntent.capture`. */
  'POST /payments/intents/:id/capture': {
    params: { id: string }
    query: never
    body: PaymentsPaymentIntentCaptureBody
    answer: PaymentsPaymentIntentCaptureAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'PAYMENT_IN_PROGRESS' | 'INVALID_TRANSITION' | 'GATEWAY_REFUSED' | 'CAPTURE_EXCEEDS_AUTHORISED' | 'CURRENCY_MISMATCH'
  }
  /** Lets go of reserved money, or of an intent that nobody has paid. `payments.paymentIntent.void`, permission `payments.paymentIntent.void`. */
  'POST /payments/intents/:id/void': {
    params: { id: string }
    query: never
    body: PaymentsPaymentIntentVoidBody
    answer: PaymentsPaymentIntentVoidAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'PAYMENT_IN_PROGRESS' | 'INVALID_TRANSITION' | 'GATEWAY_REFUSED'
  }
  /** Pays captured money back through the gateway, wholly or in part. `payments.paymentIntent.refund`, permission `payments.paymentIntent.refund`. */
  'POST /payments/:id/refund': {
    params: { id: string }
    query: never
    body: PaymentsPaymentIntentRefundBody
    answer: PaymentsPaymentIntentRefundAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'PAYMENT_IN_PROGRESS' | 'INVALID_TRANSITION' | 'GATEWAY_REFUSED' | 'REFUND_EXCEEDS_CAPTURE' | 'CURRENCY_MISMATCH'
  }
  'POST /payments/intents/:id/refund': PaymentsRoutes['POST /payments/:id/refund']
  /** Reads back from the gateway how the payment stands, and settles what was not known. `payments.paymentIntent.lookUp`, permission `payments.paymentIntent.lookUp`. */
  'POST /payments/intents/:id/look-up': {
    params: { id: string }
    query: never
    body: PaymentsPaymentIntentLookUpBody
    answer: PaymentsPaymentIntentLookUpAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
}
