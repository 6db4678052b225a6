/** What goes into a shipment and what its invoice says. Pure. */
import type { Draft, DraftLine } from '#engines/sale'
import { addDecimal, compareDecimal, type Decimal, subtractDecimal } from '#kernel'
import { nextShare, promotionTotals, taxesOfPart } from '../order/line-share.rules.ts'
import type { Order, OrderLine } from '../order/order.record.ts'
import { checkWanted, type Wanted } from '../order/order.rules.ts'
import { salesRefusals } from '../refusals.ts'

/** What can leave of a line now: of goods what is held, of services and charges what is open. */
export const shippableOf = ({ stocked, reserved, open }: Pick<OrderLine, 'stocked' | 'reserved' | 'open'>): Decimal =>
  stocked ? reserved : open

const isAbove = (a: Decimal, b: Decimal): boolean => compareDecimal(a, b) > 0

/**
 * The lines that ship: those wanted, or everything that can. Refuses as `checkWanted` does, and EXCEEDS_OPEN for more
 * than can leave now, or where nothing can.
 */
export function partsToShip(lines: readonly OrderLine[], wanted: readonly Wanted[] | undefined): Wanted[] {
  if (wanted) {
    const byId = new Map(lines.map((line) => [line.id, line]))
    const exceeds = (details: readonly { field?: string; message: string }[]) =>
      salesRefusals.refuse('EXCEEDS_OPEN', [...details])
    checkWanted(wanted, byId, { limit: shippableOf, exceeds })
    return [...wanted]
  }
  const all = lines.map((line) => ({ orderLineId: line.id, quantity: shippableOf(line) }))
  const parts = all.filter(({ quantity }) => isAbove(quantity, '0'))
  if (parts.length > 0) return parts
  throw salesRefusals.refuse('EXCEEDS_OPEN', [{ field: 'lines', message: 'Nothing of the order can be shipped now.' }])
}

/** The invoice of what ships, and the order's lines after it. `invoiced` says which line of it is whose. */
export type Shipped = {
  draft: Draft
  lines: OrderLine[]
  invoiced: { orderLineId: string; saleLineId: string; quantity: Decimal }[]
}

/** Each part carries its share of what the line was priced at; the parts of a line together are the line. */
export function shipParts(
  { order, lines }: { order: Order; lines: readonly OrderLine[] },
  parts: readonly Wanted[],
  newId: () => string,
): Shipped {
  const quantities = new Map(parts.map(({ orderLineId, quantity }) => [orderLineId, quantity]))
  const sold: DraftLine[] = []
  const invoiced: Shipped['invoiced'] = []
  const after = lines.map((line): OrderLine => {
    const quantity = quantities.get(line.id)
    if (quantity === undefined) return line
    const saleLineId = newId()
    sold.push(soldLine(line, { id: saleLineId, position: sold.length + 1, quantity }))
    invoiced.push({ orderLineId: line.id, saleLineId, quantity })
    return {
      ...line,
      open: subtractDecimal(line.open, quantity),
      reserved: line.stocked ? subtractDecimal(line.reserved, quantity) : line.reserved,
      shipped: addDecimal(line.shipped, quantity),
    }
  })
  const sumOf = (of: 'net' | 'tax' | 'gross' | 'discount') => sold.reduce((sum, line) => sum + line[of], 0)
  const draft: Draft = {
    ...{ currency: order.currency, rounding: order.taxRounding, lines: sold },
    taxes: taxesOfPart(sold, order.taxes, order.currency),
    ...{ discount: sumOf('discount'), promotions: promotionTotals(sold) },
    ...{ net: sumOf('net'), tax: sumOf('tax'), total: sumOf('gross') },
    gst: null,
  }
  return { draft, lines: after, invoiced }
}

function soldLine(line: OrderLine, part: { id: string; position: number; quantity: Decimal }): DraftLine {
  const { productId, sku, name, kind, stocked, components, unit, decimals, factor, unitPrice } = line
  const { includesTax, priceStep, priceList, priceReason } = line
  return {
    ...part,
    ...{ productId, sku, name, kind, stocked, unit, decimals, factor, unitPrice, includesTax },
    ...(components ? { components } : {}),
    ...{ priceStep, priceList, priceReason },
    ...nextShare(line, part.quantity),
    gst: null,
  }
}
