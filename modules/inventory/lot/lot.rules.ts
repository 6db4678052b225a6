/** Which batches goods come out of. */
import { addDecimal, compareDecimal, type Decimal, isZeroDecimal, type RefusalDetail, subtractDecimal } from '#kernel'

/** How the pieces of a product are told apart: not at all, by batch, or each by its serial number. */
export type Tracking = 'none' | 'batch' | 'serial'

/** So much of a batch, named by its code. One piece, unless told. */
export type NamedLot = { code: string; quantity?: Decimal | undefined }

/** Goods that leave; what no batch is named for goes by expiry, first expired first out. */
export type LotNeed = {
  lineId: string
  productId: string
  warehouseId: string
  quantity: Decimal
  lots?: readonly NamedLot[] | undefined
}

/** What is not covered by named batches of each line. */
export function unnamedOf({ quantity, lots = [] }: Pick<LotNeed, 'quantity' | 'lots'>): Decimal {
  const named = lots.reduce<Decimal>((sum, lot) => addDecimal(sum, lot.quantity ?? '1'), '0')
  return subtractDecimal(quantity, named)
}

/** What is wrong with the named batches, taken alone. `fieldOf` is where a line stands in the caller's document. */
export function namedFaults(needs: readonly LotNeed[], fieldOf: (index: number) => string): RefusalDetail[] {
  return needs.flatMap((need, index) => {
    const field = `${fieldOf(index)}.lots`
    const codes = (need.lots ?? []).map(({ code }) => code)
    if (new Set(codes).size !== codes.length) return [{ field, message: 'Name each batch once.' }]
    if ((need.lots ?? []).some(({ quantity = '1' }) => compareDecimal(quantity, '0') <= 0)) {
      return [{ field, message: 'The quantity of a batch is more than 0.' }]
    }
    if (compareDecimal(unnamedOf(need), '0') >= 0) return []
    return [{ field, message: `More is named than the line's ${need.quantity}.` }]
  })
}

/** Pieces with serial numbers are never chosen for somebody: each must be named. */
export const mustBeNamed = (tracking: Tracking, need: LotNeed): boolean =>
  tracking === 'serial' && !isZeroDecimal(unnamedOf(need))
