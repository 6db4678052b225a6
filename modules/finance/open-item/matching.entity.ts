import { date, defineEntity, type EntityDefinition, link, money } from '#kernel'
import { openItem } from './open-item.entity.ts'

/**
 * How much of a debit and a credit of one party answer each other. It never changes: what was matched wrongly is taken
 * back by another one, with the amount below zero and on the same day, as if it had never been.
 */
export const matching = defineEntity('matching', {
  label: 'Match',
  plural: 'Matches',
  says: 'How much of a debit and a credit of one party answer each other.',
  path: '/finance/matchings',
  title: 'matchedOn',
  immutable: true,
  fields: {
    debit: link({ label: 'Debit', required: true, list: 2, to: () => openItem }),
    credit: link({ label: 'Credit', required: true, list: 3, to: () => openItem }),
    amount: money({ label: 'Amount', help: 'Below zero where it takes a match back', required: true, list: 4 }),
    matchedOn: date({ label: 'Date', help: 'The later one of both documents', required: true, list: 1 }),
    undoes: link({ label: 'Takes back', unique: true, to: (): EntityDefinition => matching }),
  },
  indexes: [['debit', 'matchedOn'], ['credit', 'matchedOn'], ['matchedOn']],
  checks: { sign: '(undoes_id is null) = (amount_amount > 0) and amount_amount <> 0' },
  without: ['create'],
})
