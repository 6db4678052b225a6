/** What the manifest lists of open items, what matches them, and the payments that do. */
import { documentSeries } from '../numbering/document-series.entity.ts'
import { recordPayment, reversePayment } from '../payment-entry/payment.actions.ts'
import { paymentEntry } from '../payment-entry/payment-entry.entity.ts'
import { readPaymentEntry } from '../payment-entry/payment-entry.queries.ts'
import { match, unmatch } from './matching.actions.ts'
import { matching } from './matching.entity.ts'
import { openItem } from './open-item.entity.ts'

export const openItemParts = {
  entities: [documentSeries, openItem, matching, paymentEntry],
  actions: [recordPayment, readPaymentEntry, reversePayment, match, unmatch],
  events: {
    'payment_entry.created': 'A payment was received from or made to a customer or vendor.',
    'matching.created': 'A debit and a credit of one party were matched, or a match was taken back.',
  },
} as const
