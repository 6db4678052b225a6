/** Taxes of the server's answer as receipts take them: apart from what draws receipts, which comes later. */
import type { TaxTotal } from '#engines/receipt'
import type { Money } from '#sdk/values'

type AnsweredTax = {
  code?: string | null
  label?: string | null
  percent?: string | null
  net: Money
  tax: Money
  components?: { code?: string | null; label?: string | null; tax?: Money | null }[] | null
}

export const taxesForReceipt = (taxes: readonly AnsweredTax[]): TaxTotal[] =>
  taxes.map(({ components, ...total }) => ({
    ...total,
    components: (components ?? []).map(({ tax, ...component }) => ({ ...component, tax: tax ?? undefined })),
  }))
