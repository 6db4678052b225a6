/**
 * A receipt as it reads, before anybody decides how it looks: screen, printer and PDF all draw this. Every text is
 * ready to be shown in the receipt's language; amounts are there as text and as money. Plain JSON.
 */
import type { Money } from '../../kernel/money.ts'

export const receiptLanguages = ['en', 'hi', 'ar', 'tr'] as const
export type ReceiptLanguage = (typeof receiptLanguages)[number]

export type ReceiptKind = 'sale' | 'credit-note' | 'session'

/** Something that is said of the document: "Cashier" "Jo". */
export type ReceiptFact = { readonly label: string; readonly value: string }

/** An amount under a name. `isMain` is the one that a customer looks for. `text` has no currency in it. */
export type ReceiptFigure = {
  readonly label: string
  readonly text: string
  readonly money: Money
  readonly isMain?: boolean
}

/** `detail` is "2 pcs x 2.55", and null for a single piece whose price is the amount. */
export type ReceiptItem = {
  readonly name: string
  readonly sku: string | null
  readonly detail: string | null
  readonly note: string | null
  readonly text: string
  readonly money: Money
}

/** What one rate, or a part of it such as CGST, comes to; a part has no net amount of its own. */
export type ReceiptTax = {
  readonly label: string
  readonly net: ReceiptAmount | null
  readonly tax: ReceiptAmount
}
export type ReceiptAmount = { readonly text: string; readonly money: Money }

export type ReceiptTaxes = {
  /** Heads of the three columns. */
  readonly heads: { readonly rate: string; readonly net: string; readonly tax: string }
  readonly rows: readonly ReceiptTax[]
}

/** A named part of a report, such as the cash of a register. */
export type ReceiptSection = {
  readonly title: string
  readonly figures: readonly (ReceiptFigure | ReceiptFact)[]
}

export type ReceiptDocument = {
  readonly kind: ReceiptKind
  readonly language: ReceiptLanguage
  readonly direction: 'ltr' | 'rtl'
  /** What must be seen first: that this is a copy, or that the sale has not reached the server yet. */
  readonly marks: readonly string[]
  readonly header: { readonly name: string; readonly lines: readonly string[] }
  readonly title: string
  readonly meta: readonly ReceiptFact[]
  readonly items: readonly ReceiptItem[]
  /** Down to the total, which is the one with `isMain`. */
  readonly totals: readonly ReceiptFigure[]
  readonly taxes: ReceiptTaxes | null
  /** How it was paid or paid back, and the change. */
  readonly tenders: readonly ReceiptFigure[]
  readonly sections: readonly ReceiptSection[]
  readonly notes: readonly string[]
  /** What barcode and QR code carry, and a scanner types: the number of the document. */
  readonly code: string | null
  readonly footer: readonly string[]
}
