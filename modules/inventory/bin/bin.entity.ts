import { code, defineEntity, link, text } from '#kernel'
import { warehouse } from '../warehouse/warehouse.entity.ts'

/** A named spot inside a warehouse: a shelf, a rack, a cold room. Stock is counted by warehouse, not by bin. */
export const bin = defineEntity('bin', {
  label: 'Storage bin',
  plural: 'Storage bins',
  fields: {
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, fixed: true, list: 1 }),
    code: code({ label: 'Code', required: true, max: 40, search: true, list: 2, example: 'A-03-2' }),
    name: text({ label: 'Name', max: 120, search: true, list: 3 }),
  },
  unique: [['warehouse', 'code']],
  csv: { key: 'code' },
})
