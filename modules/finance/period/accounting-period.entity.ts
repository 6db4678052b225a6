import { date, defineEntity, instant, integer, state, text } from '#kernel'
import { guardPeriod } from './period.guard.ts'

const wide = { min: 0, max: Number.MAX_SAFE_INTEGER }

/** A month of the books. It is there from the first posting on; once locked, nothing is posted into it. */
export const accountingPeriod = defineEntity('accountingPeriod', {
  label: 'Accounting period',
  plural: 'Accounting periods',
  says: 'A month of the books. Once it is locked, nothing is posted into it.',
  path: '/finance/periods',
  title: 'startsOn',
  without: ['update', 'delete'],
  fields: {
    startsOn: date({
      label: 'First day',
      help: 'The first of a month',
      required: true,
      fixed: true,
      unique: true,
      list: 1,
      example: '2026-04-01',
    }),
    endsOn: date({ label: 'Last day', required: true, computed: true, list: 2 }),
    fiscalYear: text({ label: 'Fiscal year', required: true, computed: true, max: 9, list: 3 }),
    month: integer({ label: 'Month of the fiscal year', required: true, computed: true, min: 1, max: 12, list: 4 }),
    state: state(['open', 'locked'], { label: 'State', list: 5 }),
    lockedAt: instant({ label: 'Locked at', computed: true }),
    lockedEntries: integer({ label: 'Entries when it was locked', computed: true, ...wide }),
    lockedLines: integer({ label: 'Lines when it was locked', computed: true, ...wide }),
  },
  transitions: {
    lock: { from: 'open', to: 'locked', says: 'Locks the month: nothing is posted into it any more.' },
    unlock: { from: 'locked', to: 'open', says: 'Opens a locked month for postings again.' },
  },
  guard: guardPeriod,
})
