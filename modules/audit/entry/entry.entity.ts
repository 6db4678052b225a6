import { defineEntity, instant, integer, record, tags, text } from '#kernel'

const wide = { min: 0, max: Number.MAX_SAFE_INTEGER }
const big = { maxBytes: 1_048_576 }

/** What happened: who did what to which record, what was there before and what after. Chained, never changed. */
export const entry = defineEntity('entry', {
  label: 'Audit entry',
  plural: 'Audit log',
  says: 'Every committed change, in order, each sealed with the one before it.',
  path: '/audit/logs',
  without: ['create'],
  immutable: true,
  fields: {
    position: integer({ label: 'Position', required: true, ...wide }),
    at: instant({ label: 'When', required: true, list: 1 }),
    action: text({ label: 'What', required: true, list: 3, search: true, help: 'The event, such as product.updated.' }),
    resourceType: text({ label: 'Kind of record', required: true, list: 4, search: true }),
    resourceId: text({ label: 'Record', required: true, max: 36, list: 5 }),
    resourceVersion: integer({ label: 'Its version' }),
    actorKind: text({ label: 'Kind of actor', required: true, max: 20 }),
    actorId: text({ label: 'Actor', required: true, max: 100 }),
    actorName: text({ label: 'Who', required: true, max: 300, list: 2, search: true }),
    before: record({ label: 'Before', ...big }),
    after: record({ label: 'After', ...big }),
    changed: tags({ label: 'Changed fields', max: 500 }),
    requestId: text({ label: 'Request', required: true, max: 100 }),
    eventSeq: integer({ label: 'Number in the event log', required: true, ...wide }),
    previousSeal: text({ label: 'Seal before', required: true, max: 64 }),
    seal: text({ label: 'Seal', required: true, max: 64 }),
  },
  unique: [['position'], ['eventSeq']],
  indexes: [['resourceType', 'resourceId'], ['actorId'], ['at']],
})
