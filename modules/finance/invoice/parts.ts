/** What the manifest lists of invoices. */
import { changeInvoice, createInvoice, removeInvoice } from './draft.actions.ts'
import { invoice } from './invoice.entity.ts'
import { readInvoice } from './invoice.queries.ts'
import { invoiceLine } from './invoice-line.entity.ts'
import { cancelInvoice, postInvoiceAction } from './post.actions.ts'

export const invoiceParts = {
  entities: [invoice, invoiceLine],
  actions: [createInvoice, readInvoice, changeInvoice, removeInvoice, postInvoiceAction, cancelInvoice],
  events: {
    'invoice.created': 'A draft of an invoice was made.',
    'invoice.updated': 'A draft of an invoice was changed.',
    'invoice.deleted': 'A draft of an invoice was thrown away.',
    'invoice.posted': 'An invoice or credit note was numbered and posted, with its lines.',
    'invoice.cancelled': 'An invoice was cancelled by a credit note.',
  },
} as const
