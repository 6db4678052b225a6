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
  method: 'cash' | 'card' | 'other' | 'deposit'
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
  method: 'cash' | 'card' | 'other' | 'deposit'
  amount: Money
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type PaymentsPaymentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'sourceEntity' | 'sourceId' | 'shopId' | 'registerId' | 'registerSessionId' | 'businessDate' | 'captured' | 'refunded'

export type PaymentsTenderField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'paymentId' | 'method' | 'amount' | 'change' | 'reference'

export type PaymentsRefundField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'paymentId' | 'sourceEntity' | 'sourceId' | 'registerSessionId' | 'method' | 'amount'

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
    method: 'cash' | 'card' | 'other' | 'deposit'
    amount: Money
    change: Money
    reference?: string | null
  }[] | null
  refunds?: {
    method: 'cash' | 'card' | 'other' | 'deposit'
    amount: Money
    sourceEntity?: string | null
    sourceId: string
  }[] | null
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
  /** Reads one payment with its tenders and refunds. `payments.payment.read`, permission `payments.payment.read`. */
  'GET /payments/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PaymentsPaymentReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
}
