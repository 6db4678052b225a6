import { defineListener } from '#kernel'
import { makeStandardAccounts } from '../account/ensure-accounts.ts'

/** Gives every new company the standard chart of accounts. */
export const makeChart = defineListener('make-chart', {
  on: ['company.created'],
  says: 'Makes the standard accounts of a new company.',
  run: (context) => makeStandardAccounts(context),
})
