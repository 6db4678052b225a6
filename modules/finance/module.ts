/** The books: accounts, periods, posted entries, debts and their payment, and the reports over them. */
import { defineModule } from '#kernel'
import { account } from './account/account.entity.ts'
import { bankParts } from './bank/parts.ts'
import { readEntry } from './entry/entry.queries.ts'
import { journalEntry } from './entry/journal-entry.entity.ts'
import { ledgerEquations } from './entry/ledger.equations.ts'
import { ledgerLine } from './entry/ledger-line.entity.ts'
import { postEntry, reverseEntry } from './entry/post.actions.ts'
import { gstParts } from './gst/parts.ts'
import { invoiceParts } from './invoice/parts.ts'
import { makeChart } from './listeners/make-chart.ts'
import { postJournals } from './listeners/post-journals.ts'
import { openItemEquations } from './open-item/open-item.equations.ts'
import { openItemParts } from './open-item/parts.ts'
import { accountingPeriod } from './period/accounting-period.entity.ts'
import { financeRefusals } from './refusals.ts'
import { reports } from './report/reports.ts'

export const finance = defineModule({
  name: 'finance',
  says: 'The books: accounts, periods, entries posted once and for good, and reports over them.',
  uses: ['companies', 'catalog', 'crm', 'purchasing', 'sales'],
  resource: 'ledger',
  entities: [
    account,
    accountingPeriod,
    journalEntry,
    ledgerLine,
    ...openItemParts.entities,
    ...invoiceParts.entities,
    ...bankParts.entities,
  ],
  actions: [
    readEntry,
    postEntry,
    reverseEntry,
    ...openItemParts.actions,
    ...invoiceParts.actions,
    ...bankParts.actions,
    ...reports,
    ...gstParts.actions,
  ],
  listeners: [makeChart, postJournals],
  refusals: [financeRefusals],
  events: {
    'journal_entry.posted': 'An entry was posted by hand, with its lines.',
    ...invoiceParts.events,
    ...openItemParts.events,
    ...bankParts.events,
  },
  equations: [...ledgerEquations, ...openItemEquations, ...gstParts.equations],
})
