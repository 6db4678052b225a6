/** Operations that the surfaces themselves bring, as a module like any other: the console's description and search. */
import { defineAction, defineModule, group, instant, integer, isId, list, record, tags, text } from '#kernel'
import { findTitles, registryService } from '#platform/execution'
import { describeConsole } from './console/describe.ts'
import { timelineOf } from './console/timeline.ts'
import { searchEverywhere } from './search/search.ts'

export { registryService }

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

const timeline = defineAction('timeline', {
  label: 'Timeline of a record',
  says: 'What happened to one record, newest first, for whoever may read it: changes field by field, and other events.',
  method: 'GET',
  path: '/console/timeline',
  access: 'signed-in',
  answersList: true,
  input: {
    entity: text({ required: true, max: 100, help: 'Such as catalog.product.', example: 'catalog.product' }),
    id: text({ required: true, max: 36, help: 'Of the record.' }),
    cursor: text({ max: 200, help: '`pagination.nextCursor` of the page before.' }),
    limit: integer({ min: 1, max: 200, default: 50 }),
  },
  output: {
    id: text({ required: true }),
    type: text({ required: true }),
    says: text({ max: 500 }),
    at: instant({ required: true }),
    version: integer(),
    requestId: text({ required: true }),
    actor: group(
      { kind: text({ required: true }), id: text({ required: true }), name: text({ required: true }) },
      { required: true },
    ),
    changes: list(record({ help: '`{ field, before, after }`' }), { required: true, max: 500 }),
  },
  refuses: ['NOT_FOUND', 'CURSOR_INVALID', 'COMPANY_REQUIRED'],
  run: (context, { limit = 50, ...query }) => timelineOf(context, context.use(registryService), { ...query, limit }),
})

export const doors = defineModule({
  name: 'console',
  says: 'What a client draws its pages from, and the search over everything.',
  uses: [],
  resource: 'settings',
  actions: [describe, search, titles, timeline],
})
