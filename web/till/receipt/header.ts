/** Who sells, as receipts say it, from what the price book holds: it is there without the server too. */
import { type ReceiptHeader, type ReceiptLanguage, receiptLanguages, type TaxTotal } from '#engines/receipt'
import type { Money } from '#sdk/values'
import type { BookHead } from '#web/till/values.ts'

export function headerOf({ shop, receipt }: BookHead): ReceiptHeader {
  const { companyName, legalName, taxNumber, taxNumberLabel, header, footer, language } = receipt
  const { name, address, postalCode, city, state, phone, timeZone } = shop
  return {
    company: { name: companyName, legalName, taxNumber },
    shop: {
      ...{ name, city, state, phone, timeZone, address: { lines: address, postalCode } },
      receipt: { header, footer, taxNumberLabel, language: isReceiptLanguage(language) ? language : null },
    },
  }
}

const isReceiptLanguage = (text: string | null | undefined): text is ReceiptLanguage =>
  receiptLanguages.some((each) => each === text)

type AnsweredTax = {
  code?: string | null
  label?: string | null
  percent?: string | null
  net: Money
  tax: Money
  components?: { code?: string | null; label?: string | null; tax?: Money | null }[] | null
}

/** Taxes of an answer as receipts take them. */
export const taxesForReceipt = (taxes: readonly AnsweredTax[]): TaxTotal[] =>
  taxes.map(({ components, ...total }) => ({
    ...total,
    components: (components ?? []).map(({ tax, ...component }) => ({ ...component, tax: tax ?? undefined })),
  }))
