/** What an order looks like when it is answered whole. */
import { boolean, choice, group, integer, link, list, money, quantity, text } from '#kernel'
import { product } from '#modules/catalog'
import { appliedPromotions, documentId } from '../sale/sale.entity.ts'
import { lineKinds, lineTaxes } from '../sale/sale-line.entity.ts'
import { salesOrder } from './order.entity.ts'

const { requestHash: _, ...fields } = salesOrder.fields

const line = group({
  id: documentId,
  position: integer({ required: true }),
  product: link({ required: true, to: () => product }),
  sku: text({ required: true }),
  name: text({ required: true }),
  kind: choice(lineKinds, { required: true }),
  stocked: boolean({ required: true }),
  quantity: quantity({ label: 'Ordered', required: true }),
  open: quantity({ required: true }),
  reserved: quantity({ label: 'Held', required: true }),
  shipped: quantity({ required: true }),
  cancelled: quantity({ required: true }),
  comingBack: quantity({ required: true }),
  returned: quantity({ required: true }),
  unit: text({ required: true }),
  unitPrice: money({ required: true }),
  includesTax: boolean({ required: true }),
  priceStep: text({ required: true }),
  priceReason: text(),
  discount: money({ required: true }),
  promotions: appliedPromotions(),
  net: money({ required: true }),
  tax: money({ required: true }),
  gross: money({ required: true }),
  taxes: lineTaxes(),
})

export const orderAnswer = {
  id: documentId,
  version: integer({ required: true }),
  ...fields,
  due: money({ label: 'Due in all', required: true }),
  paid: money({ label: 'Received and kept', required: true }),
  lines: list(line, { required: true, max: 500 }),
}
