import { code, defineEntity, integer, text } from '#kernel'
import { guardUnitDelete } from './unit.guard.ts'

/** What goods are counted or measured in. A product without a unit is counted in pieces. */
export const unit = defineEntity('unit', {
  label: 'Unit',
  plural: 'Units',
  fields: {
    code: code({
      label: 'Code',
      required: true,
      max: 16,
      unique: true,
      fixed: true,
      search: true,
      list: 1,
      example: 'crate',
    }),
    name: text({ label: 'Name', required: true, max: 60, search: true, list: 2, example: 'Crate' }),
    decimals: integer({
      label: 'Decimals',
      required: true,
      min: 0,
      max: 6,
      default: 0,
      list: 3,
      help: 'How finely a quantity may be given: 0 for pieces, 3 for kilograms.',
    }),
  },
  csv: { key: 'code' },
  guardDelete: guardUnitDelete,
})
