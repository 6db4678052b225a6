import { boolean, choice, code, defineEntity, group, list, tags, text } from '#kernel'
import { guardView } from './view.guard.ts'

/**
 * A list as somebody wants to see it again. It names fields only: what its reader may not see stays hidden, whoever
 * made the view, and a field that is gone is left out by whoever draws it.
 */
export const view = defineEntity('view', {
  label: 'Saved view',
  plural: 'Saved views',
  says: 'Filters, order and columns of a list, kept under a name.',
  path: '/views',
  access: 'signed-in',
  owner: 'ownedBy',
  sharedBy: 'isShared',
  fields: {
    name: text({ label: 'Name', required: true, max: 80, list: 1, example: 'Archived lanterns' }),
    entity: text({
      label: 'List',
      required: true,
      fixed: true,
      max: 100,
      pattern: '^[a-z][A-Za-z]*\\.[a-z][A-Za-z]*$',
      list: 2,
      example: 'catalog.product',
    }),
    words: text({ label: 'Search', max: 200 }),
    filters: list(
      group({
        field: code({ label: 'Field', required: true, max: 64, example: 'status' }),
        operator: choice(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'empty'], { required: true }),
        value: text({ label: 'Value', required: true, max: 1000, example: 'archived' }),
      }),
      { label: 'Filters', max: 20, help: 'All must hold; values are written as in filter[field][operator].' },
    ),
    sort: text({ label: 'Order', max: 65, pattern: '^-?[A-Za-z]+$', help: '`-` in front for descending.' }),
    columns: tags({ label: 'Columns', max: 60, help: "Names of fields, in their order; the list's own unless told." }),
    isShared: boolean({ label: 'Shared with the company', required: true, default: false, list: 3 }),
    ownedBy: text({ label: 'Whose', max: 36, computed: true }),
  },
  title: 'name',
  unique: [['ownedBy', 'entity', 'name']],
  indexes: [['entity']],
  guard: guardView,
})
