/** Looking into the event log. */
import { defineAction, instant, integer, Page, record, refuse, text } from '#kernel'
import { cursorAt, lookBack, positionOf } from '#platform/event-log'
import { registryService } from '#platform/execution'
import { ofWhose } from '../whose.rules.ts'
import { hideFields } from './see.rules.ts'

export const listEvents = defineAction('listEvents', {
  label: 'Event log',
  says: 'What happened, the newest first; of your own company, unless you look after all.',
  method: 'GET',
  path: '/system/events',
  answersList: true,
  crossCompany: true,
  input: {
    type: text({ max: 100, help: 'Such as product.updated.', example: 'product.updated' }),
    entity: text({ max: 100, help: 'Such as catalog.product.' }),
    id: text({ max: 36, pattern: '^[0-9a-fA-F-]{36}$', help: 'Of the record; with its entity.' }),
    from: instant(),
    to: instant({ help: 'Not included.' }),
    cursor: text({
      max: 200,
      help: '`pagination.nextCursor` of the page before; that may be short or empty where few match.',
    }),
    limit: integer({ min: 1, max: 200, default: 50 }),
  },
  output: {
    seq: integer({ required: true }),
    id: text({ required: true }),
    companyId: text({ required: true }),
    type: text({ required: true }),
    entity: text({ required: true }),
    subjectId: text({ required: true }),
    version: integer(),
    shopId: text(),
    data: record({ required: true }),
    actor: record({ required: true }),
    requestId: text({ required: true }),
    at: instant({ required: true }),
  },
  refuses: ['CURSOR_INVALID'],
  run: async (context, { id, cursor, limit = 50, ...query }) => {
    if (id && !query.entity) throw refuse('VALIDATION_FAILED', [{ field: 'entity', message: 'is required with an id' }])
    const registry = context.use(registryService)
    const { events, next } = await lookBack(context.sql, {
      ...{ ...query, ...ofWhose(context), subjectId: id, limit },
      before: cursor === undefined ? undefined : positionOf(cursor, 'cursor'),
    })
    return new Page(
      events.map((event) => ({ ...event, data: hideFields(registry, event.entity, event.data, context.may) })),
      { limit, nextCursor: next && cursorAt(next) },
    )
  },
})
