/** What may be asked for at the till. What it comes to is an engine (`#engines/sale`), which the till runs as well. */
import type { CartLine } from '#engines/sale'
import { type RefusalDetail, refuse } from '#kernel'
import { salesRefusals } from '../refusals.ts'

/** A line as the till asks for it; goods are named by exactly one of the three. */
export type LineRequest = CartLine & {
  productId?: string | undefined
  sku?: string | undefined
  barcode?: string | undefined
  unit?: string | undefined
}

/**
 * Refuses what can be refused without looking anything up: VALIDATION_FAILED for a line that names no goods or names
 * them twice, or sells nothing; PRICE_OVERRIDE_FORBIDDEN for a price by hand without the right or the reason.
 */
export function checkRequest(lines: readonly LineRequest[], mayOverride: boolean): void {
  const details = lines.flatMap((line, index): RefusalDetail[] => {
    const names = [line.productId, line.sku, line.barcode].filter((name) => name !== undefined)
    const field = `lines.${index}`
    if (names.length !== 1) return [{ field, message: 'Name exactly one of productId, sku and barcode.' }]
    if (line.quantity.startsWith('-') || !/[1-9]/.test(line.quantity)) {
      return [{ field: `${field}.quantity`, message: 'must be more than 0; what comes back is a return of its sale' }]
    }
    if (line.priceReason !== undefined && line.unitPrice === undefined) {
      return [{ field: `${field}.priceReason`, message: 'is for a price by hand; send unitPrice with it' }]
    }
    return []
  })
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
  const forbidden = lines.flatMap(({ unitPrice, priceReason }, index): RefusalDetail[] => {
    if (unitPrice === undefined || (mayOverride && priceReason?.trim())) return []
    const message = mayOverride ? 'Say why in priceReason.' : 'Ask somebody who may set prices by hand.'
    return [{ field: `lines.${index}.unitPrice`, message }]
  })
  if (forbidden.length > 0) throw salesRefusals.refuse('PRICE_OVERRIDE_FORBIDDEN', forbidden)
}
