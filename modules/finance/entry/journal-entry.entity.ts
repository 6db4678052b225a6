import { choice, code, date, defineEntity, type EntityDefinition, integer, link, text } from '#kernel'
import { accountingPeriod } from '../period/accounting-period.entity.ts'

export const entryKinds = [
  'sale',
  'return',
  'adjustment',
  'till',
  'invoice',
  'payment',
  'stored_value',
  'opening',
  'manual',
  'reversal',
] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * A posted entry of the journal. Its lines balance in every currency; a correction is another entry that reverses it.
 */
export const journalEntry = defineEntity('journalEntry', {
  label: 'Journal entry',
  plural: 'Journal entries',
  says: 'A posted entry: its lines balance in every currency, and it never changes.',
  path: '/finance/entries',
  without: ['create', 'read'],
  immutable: true,
  title: 'memo',
  fields: {
    kind: choice(entryKinds, { label: 'Kind', required: true, list: 2 }),
    businessDate: date({ label: 'Posted on', required: true, list: 1 }),
    occurredOn: date({
      label: 'Happened on',
      required: true,
      help: 'Earlier than the posting date where the period of that day was locked',
    }),
    period: link({ label: 'Period', required: true, to: () => accountingPeriod }),
    memo: text({ label: 'Memo', required: true, max: 300, list: 3 }),
    source: code({ label: 'Document', help: 'The address of its entity, such as sales.sale', list: 4 }),
    sourceId: code({ label: 'Document id', max: 36 }),
    eventSeq: integer({
      label: 'Number in the event log',
      help: 'The event from which it was posted; each event is posted once',
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      unique: true,
    }),
    reverses: link({ label: 'Reverses', to: (): EntityDefinition => journalEntry, unique: true }),
  },
  indexes: [['businessDate'], ['sourceId']],
})
