import { receiptLanguages } from '#engines/receipt'
import { choice, code, defineEntity, email, group, list, note, phone, rate, state, text, time } from '#kernel'
import { letterOfUndertaking } from '#modules/companies'
import { guardShop } from './shop.guard.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const uuid = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
/** The shop in a path. */
export const pathId = code({ label: 'Shop', required: true, max: 36, pattern: uuid })

/** A place where the company sells: a store, a branch, a stall, or the counter of a warehouse. */
export const shop = defineEntity('shop', {
  label: 'Shop',
  plural: 'Shops',
  says: 'A place where the company sells, with its registers and the people who work there.',
  path: '/shops',
  shop: 'id',
  fields: {
    code: code({ label: 'Code', required: true, unique: true, max: 20, search: true, list: 1, example: 'LON' }),
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 2, example: 'London' }),
    address: group({ lines: note({ max: 400 }), postalCode: text({ max: 20 }) }, { label: 'Address' }),
    city: text({ label: 'City', max: 120, search: true, list: 3 }),
    state: text({ label: 'State', max: 120 }),
    country: code({
      label: 'Country',
      help: "ISO 3166-1 alpha-2; the company's where none is given",
      pattern: '^[A-Z]{2}$',
      max: 2,
    }),
    gstin: code({ label: 'GSTIN', help: "India: of the shop's state; the company's where none is given", max: 15 }),
    lut: letterOfUndertaking(),
    latitude: rate({ label: 'Latitude', help: 'Degrees north', min: '-90', max: '90' }),
    longitude: rate({ label: 'Longitude', help: 'Degrees east', min: '-180', max: '180' }),
    phone: phone({ label: 'Phone' }),
    email: email({ label: 'E-mail' }),
    timeZone: text({
      label: 'Time zone',
      help: "IANA name; the company's where none is given",
      max: 64,
      example: 'Europe/London',
    }),
    dayStart: time({
      label: 'The day starts at',
      help: 'What is sold before this time counts to the day before',
      required: true,
      default: '00:00',
    }),
    managerId: code({
      label: 'Manager',
      max: 36,
      pattern: uuid,
      refersTo: 'auth.user',
    }),
    openingHours: list(
      group({
        day: choice(days, { required: true }),
        opens: time({ required: true }),
        closes: time({ required: true }),
      }),
      { label: 'Opening hours', help: 'A stretch that closes at or before it opens ends on the next day', max: 21 },
    ),
    receipt: group(
      {
        header: note({ help: 'Below the address', max: 500 }),
        footer: note({ help: 'Instead of thanks', max: 1000 }),
        taxNumberLabel: text({ help: 'Such as VAT Reg. or GSTIN', max: 40 }),
        language: choice(receiptLanguages),
      },
      { label: 'Receipts' },
    ),
    status: state(['active', 'inactive'], { label: 'Status', list: 4 }),
  },
  transitions: {
    close: { from: 'active', to: 'inactive', says: 'Stops selling at the shop; its history stays.' },
    reopen: { from: 'inactive', to: 'active', says: 'Lets a closed shop sell again.' },
  },
  csv: { key: 'code' },
  guard: guardShop,
})
