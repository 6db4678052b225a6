/** GST on documents, as fields: where it goes is asked for, what it is is kept. */
import { buyerKinds, schemes, sections, supplyKinds, tables } from '#engines/gst'
import { boolean, choice, code, date, group, rate, text } from '#kernel'

const stateCode = '^[0-9]{2}$'
const shippingBill = () =>
  group({
    number: text({ label: 'Number', required: true, max: 20 }),
    date: date({ label: 'Date', required: true }),
    port: code({ label: 'Port code', required: true, max: 6 }),
  })

/** Where goods go. Nothing said is over the counter. */
export const deliveryInput = () =>
  group(
    {
      state: code({ label: 'State', help: 'Code of the state where the goods end up; 96 abroad', pattern: stateCode }),
      toOther: boolean({ label: 'To somebody else', help: 'Bill to the customer, ship to another' }),
      withTax: boolean({ label: 'With tax', help: 'Zero-rated with IGST though there is a letter of undertaking' }),
      deemedExport: boolean({ label: 'Deemed export' }),
      shippingBill: shippingBill(),
    },
    { label: 'Delivery', help: 'India: decides the place of supply; over the counter unless told' },
  )

/** What a document keeps of its GST; empty where the company is not registered for it. */
export const gstOfDocument = () =>
  group(
    {
      gstin: code({ label: 'GSTIN', required: true, max: 15 }),
      state: code({ label: 'State', required: true, max: 2 }),
      buyerGstin: code({ label: "Customer's GSTIN", max: 15 }),
      buyerKind: choice(buyerKinds, { label: 'Customer is', required: true }),
      place: code({ label: 'Place of supply', required: true, max: 2 }),
      rule: text({ label: 'By', required: true, max: 20 }),
      scheme: choice(schemes, { label: 'Taxed as', required: true }),
      section: choice(sections, { label: 'GSTR-1 section', required: true }),
      reverseCharge: boolean({ label: 'Reverse charge', required: true }),
      deemedExport: boolean({ label: 'Deemed export', required: true }),
      shippingBill: shippingBill(),
    },
    { label: 'GST' },
  )

/** What a line keeps: the code of its goods, and the rate of the table, whatever was charged. */
export const gstOfLine = () =>
  group(
    {
      hsn: code({ label: 'HSN or SAC', max: 8 }),
      supply: choice(supplyKinds, { label: 'Supply', required: true }),
      reverseCharge: boolean({ label: 'Reverse charge', required: true }),
      rate: rate({ label: 'Rate', required: true }),
      cess: rate({ label: 'Cess', required: true }),
      table: choice(tables, { label: 'GSTR-1 table', required: true }),
    },
    { label: 'GST' },
  )
