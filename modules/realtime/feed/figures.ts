/** The few figures that are told with an event, so that a dashboard need not ask for each sale. */
import type { JsonObject } from '#kernel'
import type { SaleCompletedData, SaleReturnedData } from '#modules/sales'
import type { FiguresOf } from '#platform/realtime'

type Document = { number: string; shopId: string; currency: string; total: number }

const figuresIn = ({ number, shopId, currency, total }: Document): JsonObject => ({
  ...{ number, shopId },
  total: { amount: total, currency },
})

export const figuresOf: FiguresOf = {
  'sale.completed': (data) => figuresIn((data as unknown as SaleCompletedData).sale),
  'sale.returned': (data) => figuresIn((data as unknown as SaleReturnedData).creditNote),
}
