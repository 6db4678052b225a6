/** A sale as an offline till keeps it and sends it: what stands on the receipt. */
import { boolean, group, instant, integer, list, money, note, quantity, rate, text } from '#kernel'
import { appliedPromotions, lineTaxes, saleTender, taxSummary } from '#modules/sales'
import { chosenId, recordId } from '../session/register-session.entity.ts'

/** A line as it was sold; the figures are those of the receipt. Ids are no links: a ticket is taken as it is. */
const ticketLine = group(
  {
    id: chosenId,
    productId: recordId,
    quantity: quantity({ label: 'Quantity', required: true, example: '2' }),
    unit: text({ label: 'Unit', required: true, max: 16 }),
    factor: rate({ label: 'Stock units in one unit', help: '1 unless told', min: '0.000001' }),
    unitPrice: money({ label: 'Unit price', required: true, min: 0 }),
    includesTax: boolean({ label: 'Price includes tax', required: true }),
    priceStep: text({ label: 'Price from', max: 16 }),
    priceList: text({ label: 'Price list', max: 36 }),
    priceReason: text({ label: 'Reason for a price by hand' }),
    discount: money({ label: 'Discount', help: 'What promotions took off, 0 unless told', min: 0 }),
    promotions: appliedPromotions(),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    gross: money({ label: 'Gross', required: true }),
    taxes: lineTaxes(),
  },
  { required: true },
)

export const ticketFields = group(
  {
    id: recordId,
    sequence: integer({ label: 'Sequence', help: 'From 1 in each epoch', required: true, min: 1 }),
    epoch: integer({ label: 'Epoch', help: "The call's unless told; of tickets from before a new lease", min: 1 }),
    number: text({ label: 'Number', required: true, max: 80, example: 'GW1-1-F1-000001' }),
    soldAt: instant({ label: 'Sold at', required: true }),
    registerSessionId: chosenId,
    customerId: chosenId,
    sharedCartId: chosenId,
    bookVersion: text({ label: 'Price book', max: 64 }),
    lines: list(ticketLine, { label: 'Lines', required: true, min: 1, max: 500 }),
    tenders: list(saleTender(), { label: 'Tenders', required: true, max: 20 }),
    net: money({ label: 'Net', required: true }),
    tax: money({ label: 'Tax', required: true }),
    total: money({ label: 'Total', required: true, min: 0 }),
    taxes: taxSummary(),
    note: note({ label: 'Note', max: 1000 }),
  },
  { required: true },
)
