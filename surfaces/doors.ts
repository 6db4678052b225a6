/** Operations that the surfaces themselves bring, as a module like any other: the console's description and search. */
import { defineAction, defineModule, defineService, isId, type Registry, record, tags, text } from '#kernel'
import { findTitles } from '#platform/execution'
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
  isKept: true,
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
  output: {
    entity: text({ required: true }),
    label: text({ required: true }),
    id: text({ required: true }),
    title: text({ required: true }),
    detail: text({ required: true }),
    path: text({ required: true }),
  },
  run: async (context, { q, entity }) => searchEverywhere(context, context.use(registryService), q, entity),
})

const titles = defineAction('titles', {
  label: 'Titles of records',
  says: 'Tells what records are called, as far as the caller may read them; of others nothing is said.',
  method: 'GET',
  path: '/console/titles',
  access: 'signed-in',
  input: {
    entity: text({ required: true, max: 100, help: 'Such as catalog.product.', example: 'catalog.product' }),
    ids: tags({ required: true, max: 200, help: 'Separated by commas.' }),
  },
  output: { entity: text({ required: true }), titles: record({ required: true, help: 'Title by id.' }) },
  run: async (context, { entity, ids }) => {
    const entry = context.use(registryService).entities.get(entity)
    const found = entry ? await findTitles(context, entry, ids.filter(isId)) : new Map<string, string>()
    return { entity, titles: Object.fromEntries(found) }
  },
})

export const doors = defineModule({
  name: 'console',
  says: 'What a client draws its pages from, and the search over everything.',
  uses: [],
  resource: 'settings',
  actions: [describe, search, titles],
})
