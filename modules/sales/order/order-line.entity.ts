import { boolean, choice, defineEntity, group, integer, link, list, money, quantity, rate, text } from '#kernel'
import { product } from '#modules/catalog'
import { appliedPromotions } from '../sale/sale.entity.ts'
import { lineKinds, lineTaxes } from '../sale/sale-line.entity.ts'
import { salesOrder } from './order.entity.ts'

/**
 * What was ordered, with price and tax as they were then, and how far it is. Ordered = open + shipped + cancelled;
 * what is held of it, in its own unit, is part of what is open.
 */
export const orderLine = defineEntity('orderLine', {
  label: 'Order line',
  plural: 'Order lines',
  says: 'What was ordered, with price and tax as they were then, and how far it is.',
  path: '/order-lines',
  resource: 'orders',
  fields: {
    salesOrder: link({ label: 'Sales order', required: true, to: () => salesOrder }),
    position: integer({ label: 'Position', required: true, min: 1, list: 1 }),
    product: link({ label: 'Product', required: true, to: () => product }),
    sku: text({ label: 'SKU', required: true, max: 64, list: 2 }),
    name: text({ label: 'Name', required: true, list: 3 }),
    kind: choice(lineKinds, { label: 'Kind', required: true }),
    stocked: boolean({ label: 'Taken from stock', required: true }),
    components: list(
      group({ product: link({ required: true, to: () => product }), quantity: quantity({ required: true }) }),
      { label: 'Components', help: 'Of a bundle: what one of it took from stock, in stock units.', max: 50 },
    ),
    quantity: quantity({ label: 'Ordered', required: true, list: 4 }),
    open: quantity({ label: 'Open', required: true, list: 5 }),
    reserved: quantity({ label: 'Held', required: true, list: 6 }),
    shipped: quantity({ label: 'Shipped', required: true, list: 7 }),
    cancelled: quantity({ label: 'Cancelled', required: true, list: 8 }),
    comingBack: quantity({ label: 'Coming back', required: true }),
    returned: quantity({ label: 'Returned', required: true, list: 9 }),
    unit: text({ label: 'Unit', required: true, max: 16 }),
    decimals: integer({ label: 'Decimals of the unit', required: true, min: 0, max: 6 }),
    factor: rate({ label: 'Stock units in one unit', required: true }),
    unitPrice: money({ label: 'Unit price', required: true }),
    includesTax: boolean({ label: 'Price includes tax', required: true }),
    priceStep: text({ label: 'Price from', required: true, max: 16 }),
    priceList: text({ label: 'Price list', max: 36 }),
    priceReason: text({ label: 'Reason for a price by hand' }),
    discount: money({ label: 'Discount', help: 'Taken off unit price times quantity', required: true }),
    promotions: appliedPromotions(),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    gross: money({ label: 'Gross', required: true }),
    taxes: lineTaxes(),
  },
  unique: [['salesOrder', 'position']],
  checks: {
    adds_up: 'net_amount + tax_amount = gross_amount',
    whole: 'quantity > 0 and quantity = open + shipped + cancelled',
    within: 'open >= 0 and shipped >= 0 and cancelled >= 0 and reserved between 0 and open',
    returns: 'coming_back >= 0 and returned >= 0 and returned + coming_back <= shipped',
    one_currency:
      'tax_currency = net_currency and gross_currency = net_currency and unit_price_currency = net_currency',
  },
  without: ['list', 'read', 'create', 'update', 'delete'],
})
