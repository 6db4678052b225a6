/** Who sells, as receipts say it, from what the price book holds: it is there without the server too. */
import { type ReceiptHeader, type ReceiptLanguage, receiptLanguages } from '#engines/receipt'
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
