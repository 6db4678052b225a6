/** What receipts are made of: parts of the API's answers, so that an answer can be handed over as it came. */
import type { Decimal } from '../../kernel/decimal.ts'
import type { Money } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import type { ReceiptLanguage } from './document.ts'

type Text = string | null | undefined

/** Who sells: parts of the company's and the shop's records. `receipt` is what the shop wants on its receipts. */
export type ReceiptHeader = {
  readonly company: { readonly name: string; readonly legalName?: Text; readonly taxNumber?: Text }
  readonly shop: {
    readonly name: string
    readonly address?: { readonly lines?: Text; readonly postalCode?: Text } | null | undefined
    readonly city?: Text
    readonly state?: Text
    readonly phone?: Text
    /** IANA name; times are shown by the clock on the shop's wall. */
    readonly timeZone: string
    readonly receipt?: ReceiptSettings | null | undefined
  }
}

/** The `receipt` field of a shop. */
export type ReceiptSettings = {
  readonly header?: Text
  readonly footer?: Text
  readonly taxNumberLabel?: Text
  readonly language?: ReceiptLanguage | null | undefined
}

export type TaxTotal = {
  readonly code?: Text
  readonly label?: Text
  readonly percent?: Decimal | null | undefined
  readonly net: Money
  readonly tax: Money
  readonly components?:
    | readonly { readonly code?: Text; readonly label?: Text; readonly tax?: Money | undefined }[]
    | null
    | undefined
}

/** An answer of `POST /erp/sales` or `GET /erp/sales/:id`, or what the till has priced and not sent yet. */
export type SaleForReceipt = {
  readonly number: string
  readonly soldAt: Instant
  readonly lines: readonly {
    readonly name: string
    readonly sku?: Text
    readonly quantity: Decimal
    readonly unit: string
    readonly unitPrice: Money
    readonly includesTax: boolean
    readonly net: Money
    readonly gross: Money
    /** What each promotion took off the line, in minor units. */
    readonly promotions?: readonly { readonly name: string; readonly amount: number }[] | null | undefined
  }[]
  /** What promotions took off; the lines are less it already. */
  readonly discount?: Money | null | undefined
  readonly net: Money
  readonly tax: Money
  readonly total: Money
  readonly taxes: readonly TaxTotal[]
  readonly tenders: readonly { readonly method: string; readonly amount: Money; readonly reference?: Text }[]
  readonly change: Money
  readonly note?: Text
  readonly cashierName?: Text
  readonly registerName?: Text
  readonly customerName?: Text
}

/** A credit note with its lines and what was paid back. `saleNumber` is the receipt that it takes back from. */
export type CreditNoteForReceipt = {
  readonly number: string
  readonly returnedAt: Instant
  readonly saleNumber?: Text
  readonly lines: readonly {
    readonly name: string
    readonly sku?: Text
    readonly quantity: Decimal
    readonly unit: string
    readonly gross: Money
    /** The line's part of what promotions had taken off; the amount is less it already. */
    readonly discount?: Money | null | undefined
    readonly reason?: Text
  }[]
  readonly net: Money
  readonly tax: Money
  readonly total: Money
  readonly taxes: readonly TaxTotal[]
  readonly refunds: readonly { readonly method: string; readonly amount: Money }[]
  readonly note?: Text
  readonly cashierName?: Text
  readonly registerName?: Text
  readonly customerName?: Text
}

/** A register's session: an X report while it is open, a Z report once it is closed. */
export type SessionForReceipt = {
  readonly kind: 'x' | 'z'
  readonly number?: Text
  readonly registerName?: Text
  readonly openedAt: Instant
  readonly openedBy?: Text
  readonly closedAt?: Instant | null | undefined
  readonly closedBy?: Text
  /** The moment of the report itself. */
  readonly at: Instant
  readonly sales: { readonly count: number; readonly total: Money }
  readonly returns: { readonly count: number; readonly total: Money }
  readonly tax?: Money | null | undefined
  readonly tenders: readonly { readonly method: string; readonly amount: Money }[]
  readonly cash: {
    readonly opening: Money
    readonly paidIn: Money
    readonly paidOut: Money
    readonly expected: Money
    readonly counted?: Money | null | undefined
    readonly variance?: Money | null | undefined
  }
  readonly note?: Text
}

/** How the receipt is to read. `isCopy` marks a reprint, `isPending` a sale that the server has not taken yet. */
export type ReceiptOptions = {
  readonly language?: ReceiptLanguage | undefined
  readonly isCopy?: boolean | undefined
  readonly isPending?: boolean | undefined
}
