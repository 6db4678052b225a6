/** The words of receipts and how each language writes figures and dates. Digits are 0-9 in all of them. */
import type { ReceiptLanguage } from './document.ts'
import { arabic } from './words/ar.ts'
import { english } from './words/en.ts'
import { hindi } from './words/hi.ts'
import { turkish } from './words/tr.ts'

export type ReceiptWords = {
  direction: 'ltr' | 'rtl'
  /** How figures are written; `indian` groups 12,34,567. */
  figures: { decimal: string; group: string; grouping: 'thousands' | 'indian' }
  /** `DD`, `MM`, `MMM` and `YYYY` stand for the parts; `MMM` is one of `months`. */
  date: string
  months: readonly string[]
  receipt: string
  creditNote: string
  xReport: string
  zReport: string
  copy: string
  pending: string
  number: string
  sold: string
  cashier: string
  register: string
  customer: string
  originalSale: string
  reason: string
  net: string
  tax: string
  total: string
  refunded: string
  includedTax: string
  /** What promotions took off, which the total is less already. */
  saved: string
  lessDiscount: string
  rate: string
  change: string
  methods: Readonly<Record<string, string>>
  reference: string
  taxNumber: string
  phone: string
  thanks: string
  opened: string
  closed: string
  printed: string
  openedBy: string
  closedBy: string
  takings: string
  sales: string
  returns: string
  balance: string
  payments: string
  cash: string
  opening: string
  paidIn: string
  paidOut: string
  expected: string
  counted: string
  variance: string
}

const words: Readonly<Record<ReceiptLanguage, ReceiptWords>> = { en: english, hi: hindi, ar: arabic, tr: turkish }

/** The words of a language. */
export const receiptWords = (language: ReceiptLanguage): ReceiptWords => words[language]
