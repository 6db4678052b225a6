import { boolean, choice, defineEntity, integer, link, money, quantity, text } from '#kernel'
import { product } from '#modules/catalog'
import { gstOfLine } from '../sale/gst.fields.ts'
import { lineKinds, lineTaxes, saleLine } from '../sale/sale-line.entity.ts'
import { creditNote } from './credit-note.entity.ts'

/** What came back, with its share of what the sale's line had cost. Amounts are positive. */
export const creditNoteLine = defineEntity('creditNoteLine', {
  label: 'Credit note line',
  plural: 'Credit note lines',
  says: "What came back, with its share of the sale's line.",
  resource: 'orders',
  fields: {
    creditNote: link({ label: 'Credit note', required: true, to: () => creditNote }),
    position: integer({ label: 'Position', required: true, min: 1 }),
    saleLine: link({ label: 'Sale line', help: 'Empty where the sale is not known', to: () => saleLine }),
    product: link({ label: 'Product', required: true, to: () => product }),
    sku: text({ label: 'SKU', required: true, max: 64 }),
    name: text({ label: 'Name', required: true }),
    kind: choice(lineKinds, { label: 'Kind', required: true }),
    quantity: quantity({ label: 'Quantity', required: true }),
    unit: text({ label: 'Unit', required: true, max: 16 }),
    discount: money({ label: 'Discount', help: "The frozen share of the sale's line" }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    gross: money({ label: 'Gross', required: true }),
    taxes: lineTaxes(),
    gst: gstOfLine(),
    restocked: boolean({ label: 'Back in stock', required: true }),
    reason: text({ label: 'Reason' }),
  },
  unique: [['creditNote', 'position']],
  checks: {
    adds_up: 'net_amount + tax_amount = gross_amount and gross_amount >= 0',
    quantity: 'quantity > 0',
    one_currency: 'tax_currency = net_currency and gross_currency = net_currency',
  },
  immutable: true,
  without: ['list', 'read', 'create'],
})
