import { code, defineEntity, integer, link, text } from '#kernel'
import { shop } from '#modules/shops'

/**
 * What kinds of documents are numbered; each has a series of its own at each register and in each fiscal year. A till
 * that works offline numbers its sales itself, from a series that is leased to it (`offline`), one for each epoch.
 * Orders, their invoices and their credit notes are numbered by the shop.
 */
export const documentKinds = ['sale', 'credit_note', 'offline', 'order', 'invoice', 'order_credit'] as const

/**
 * A run of document numbers without gaps. It belongs to one register (or to imported history), so that registers never
 * wait for each other; it is made when its first number is taken.
 */
export const numberSeries = defineEntity('numberSeries', {
  label: 'Number series',
  plural: 'Number series',
  says: 'A run of document numbers without gaps.',
  path: '/sales/number-series',
  shop: 'shop',
  fields: {
    prefix: text({ label: 'Prefix', required: true, max: 60, unique: true, list: 1, example: 'R1/2026-27/' }),
    skipped: integer({
      label: 'Skipped',
      help: 'Numbers of an offline till that no document has',
      required: true,
      default: 0,
      min: 0,
    }),
    next: integer({ label: 'Next number', required: true, min: 1, max: Number.MAX_SAFE_INTEGER, list: 2 }),
    scope: code({ label: 'Belongs to', help: 'The id of a register, or `history`', required: true, max: 36 }),
    kind: text({ label: 'Numbers', required: true, max: 20, list: 3 }),
    fiscalYear: code({ label: 'Fiscal year', help: 'Of an offline series its epoch', required: true, max: 9, list: 4 }),
    shop: link({ label: 'Shop', list: 5, to: () => shop }),
  },
  title: 'prefix',
  unique: [['scope', 'kind', 'fiscalYear']],
  without: ['create', 'update', 'delete'],
})
