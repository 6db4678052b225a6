import { choice, code, defineEntity, integer, text } from '#kernel'
import { documentKinds } from './document-kinds.ts'

/** A run of numbers without gaps for one kind of document and fiscal year; made with the first number that is taken. */
export const documentSeries = defineEntity('documentSeries', {
  label: 'Number series of invoices',
  plural: 'Number series of invoices',
  says: 'A run of numbers without gaps for one kind of document and fiscal year.',
  path: '/finance/number-series',
  fields: {
    kind: choice(documentKinds, { label: 'Kind', required: true, list: 2 }),
    fiscalYear: code({ label: 'Fiscal year', required: true, max: 9, list: 3, example: '2026-27' }),
    prefix: text({ label: 'Prefix', required: true, max: 40, unique: true, list: 1, example: 'INV/2026-27/' }),
    next: integer({
      label: 'Next number',
      required: true,
      computed: true,
      default: 1,
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
      list: 4,
    }),
  },
  title: 'prefix',
  unique: [['kind', 'fiscalYear']],
  without: ['create', 'update', 'delete'],
})
