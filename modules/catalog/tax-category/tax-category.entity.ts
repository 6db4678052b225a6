import { boolean, code, defineEntity, text } from '#kernel'
import { guardTaxCategory } from './tax-category.guard.ts'

/** Goods that are taxed alike. The percentages are dated and stand in tax rates. */
export const taxCategory = defineEntity('taxCategory', {
  label: 'Tax category',
  plural: 'Tax categories',
  resource: 'settings',
  fields: {
    code: code({
      label: 'Code',
      required: true,
      max: 32,
      unique: true,
      fixed: true,
      search: true,
      list: 1,
      example: 'reduced',
    }),
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 2, example: 'Reduced rate' }),
    isDefault: boolean({
      label: 'Default',
      required: true,
      default: false,
      list: 3,
      help: 'For products that name none. Making one the default takes it from the other.',
    }),
  },
  csv: { key: 'code' },
  guard: guardTaxCategory,
})
