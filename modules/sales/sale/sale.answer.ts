/** What a sale looks like when it is answered whole, after selling and when read. */
import { methods } from '#engines/tender'
import { boolean, choice, group, integer, link, list, money, quantity, text } from '#kernel'
import { product } from '#modules/catalog'
import { gstOfLine } from './gst.fields.ts'
import { appliedPromotions, documentId, sale } from './sale.entity.ts'
import { lineKinds, lineTaxes } from './sale-line.entity.ts'

const {
  number,
  status,
  shop,
  register,
  customer,
  businessDate,
  soldAt,
  net,
  tax,
  total,
  change,
  taxes,
  gst,
  note,
  discount,
  promotions,
} = sale.fields

/** A line as it is answered. */
export const answeredLine = {
  id: documentId,
  position: integer({ required: true }),
  product: link({ to: () => product }),
  sku: text({ required: true }),
  name: text({ required: true }),
  kind: choice(lineKinds, { required: true }),
  quantity: quantity({ required: true }),
  unit: text({ required: true }),
  unitPrice: money({ required: true }),
  includesTax: boolean({ required: true }),
  priceStep: text({ required: true }),
  discount: money({ label: 'Discount' }),
  promotions: appliedPromotions(),
  net: money({ required: true }),
  tax: money({ required: true }),
  gross: money({ required: true }),
  taxes: lineTaxes(),
  gst: gstOfLine(),
}
const line = group({
  ...answeredLine,
  returned: quantity({ label: 'Returned', help: 'Only when the sale is read' }),
  returnable: quantity({ label: 'Can still come back', help: 'Only when the sale is read' }),
})
const tender = group({
  method: choice(methods, { required: true }),
  amount: money({ required: true }),
  change: money({ required: true }),
  reference: text(),
})

export const saleAnswer = {
  id: documentId,
  version: integer({ required: true }),
  ...{
    number,
    status,
    shop,
    register,
    customer,
    businessDate,
    soldAt,
    net,
    tax,
    total,
    change,
    discount,
    promotions,
    taxes,
    gst,
    note,
  },
  lines: list(line, { required: true, max: 10_000 }),
  tenders: list(tender, { required: true, max: 20 }),
}
