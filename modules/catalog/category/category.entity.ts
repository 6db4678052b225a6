import { defineEntity, type EntityDefinition, integer, link, tags, text } from '#kernel'
import { guardCategory } from './category.guard.ts'
import { depthMax } from './category.rules.ts'

/** A place in the tree of goods. */
export const category = defineEntity('category', {
  label: 'Category',
  plural: 'Categories',
  fields: {
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 1, example: 'Mugs' }),
    parent: link({ label: 'Parent', to: (): EntityDefinition => category, list: 2 }),
    position: integer({ label: 'Position', min: 0, max: 1_000_000 }),
    path: tags({
      label: 'Path',
      max: depthMax,
      required: true,
      computed: true,
      default: [],
      help: 'The ids of the categories above it, the nearest first.',
    }),
  },
  unique: [['parent', 'name']],
  csv: { key: 'name' },
  guard: guardCategory,
})
