import { boolean, code, defineEntity, integer, text } from '#kernel'

/** When a document has to be paid: so many days after its date or after the end of its month, moved to a fixed day. */
export const paymentTerm = defineEntity('paymentTerm', {
  label: 'Payment term',
  plural: 'Payment terms',
  says: 'When what is bought or sold on account has to be paid.',
  path: '/payment-terms',
  resource: 'settings',
  fields: {
    code: code({ label: 'Code', required: true, unique: true, max: 20, search: true, list: 1, example: 'NET30' }),
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 2, example: '30 days' }),
    days: integer({ label: 'Days', required: true, default: 0, min: 0, max: 730, list: 3, example: 30 }),
    fromMonthEnd: boolean({
      label: 'Days run from the end of the month',
      required: true,
      default: false,
      list: 4,
    }),
    dueDay: integer({
      label: 'Day of the month',
      help: 'Then moved on to this day of a month; 31 is its last day',
      min: 1,
      max: 31,
      list: 5,
    }),
  },
  csv: { key: 'code' },
  checks: { days_range: 'days between 0 and 730', due_day_range: 'due_day between 1 and 31' },
})
