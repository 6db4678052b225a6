/** Operations that the surfaces themselves bring, as a module like any other: the console's description and search. */
import { defineAction, defineModule, defineService, type Registry, text } from '#kernel'
import { describeConsole } from './console/describe.ts'
import { searchEverywhere } from './search/search.ts'

/** The registry, for operations that are about the registry. */
export const registryService = defineService<Registry>('registry')

const describe = defineAction('describe', {
  label: 'Console description',
  says: 'Describes the entities, lists, forms and actions that the caller may use.',
  method: 'GET',
  path: '/console',
  access: 'signed-in',
  input: {},
  run: async (context) => describeConsole(context.use(registryService), context.may),
})

const search = defineAction('search', {
  label: 'Search',
  says: 'Finds records by words, over everything that the caller may read.',
  method: 'GET',
  path: '/search',
  access: 'signed-in',
  answersList: true,
  input: {
    q: text({ required: true, max: 200, help: 'Words that all must occur.', example: 'lantern' }),
    entity: text({ max: 100, help: 'Only this entity, such as catalog.product.' }),
  },
  output: { entity: text(), label: text(), id: text(), title: text(), detail: text(), path: text() },
  run: async (context, { q, entity }) => searchEverywhere(context, context.use(registryService), q, entity),
})

export const doors = defineModule({
  name: 'console',
  says: 'What a client draws its pages from, and the search over everything.',
  uses: [],
  resource: 'settings',
  actions: [describe, search],
})
