import type { InvoiceAnswer } from './invoice.queries.ts'
import { invoiceFacts } from './invoice-kinds.ts'
import type { PreparedInvoice } from './prepare-invoice.ts'

/** A credit note over a whole invoice, with its own figures: the rates of today do not matter. */
export function creditOf(
  invoice: InvoiceAnswer,
  newId: () => string,
): Omit<PreparedInvoice, 'issuedOn' | 'dueOn' | 'fiscalYear' | 'reference'> {
  const { id, kind, customerId, vendorId, includesTax, net, tax, total, taxes, lines } = invoice
  return {
    ...{ kind: invoiceFacts[kind].credit, customerId, vendorId, vendorNumber: null, paymentTermId: null },
    ...{ includesTax, currency: total.currency, note: null, creditsId: id, taxes },
    ...{ net: net.amount, tax: tax.amount, total: total.amount },
    lines: lines.map(({ position, description, accountId, taxCategoryId, taxCode, ...amounts }) => ({
      ...{ id: newId(), position, description, accountId, taxCategoryId, taxCode },
      ...{ amount: amounts.amount.amount, net: amounts.net.amount, tax: amounts.tax.amount },
    })),
  }
}
