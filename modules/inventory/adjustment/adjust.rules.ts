/** What may stand in an adjustment. */
import { compareDecimal, type Decimal, isZeroDecimal, type Money, type RefusalDetail } from '#kernel'

/** `quantity` signed; `unitCost` only of goods that come in. */
export type AdjustLine = {
  productId: string
  quantity: Decimal
  reason: string
  unitCost?: Money | undefined
  /** The code of a batch or serial number. */
  lot?: string | undefined
  /** Of a batch that comes in. */
  expiresOn?: string | undefined
}

/** What is wrong with the lines, taken alone; empty when nothing is. */
export function lineFaults(lines: readonly AdjustLine[]): RefusalDetail[] {
  return lines.flatMap(({ quantity, unitCost }, index) => {
    if (isZeroDecimal(quantity)) {
      return [{ field: `lines.${index}.quantity`, message: 'must not be zero; above zero comes in, below goes out' }]
    }
    if (unitCost && compareDecimal(quantity, '0') < 0) {
      return [{ field: `lines.${index}.unitCost`, message: 'belongs to goods that come in; leave it out' }]
    }
    return []
  })
}
