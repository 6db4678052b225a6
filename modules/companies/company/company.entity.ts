import { registrations } from '#engines/gst'
import {
  boolean,
  choice,
  code,
  date,
  defineEntity,
  email,
  group,
  integer,
  note,
  phone,
  record,
  state,
  text,
  url,
} from '#kernel'
import { guardCompany } from './company.rules.ts'

/** What goods cost that leave: the moving average, or what the oldest of them came in at (IAS 2.25). */
export const costingMethods = ['average', 'first_in_first_out'] as const

/** A letter of undertaking of a registration for GST; what is sold abroad or to zones then goes without tax. */
export const letterOfUndertaking = () =>
  group(
    {
      number: text({ label: 'Number', required: true, max: 40 }),
      validFrom: date({ label: 'Valid from', required: true }),
      validTo: date({ label: 'Valid to', required: true }),
    },
    { label: 'Letter of undertaking', help: 'India: exports without tax, for one financial year' },
  )

/**
 * A company that trades on this installation. Its record is the company itself: the row's `company_id` is its `id`, so
 * row security shows a company nothing but its own. `slug` is unique in the whole installation.
 */
export const company = defineEntity('company', {
  label: 'Company',
  plural: 'Companies',
  says: 'A company that trades on this installation, with how it keeps its books.',
  path: '/companies',
  isCompany: true,
  fields: {
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 1, example: 'Second Trade' }),
    slug: code({
      label: 'Short name',
      help: 'Part of addresses; made from the name where none is given',
      max: 63,
      pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
      search: true,
      list: 2,
      example: 'second-trade',
    }),
    legalName: text({ label: 'Legal name' }),
    taxNumber: text({ label: 'Tax number', max: 40 }),
    gstin: code({ label: 'GSTIN', help: 'India: the registration of shops that have none of their own', max: 15 }),
    gstRegistration: choice(registrations, {
      label: 'GST registration',
      help: 'India: with it, and a GSTIN, sales are taxed by place of supply',
    }),
    lut: letterOfUndertaking(),
    country: code({
      label: 'Country',
      help: 'ISO 3166-1 alpha-2',
      pattern: '^[A-Z]{2}$',
      max: 2,
      list: 4,
      example: 'GB',
    }),
    currency: code({
      label: 'Currency',
      help: 'ISO 4217; the books are kept in it, so it never changes',
      required: true,
      fixed: true,
      pattern: '^[A-Z]{3}$',
      max: 3,
      list: 5,
      example: 'GBP',
    }),
    timeZone: text({
      label: 'Time zone',
      help: 'IANA name; decides which day a sale belongs to',
      required: true,
      default: 'UTC',
      max: 64,
      example: 'Europe/London',
    }),
    fiscalYearStartMonth: integer({
      label: 'First month of the fiscal year',
      required: true,
      default: 1,
      min: 1,
      max: 12,
    }),
    pricesIncludeTax: boolean({ label: 'Prices include tax', required: true, default: false }),
    taxRounding: choice(['line', 'document'], { label: 'Tax is rounded per', required: true, default: 'line' }),
    allowNegativeStock: boolean({ label: 'Stock may go below zero', required: true, default: false }),
    costing: choice(costingMethods, {
      label: 'Stock is costed by',
      help: 'A change holds from then on: what is there becomes one layer, or is worth its average.',
      required: true,
      default: 'average',
    }),
    email: email({ label: 'E-mail' }),
    phone: phone({ label: 'Phone' }),
    website: url({ label: 'Website' }),
    address: group(
      { lines: note({ max: 400 }), city: text({ max: 120 }), state: text({ max: 120 }), postalCode: text({ max: 20 }) },
      { label: 'Address' },
    ),
    settings: record({ label: 'Further settings', help: 'Free values that clients of this company keep' }),
    status: state(['active', 'inactive'], { label: 'Status', list: 6 }),
  },
  transitions: {
    restore: {
      from: 'inactive',
      to: 'active',
      says: 'Lets the people of a deactivated company sign in and trade again.',
    },
  },
  without: ['create', 'delete'],
  checks: { its_own: 'company_id = id', year_start: 'fiscal_year_start_month between 1 and 12' },
  guard: (_, next) => guardCompany(next),
})
