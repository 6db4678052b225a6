/** What other modules may use of finance: its records, to link to. */
export { account } from './account/account.entity.ts'
export { journalEntry } from './entry/journal-entry.entity.ts'
export { ledgerLine } from './entry/ledger-line.entity.ts'
export { accountingPeriod } from './period/accounting-period.entity.ts'
