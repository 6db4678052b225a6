import { promotionKinds, weekdays } from '#engines/promotion'
import {
  boolean,
  choice,
  code,
  date,
  defineEntity,
  group,
  integer,
  link,
  list,
  money,
  note,
  quantity,
  rate,
  state,
  text,
  time,
} from '#kernel'
import { category, product } from '#modules/catalog'
import { customer, customerGroup } from '#modules/crm'
import { shop } from '#modules/shops'
import { guardPromotion } from './promotion.guard.ts'

const goods = () =>
  group({
    product: link({ label: 'Product', help: 'With all its variants', to: () => product }),
    category: link({ label: 'Category', help: 'With all below it', to: () => category }),
  })

/**
 * What takes something off prices, for whom, where and when. Everything that is left empty sets no condition. What it
 * comes to is an engine (`#engines/promotion`), which tills run as well.
 */
export const promotion = defineEntity('promotion', {
  label: 'Promotion',
  plural: 'Promotions',
  says: 'What takes something off prices: for whom, where, when and how much.',
  path: '/erp/promotions',
  resource: 'settings',
  fields: {
    name: text({
      label: 'Name',
      help: 'As receipts say it',
      required: true,
      max: 120,
      unique: true,
      search: true,
      list: 1,
      example: 'Happy hour',
    }),
    kind: choice(promotionKinds, { label: 'Kind', required: true, list: 2, example: 'percent' }),
    status: state(['draft', 'active', 'archived'], { label: 'Status', list: 3 }),
    percent: rate({
      label: 'Percent off',
      help: 'Of what is given away: 100 unless told',
      min: '0.000001',
      max: '100',
      list: 4,
      example: '20',
    }),
    amountOff: money({ label: 'Amount off', help: 'Once for each sale, by the kind "fixed"', min: 1, list: 5 }),
    setPrice: money({ label: 'Price of a set', help: 'What a set costs, by the kind "bundle"', min: 0 }),
    buyQuantity: integer({ label: 'Buy', help: 'So many, by the kind "buy x get y"', min: 1, max: 100_000 }),
    getQuantity: integer({ label: 'Get', help: 'So many of the cheapest for less or nothing', min: 1, max: 100_000 }),
    setsMax: integer({ label: 'Most sets in one sale', min: 1, max: 100_000 }),
    maxDiscount: money({ label: 'Most that it takes off a sale', min: 1 }),
    minSpend: money({ label: 'Minimum spend', help: 'On its goods, less what other promotions took off', min: 1 }),
    minQuantity: quantity({ label: 'Minimum quantity', help: 'Of its goods, in the units sold', min: '0.000001' }),
    goods: list(goods(), { label: 'Goods', help: 'Empty: all goods and services', max: 200 }),
    rewards: list(goods(), {
      label: 'What is given',
      help: 'Empty: its own goods; of free shipping, every charge',
      max: 200,
    }),
    parts: list(
      group({
        product: link({ label: 'Product', to: () => product }),
        category: link({ label: 'Category', to: () => category }),
        quantity: integer({ label: 'Quantity', help: '1 unless told', min: 1, max: 10_000 }),
      }),
      { label: 'Parts of a set', help: 'How many of what, by the kind "bundle"', max: 20 },
    ),
    priority: integer({
      label: 'Priority',
      help: 'The lower goes first',
      required: true,
      default: 100,
      min: 0,
      max: 10_000,
      list: 6,
    }),
    exclusive: boolean({
      label: 'Exclusive',
      help: 'No other promotion touches the lines that it has, and it none that others have',
      required: true,
      default: false,
    }),
    needsCoupon: boolean({ label: 'Only with a coupon', required: true, default: false, list: 7 }),
    validFrom: date({ label: 'Valid from', list: 8 }),
    validTo: date({ label: 'Valid to', list: 9 }),
    timeFrom: time({ label: 'From (time of day)', help: "By the shop's clock" }),
    timeTo: time({ label: 'Until (time of day)', help: 'May be past midnight: 22:00 to 02:00' }),
    days: list(choice(weekdays), { label: 'Days of the week', help: 'Empty: every day', max: 7 }),
    customers: list(group({ customer: link({ label: 'Customer', required: true, to: () => customer }) }), {
      label: 'Only for customers',
      max: 200,
    }),
    customerGroups: list(
      group({ customerGroup: link({ label: 'Customer group', required: true, to: () => customerGroup }) }),
      { label: 'Only for customer groups', max: 50 },
    ),
    shops: list(group({ shop: link({ label: 'Shop', required: true, to: () => shop }) }), {
      label: 'Only at shops',
      max: 200,
    }),
    channels: list(code({ max: 32, example: 'web' }), { label: 'Only in channels', max: 20 }),
    description: note({ label: 'Description' }),
  },
  transitions: {
    activate: { from: ['draft', 'archived'], to: 'active', says: 'Puts it in force, at tills too.' },
    archive: { from: 'active', to: 'archived', says: 'Takes it out of force.' },
  },
  indexes: [['status', 'validTo']],
  checks: { dates: 'valid_from is null or valid_to is null or valid_to >= valid_from' },
  csv: { key: 'name' },
  guard: guardPromotion,
})
