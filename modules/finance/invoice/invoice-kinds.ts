/** The kinds of invoices: which ledger they are in, on which side, and what they are called. */
import type { Role } from '../account/chart.ts'
import type { ItemKind, Side } from '../open-item/open-item.entity.ts'

export const invoiceKinds = ['customer_invoice', 'customer_credit', 'vendor_invoice', 'vendor_credit'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

type Facts = {
  side: Side
  item: ItemKind
  /** 1 where its total is a debit on the control account. */
  sign: 1 | -1
  control: Role
  tax: Role
  name: string
  /** The kind that takes it back. */
  credit: InvoiceKind
}

export const invoiceFacts = {
  customer_invoice: {
    ...{ side: 'receivable', item: 'invoice', sign: 1, control: 'receivable', tax: 'output_tax' },
    ...{ name: 'Invoice', credit: 'customer_credit' },
  },
  customer_credit: {
    ...{ side: 'receivable', item: 'credit', sign: -1, control: 'receivable', tax: 'output_tax' },
    ...{ name: 'Credit note', credit: 'customer_credit' },
  },
  vendor_invoice: {
    ...{ side: 'payable', item: 'invoice', sign: -1, control: 'payable', tax: 'input_tax' },
    ...{ name: 'Bill', credit: 'vendor_credit' },
  },
  vendor_credit: {
    ...{ side: 'payable', item: 'credit', sign: 1, control: 'payable', tax: 'input_tax' },
    ...{ name: 'Credit of a vendor', credit: 'vendor_credit' },
  },
} as const satisfies Record<InvoiceKind, Facts>
