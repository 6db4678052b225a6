/** The books: accounts, periods, posted entries, and the reports over them. */
import { defineModule } from '#kernel'
import { account } from './account/account.entity.ts'
import { readEntry } from './entry/entry.queries.ts'
import { journalEntry } from './entry/journal-entry.entity.ts'
import { ledgerEquations } from './entry/ledger.equations.ts'
import { ledgerLine } from './entry/ledger-line.entity.ts'
import { postEntry, reverseEntry } from './entry/post.actions.ts'
import { makeChart } from './listeners/make-chart.ts'
import { postJournals } from './listeners/post-journals.ts'
import { accountingPeriod } from './period/accounting-period.entity.ts'
import { financeRefusals } from './refusals.ts'
import { accountStatement } from './report/account-statement.actions.ts'
import { profitLoss } from './report/profit-loss.actions.ts'
import { trialBalance } from './report/trial-balance.actions.ts'

export const finance = defineModule({
  name: 'finance',
  says: 'The books: accounts, periods, entries posted once and for good, and reports over them.',
  uses: ['companies'],
  resource: 'ledger',
  entities: [account, accountingPeriod, journalEntry, ledgerLine],
  actions: [readEntry, postEntry, reverseEntry, trialBalance, profitLoss, accountStatement],
  listeners: [makeChart, postJournals],
  refusals: [financeRefusals],
  events: { 'journal_entry.posted': 'An entry was posted by hand, with its lines.' },
  equations: ledgerEquations,
})
