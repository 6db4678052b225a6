import { defineEntity, note, text } from '#kernel'

/** The maker or label of goods. */
export const brand = defineEntity('brand', {
  label: 'Brand',
  plural: 'Brands',
  fields: {
    name: text({ label: 'Name', required: true, max: 120, unique: true, search: true, list: 1 }),
    description: note({ label: 'Description', list: 2 }),
  },
  csv: { key: 'name' },
})
