/** What happened, and who is looking, for those without a socket. */
import { code, defineAction, group, instant, integer, list, msOf, Page, record, refuse, text } from '#kernel'
import { limitMax } from '#platform/execution'
import {
  cursorOf,
  feedService,
  mayHear,
  type Notice,
  Presence,
  placeOf,
  readCursor,
  readTopic,
} from '#platform/realtime'

export const readFeed = defineAction('events', {
  label: 'What happened',
  says: 'Lists what happened to records that you may read, in order: after a cursor, or the latest without one.',
  method: 'GET',
  path: '/realtime/events',
  access: 'signed-in',
  answersList: true,
  input: {
    after: text({ label: 'After', max: 40, help: 'The cursor of the last message or answer.' }),
    limit: integer({ label: 'Rows on a page', min: 1, max: limitMax, default: 50 }),
  },
  output: {
    cursor: text({ label: 'Cursor', required: true, max: 40 }),
    type: text({ label: 'Event', required: true }),
    entity: text({ label: 'Kind of record', required: true }),
    id: code({ label: 'Record', required: true }),
    version: integer({ label: 'Its version' }),
    shopId: code({ label: 'Shop' }),
    at: instant({ label: 'When', required: true }),
    actorName: text({ label: 'Who', required: true }),
    figures: record({ label: 'Figures', help: 'Of sales and returns: number, shopId and total.' }),
  },
  refuses: ['CURSOR_INVALID'],
  run: async (context, { after, limit = 50 }) => {
    const { actor, companyId } = context
    const from = after === undefined ? undefined : readCursor(after)
    const feed = context.use(feedService)
    await feed.look()
    const history = await feed.history(companyId)
    const hears = (notice: Notice) => mayHear(actor, notice)
    const missed = from && history.since(from, msOf(context.now))
    const found = missed ? missed.filter(hears) : from ? [] : history.latest(limit, hears)
    const rows = found.slice(0, limit).map(({ message }) => message)
    const isMore = found.length > limit
    const cursor = (isMore && rows.at(-1)?.cursor) || cursorOf(feed.position)
    return new Page(rows, {
      ...{ limit, page: null, total: null, totalPages: null, nextCursor: isMore ? cursor : null },
      // Where everything that can still be told is told; `reset` says that some cannot.
      ...{ cursor, reset: from !== undefined && missed === undefined },
    })
  },
})

export const readPresence = defineAction('presence', {
  label: 'Who is looking',
  says: 'Names the people who have a page about the record open right now.',
  method: 'GET',
  path: '/realtime/presence',
  access: 'signed-in',
  input: {
    record: text({ label: 'Record', required: true, max: 140, help: 'Entity and id, as catalog.product:<id>.' }),
  },
  output: {
    people: list(group({ id: code({ required: true }), name: text({ required: true }) }), { max: 20 }),
    more: integer({ label: 'Further people', required: true, help: 'Beyond those who are named.' }),
  },
  refuses: ['NOT_FOUND'],
  run: async ({ actor, companyId, use }, { record: named }) => {
    const feed = use(feedService)
    const topic = readTopic(`record:${named}`)
    if (topic?.kind !== 'record') {
      throw refuse('VALIDATION_FAILED', [{ field: 'record', message: 'Write <entity>:<id>, as catalog.product:<id>.' }])
    }
    const closed = Presence.sees(actor, topic.entity) ? await feed.unwatchable({ actor, companyId }, [topic]) : [0]
    if (closed.length > 0) throw refuse('NOT_FOUND')
    return feed.presence.at(placeOf(companyId, `record:${named}`))
  },
})
