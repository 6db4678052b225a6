import { boolean, choice, defineEntity, group, integer, link, list, money, quantity, rate, text } from '#kernel'
import { product } from '#modules/catalog'
import { gstOfLine } from './gst.fields.ts'
import { appliedPromotions, sale } from './sale.entity.ts'

export const lineKinds = ['goods', 'service', 'charge', 'gift_card'] as const

/** The tax of one line by rate; one entry, or none outside the scope of tax. Amounts in minor units, as in events. */
export const lineTaxes = () =>
  list(
    group({
      code: text({ required: true, max: 64 }),
      percent: rate({ required: true }),
      net: integer({ required: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
      amount: integer({ required: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
      components: list(
        group(
          {
            code: text({ required: true, max: 64 }),
            percent: rate({ required: true }),
            amount: integer({ required: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
          },
          { required: true },
        ),
        { label: 'Components', help: 'Such as CGST and SGST', max: 10 },
      ),
    }),
    { label: 'Taxes', required: true, max: 10 },
  )

/** What was sold, with price and tax as they were then. Read through its sale. */
export const saleLine = defineEntity('saleLine', {
  label: 'Sale line',
  plural: 'Sale lines',
  says: 'What was sold, with price and tax as they were then.',
  resource: 'orders',
  fields: {
    sale: link({ label: 'Sale', required: true, to: () => sale }),
    position: integer({ label: 'Position', required: true, min: 1 }),
    product: link({ label: 'Product', required: true, to: () => product }),
    sku: text({ label: 'SKU', required: true, max: 64 }),
    name: text({ label: 'Name', required: true }),
    kind: choice(lineKinds, { label: 'Kind', required: true }),
    stocked: boolean({ label: 'Taken from stock', required: true }),
    components: list(
      group({ product: link({ required: true, to: () => product }), quantity: quantity({ required: true }) }),
      { label: 'Components', help: 'Of a bundle: what one of it took from stock, in stock units.', max: 50 },
    ),
    quantity: quantity({ label: 'Quantity', required: true }),
    unit: text({ label: 'Unit', required: true, max: 16 }),
    decimals: integer({ label: 'Decimals of the unit', required: true, min: 0, max: 6 }),
    factor: rate({ label: 'Stock units in one unit', required: true }),
    unitPrice: money({ label: 'Unit price', required: true }),
    includesTax: boolean({ label: 'Price includes tax', required: true }),
    priceStep: text({ label: 'Price from', required: true, max: 16 }),
    priceList: text({ label: 'Price list', max: 36 }),
    priceReason: text({ label: 'Reason for a price by hand' }),
    discount: money({ label: 'Discount', help: 'Taken off unit price times quantity' }),
    promotions: appliedPromotions(),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    gross: money({ label: 'Gross', required: true }),
    taxes: lineTaxes(),
    gst: gstOfLine(),
  },
  unique: [['sale', 'position']],
  checks: {
    adds_up: 'net_amount + tax_amount = gross_amount',
    quantity: "quantity > 0 or (quantity < 0 and kind = 'charge')",
    one_currency:
      'tax_currency = net_currency and gross_currency = net_currency and unit_price_currency = net_currency',
  },
  immutable: true,
  without: ['list', 'read', 'create'],
})
