import { type Decimal, subtractDecimal } from '#kernel'
import type { OrderLine } from '../order/order.record.ts'

/** The order's lines once a return is over: nothing of it is on its way any more. */
export const subtractLines = (
  lines: readonly OrderLine[],
  back: readonly { orderLineId: string; quantity: Decimal }[],
): OrderLine[] => {
  const quantities = new Map(back.map(({ orderLineId, quantity }) => [orderLineId, quantity]))
  return lines.map((line) => ({
    ...line,
    comingBack: subtractDecimal(line.comingBack, quantities.get(line.id) ?? '0'),
  }))
}
