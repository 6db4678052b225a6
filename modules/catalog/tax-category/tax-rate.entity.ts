import { code, date, defineEntity, link, rate, text } from '#kernel'
import { taxCategory } from './tax-category.entity.ts'
import { guardTaxRate } from './tax-rate.guard.ts'

/**
 * The percentage of a tax category from one day to another, both included; without an end, until further. A category
 * has at most one rate on any day. A new percentage is a new rate: end the old one first.
 */
export const taxRate = defineEntity('taxRate', {
  label: 'Tax rate',
  plural: 'Tax rates',
  resource: 'settings',
  fields: {
    taxCategory: link({ label: 'Tax category', to: () => taxCategory, required: true, fixed: true, list: 1 }),
    code: code({ label: 'Code', required: true, max: 32, list: 2, example: 'VAT20' }),
    label: text({ label: 'Label', required: true, max: 60, list: 3, example: 'VAT 20 %' }),
    percent: rate({ label: 'Percent', required: true, fixed: true, min: '0', max: '1000', list: 4, example: '20' }),
    cess: rate({ label: 'Cess', help: 'India: percent beside GST', fixed: true, min: '0', max: '1000' }),
    validFrom: date({ label: 'Valid from', required: true, list: 5, example: '2011-01-04' }),
    validTo: date({ label: 'Valid to', list: 6 }),
    source: text({ label: 'Source', max: 400, help: 'The law or notice that says so.' }),
  },
  checks: { percent_range: 'percent >= 0', dates: 'valid_to is null or valid_to >= valid_from' },
  guard: guardTaxRate,
})
