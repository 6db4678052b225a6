/** The documents of the sub-ledgers, and what stands before their numbers unless the company says otherwise. */

export const documentKinds = [
  'customer_invoice',
  'customer_credit',
  'vendor_invoice',
  'vendor_credit',
  'payment_received',
  'payment_made',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const standardPrefix = {
  customer_invoice: 'INV',
  customer_credit: 'CRN',
  vendor_invoice: 'BILL',
  vendor_credit: 'DBN',
  payment_received: 'RCV',
  payment_made: 'PAY',
} as const satisfies Record<DocumentKind, string>
