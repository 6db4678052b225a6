/** Everything a till needs to price without the server. */

import { registrations, supplyKinds } from '#engines/gst'
import { promotionKinds, weekdays } from '#engines/promotion'
import {
  boolean,
  choice,
  code,
  date,
  defineAction,
  group,
  instant,
  integer,
  link,
  list,
  money,
  note,
  quantity,
  rate,
  text,
  time,
} from '#kernel'
import { shop } from '#modules/shops'
import { readBook } from './read-book.ts'

const bookPrice = group({
  id: text({ required: true }),
  list: text({ required: true }),
  of: choice(['product', 'variant'], { required: true }),
  unit: text(),
  minQuantity: quantity(),
  price: money({ required: true }),
  validFrom: date(),
  validTo: date(),
})
const goods = group({
  productId: text({ required: true }),
  parentId: text(),
  sku: text({ required: true }),
  name: text({ required: true }),
  kind: choice(['goods', 'service', 'charge', 'gift_card'], { required: true }),
  stocked: boolean({ required: true }),
  unit: text({ label: 'Stock unit', required: true }),
  decimals: integer({ required: true }),
  units: list(
    group({ unit: text({ required: true }), factor: rate({ required: true }), decimals: integer({ required: true }) }),
    { required: true, max: 100 },
  ),
  barcodes: list(group({ code: text({ required: true }), unit: text() }), { required: true, max: 1000 }),
  taxCategory: text({ required: true }),
  categoryIds: list(text(), { required: true, max: 21 }),
  price: money(),
  gst: group({
    hsn: text(),
    supply: choice(supplyKinds, { required: true }),
    reverseCharge: boolean({ required: true }),
  }),
  prices: list(bookPrice, { required: true, max: 10_000 }),
})
const generalPrice = group({
  id: text({ required: true }),
  categoryId: text(),
  unit: text(),
  minQuantity: quantity(),
  price: money({ required: true }),
  validFrom: date(),
  validTo: date(),
})
const priceList = group({
  id: text({ required: true }),
  name: text({ required: true }),
  customerId: text(),
  customerGroupId: text(),
  shopId: text(),
  channel: text(),
  currency: text({ required: true }),
  includesTax: boolean({ required: true }),
  validFrom: date(),
  validTo: date(),
  lines: list(generalPrice, { label: 'Prices of categories and of all goods', required: true, max: 10_000 }),
})
const goodsRef = group({ productId: text(), categoryId: text() })
const ids = (label: string) => list(text(), { label, required: true, max: 200 })
const promotion = group({
  id: text({ required: true }),
  name: text({ required: true }),
  kind: choice(promotionKinds, { required: true }),
  priority: integer({ required: true }),
  exclusive: boolean({ required: true }),
  needsCoupon: boolean({ required: true }),
  percent: rate(),
  amount: money(),
  buyQuantity: integer(),
  getQuantity: integer(),
  goods: list(goodsRef, { required: true, max: 200 }),
  rewards: list(goodsRef, { required: true, max: 200 }),
  parts: list(group({ productId: text(), categoryId: text(), quantity: integer({ required: true }) }), {
    required: true,
    max: 20,
  }),
  setsMax: integer(),
  maxDiscount: money(),
  minSpend: money(),
  minQuantity: quantity(),
  customerIds: ids('Customers'),
  customerGroupIds: ids('Customer groups'),
  shopIds: ids('Shops'),
  channels: ids('Channels'),
  validFrom: date(),
  validTo: date(),
  days: list(choice(weekdays), { required: true, max: 7 }),
  timeFrom: time(),
  timeTo: time(),
})
const taxRate = group({
  taxCategory: text({ required: true }),
  id: text({ required: true }),
  code: text({ required: true }),
  label: text({ required: true }),
  percent: rate({ required: true }),
  cess: rate(),
  validFrom: date({ required: true }),
  validTo: date(),
})
const settings = group(
  {
    currency: text({ required: true }),
    pricesIncludeTax: boolean({ required: true }),
    taxRounding: choice(['line', 'document'], { required: true }),
    gst: group({
      gstin: text({ required: true }),
      registration: choice(registrations, { required: true }),
      lut: group({
        number: text({ required: true }),
        validFrom: date({ required: true }),
        validTo: date({ required: true }),
      }),
    }),
  },
  { required: true },
)
const shopFacts = group(
  {
    id: text({ required: true }),
    code: text({ required: true }),
    name: text({ required: true }),
    timeZone: text({ required: true }),
    dayStart: text({ required: true }),
    address: text(),
    postalCode: text(),
    city: text(),
    state: text(),
    phone: text(),
  },
  { required: true },
)
const receipt = group(
  {
    companyName: text({ required: true }),
    legalName: text(),
    taxNumber: text(),
    taxNumberLabel: text(),
    header: note(),
    footer: note(),
    language: text(),
  },
  { required: true },
)
const limits = group(
  {
    cardTicketMax: money({ label: 'Offline: most by card on one sale', required: true }),
    cardTotalMax: money({ label: 'Offline: most by card until the next sync', required: true }),
    hoursMax: integer({ label: 'Offline: hours for which cards are taken', required: true }),
  },
  { required: true },
)
const head = group({
  lists: list(priceList, { required: true, max: 5000 }),
  rates: list(taxRate, { required: true, max: 5000 }),
  promotions: list(promotion, { required: true, max: 5000 }),
  settings,
  shop: shopFacts,
  receipt,
  limits,
})

export const priceBook = defineAction('priceBook', {
  label: 'Price book',
  says: 'Goods with prices, units and barcodes, price lists, taxes and settings: page by page, or what changed since.',
  method: 'GET',
  path: '/pos/price-book',
  input: {
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    cursor: text({ label: 'Cursor', help: 'Of the page before', max: 200 }),
    limit: integer({ label: 'Goods on a page', min: 1, max: 2000, default: 1000 }),
    since: code({ label: 'Since', help: 'The version of the book that the till has', max: 64 }),
  },
  output: {
    version: text({ label: 'Version', help: 'To ask with `since` later', required: true }),
    asOf: instant({ required: true }),
    isFull: boolean({ label: 'Whole book', help: 'The till forgets what it has', required: true }),
    cursor: text({ help: 'Of the next page; null on the last' }),
    head: { ...head, label: 'What is beside the goods', help: 'On the first page' },
    goods: list(goods, { required: true, max: 2000 }),
    removed: list(text(), { label: 'Products that are sold no more', required: true, max: 2000 }),
  },
  refuses: ['NOT_FOUND', 'CURSOR_INVALID'],
  run: readBook,
})
