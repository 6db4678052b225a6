import { supplyKinds } from '#engines/gst'
import { boolean, choice, code, defineEntity, text } from '#kernel'
import { guardTaxCategory } from './tax-category.guard.ts'

/** A code of the harmonised system, or of services (SAC): 2 to 8 digits. */
export const hsnCode = (help: string) =>
  code({ label: 'HSN or SAC', help: `India: ${help}`, max: 8, pattern: '^([0-9]{2}){1,4}$', example: '61091000' })

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
    hsn: hsnCode('of goods that name none of their own'),
    supply: choice(supplyKinds, {
      label: 'Supply for GST',
      help: 'India: taxable, unless told; nil rated, exempt, or outside of GST',
    }),
    reverseCharge: boolean({ label: 'Reverse charge', help: 'India: registered customers pay the tax themselves' }),
  },
  csv: { key: 'code' },
  guard: guardTaxCategory,
})
