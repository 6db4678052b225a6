import { defineModule } from '#kernel'
import { chooseDefault, listDefaults } from './default/default.actions.ts'
import { viewRefusals } from './refusals.ts'
import { view } from './view/view.entity.ts'

export const views = defineModule({
  name: 'views',
  says: 'Lists as people want to see them again: filters, order and columns, kept under a name.',
  uses: [],
  resource: 'settings',
  entities: [view],
  actions: [listDefaults, chooseDefault],
  refusals: [viewRefusals],
  events: { 'view.chosen': 'A person chose the view with which the list of an entity opens, or none.' },
  tables: ['views.default_view'],
})
