/** The batches of an adjustment. */
import { type Context, compareDecimal, negateDecimal, type RefusalDetail } from '#kernel'
import type { ProductForStock } from '#modules/catalog'
import type { AdjustLine } from '../adjustment/adjust.rules.ts'
import { refuse } from '../refusals.ts'
import type { BookingLine, StockChange } from '../stock/book.ts'
import type { StockDocument } from '../stock/book.types.ts'
import { holesOf, receiveLots } from './receive-lots.ts'
import { takeLots } from './take-lots.ts'

type Adjusting = StockDocument & {
  lines: readonly AdjustLine[]
  /** The same lines, as they were booked. */
  bookingLines: readonly BookingLine[]
  products: ReadonlyMap<string, Pick<ProductForStock, 'tracking'>>
  stocks: readonly StockChange[]
}

/**
 * What comes in goes into the batch that its line names, what goes out comes out of it or goes by expiry. Refuses
 * LOT_REQUIRED for tracked goods that come in without one, and as `receiveLots` and `takeLots` do.
 */
export async function moveLots(context: Context, adjusting: Adjusting): Promise<void> {
  const { lines, bookingLines, products, stocks, ...document } = adjusting
  const tracked = bookingLines.flatMap((line, index) => {
    const tracking = products.get(line.productId)?.tracking ?? 'none'
    const { lot, expiresOn } = lines[index] ?? {}
    return tracking === 'none' ? [] : [{ ...line, tracking, lot, expiresOn, index }]
  })
  const coming = tracked.filter(({ quantity }) => compareDecimal(quantity, '0') > 0)
  const details = coming.flatMap(({ lot, index }): RefusalDetail[] =>
    lot ? [] : [{ field: `lines.${index}.lot`, message: 'Name the batch or serial number that comes in.' }],
  )
  if (details.length > 0) throw refuse('LOT_REQUIRED', details)
  const going = tracked.filter(({ quantity }) => compareDecimal(quantity, '0') < 0)
  await receiveLots(context, {
    ...document,
    lots: coming.map((line) => ({ ...line, code: line.lot ?? '' })),
    holes: holesOf(stocks, bookingLines),
    fieldOf: (index) => `lines.${coming[index]?.index ?? index}`,
  })
  await takeLots(context, {
    ...document,
    needs: going.map(({ lot, quantity, ...line }) => ({
      ...line,
      quantity: negateDecimal(quantity),
      lots: lot ? [{ code: lot, quantity: negateDecimal(quantity) }] : undefined,
    })),
    isSale: false,
    fieldOf: (index) => `lines.${going[index]?.index ?? index}`,
  })
}
