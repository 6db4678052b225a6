// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** An account of the general ledger. */
export type FinanceAccount = {
  code: string
  name: string
  type: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  role: 'cash' | 'card' | 'other_tender' | 'receivable' | 'stock' | 'payable' | 'output_tax' | 'equity' | 'opening_balance' | 'retained_earnings' | 'revenue' | 'other_revenue' | 'cost_of_goods' | 'stock_loss' | 'stock_gain' | 'own_use' | 'count_difference' | 'over_short' | 'till_clearing' | null
  control: boolean
  status: 'active' | 'archived'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A month of the books. Once it is locked, nothing is posted into it. */
export type FinanceAccountingPeriod = {
  startsOn: string
  endsOn: string
  fiscalYear: string
  month: number
  state: 'open' | 'locked'
  lockedAt: string | null
  lockedEntries: number | null
  lockedLines: number | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A posted entry: its lines balance in every currency, and it never changes. */
export type FinanceJournalEntry = {
  kind: 'sale' | 'return' | 'adjustment' | 'till' | 'opening' | 'manual' | 'reversal'
  businessDate: string
  occurredOn: string
  periodId: string
  memo: string
  source: string | null
  sourceId: string | null
  eventSeq: number | null
  reversesId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** An amount on the debit or the credit side of an account. */
export type FinanceLedgerLine = {
  entryId: string
  accountId: string
  businessDate: string
  debit: number
  credit: number
  currency: string
  shopId: string | null
  customerId: string | null
  memo: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type FinanceAccountField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'type' | 'role' | 'control' | 'status'

export type FinanceAccountingPeriodField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'startsOn' | 'endsOn' | 'fiscalYear' | 'month' | 'state' | 'lockedAt' | 'lockedEntries' | 'lockedLines'

export type FinanceJournalEntryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'kind' | 'businessDate' | 'occurredOn' | 'periodId' | 'memo' | 'source' | 'sourceId' | 'eventSeq' | 'reversesId'

export type FinanceLedgerLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'entryId' | 'accountId' | 'businessDate' | 'debit' | 'credit' | 'currency' | 'shopId' | 'customerId' | 'memo'

export type FinanceAccountCreateBody = {
  code: string
  name: string
  type: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  control?: boolean
  id?: string
}

export type FinanceAccountUpdateBody = {
  name?: string | null
  control?: boolean | null
  version?: number
}

export type FinanceAccountDeleteAnswer = {
  id: string
}

export type FinanceAccountArchiveBody = {
  version?: number
}

export type FinanceAccountRestoreBody = {
  version?: number
}

export type FinanceAccountingPeriodCreateBody = {
  startsOn: string
  id?: string
}

export type FinanceAccountingPeriodLockBody = {
  version?: number
}

export type FinanceAccountingPeriodUnlockBody = {
  version?: number
}

export type FinanceJournalEntryReadAnswer = {
  id: string
  kind: string
  businessDate: string
  occurredOn: string
  memo: string
  source?: string | null
  sourceId?: string | null
  eventSeq?: number | null
  reversesId?: string | null
  reversedById?: string | null
  lines: {
    id: string
    accountId: string
    code: string
    name: string
    debit?: Money | null
    credit?: Money | null
    memo?: string | null
  }[]
}

export type FinanceJournalEntryPostBody = {
  businessDate?: string
  memo: string
  kind?: 'manual' | 'opening'
  lines: {
    accountId: string
    debit?: Money
    credit?: Money
    memo?: string
  }[]
}

export type FinanceJournalEntryPostAnswer = {
  id: string
  kind: string
  businessDate: string
  occurredOn: string
  memo: string
  source?: string | null
  sourceId?: string | null
  eventSeq?: number | null
  reversesId?: string | null
  reversedById?: string | null
  lines: {
    id: string
    accountId: string
    code: string
    name: string
    debit?: Money | null
    credit?: Money | null
    memo?: string | null
  }[]
}

export type FinanceJournalEntryReverseBody = {
  businessDate?: string
  memo?: string
}

export type FinanceJournalEntryReverseAnswer = {
  id: string
  kind: string
  businessDate: string
  occurredOn: string
  memo: string
  source?: string | null
  sourceId?: string | null
  eventSeq?: number | null
  reversesId?: string | null
  reversedById?: string | null
  lines: {
    id: string
    accountId: string
    code: string
    name: string
    debit?: Money | null
    credit?: Money | null
    memo?: string | null
  }[]
}

export type FinanceTrialBalanceAnswer = {
  from: string
  date: string
  rows: {
    accountId: string
    code: string
    name: string
    type: string
    opening: Money
    debit: Money
    credit: Money
    closing: Money
  }[]
  totals: {
    opening: Money
    debit: Money
    credit: Money
    closing: Money
  }[]
}

export type FinanceProfitLossAnswer = {
  period: {
    from: string
    to: string
  }
  previousPeriod: {
    from: string
    to: string
  }
  rows: {
    accountId: string
    code: string
    name: string
    type: string
    amount: Money
    previous: Money
  }[]
  totals: {
    revenue: Money
    expense: Money
    profit: Money
  }[]
  previousTotals: {
    revenue: Money
    expense: Money
    profit: Money
  }[]
}

export type FinanceAccountStatementAnswer = {
  account?: {
    id: string
    code: string
    name: string
  } | null
  from: string
  to: string
  opening: Money
  closing: Money
  lines: {
    id: string
    entryId: string
    businessDate: string
    memo?: string | null
    amount: Money
    balance: Money
  }[]
  next?: string | null
}

export interface FinanceRoutes {
  /** Lists accounts. `finance.account.list`, permission `finance.account.read`. */
  'GET /finance/accounts': {
    params: never
    query: ListQuery<FinanceAccountField>
    body: never
    answer: FinanceAccount
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one account. `finance.account.read`, permission `finance.account.read`. */
  'GET /finance/accounts/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceAccount
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates an account. `finance.account.create`, permission `finance.account.create`. */
  'POST /finance/accounts': {
    params: never
    query: never
    body: FinanceAccountCreateBody
    answer: FinanceAccount
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of an account. `finance.account.update`, permission `finance.account.update`. */
  'PATCH /finance/accounts/:id': {
    params: { id: string }
    query: never
    body: FinanceAccountUpdateBody
    answer: FinanceAccount
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /finance/accounts/:id': FinanceRoutes['PATCH /finance/accounts/:id']
  /** Removes an account that nothing refers to. `finance.account.delete`, permission `finance.account.delete`. */
  'DELETE /finance/accounts/:id': {
    params: { id: string }
    query: never
    body: never
    answer: FinanceAccountDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Keeps an account from further postings by hand. `finance.account.archive`, permission `finance.account.archive`. */
  'POST /finance/accounts/:id/archive': {
    params: { id: string }
    query: never
    body: FinanceAccountArchiveBody
    answer: FinanceAccount
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Opens an archived account again. `finance.account.restore`, permission `finance.account.restore`. */
  'POST /finance/accounts/:id/restore': {
    params: { id: string }
    query: never
    body: FinanceAccountRestoreBody
    answer: FinanceAccount
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists accounting periods. `finance.accountingPeriod.list`, permission `finance.accountingPeriod.read`. */
  'GET /finance/periods': {
    params: never
    query: ListQuery<FinanceAccountingPeriodField>
    body: never
    answer: FinanceAccountingPeriod
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one accounting period. `finance.accountingPeriod.read`, permission `finance.accountingPeriod.read`. */
  'GET /finance/periods/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceAccountingPeriod
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates an accounting period. `finance.accountingPeriod.create`, permission `finance.accountingPeriod.create`. */
  'POST /finance/periods': {
    params: never
    query: never
    body: FinanceAccountingPeriodCreateBody
    answer: FinanceAccountingPeriod
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Locks the month: nothing is posted into it any more. `finance.accountingPeriod.lock`, permission `finance.accountingPeriod.lock`. */
  'POST /finance/periods/:id/lock': {
    params: { id: string }
    query: never
    body: FinanceAccountingPeriodLockBody
    answer: FinanceAccountingPeriod
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Opens a locked month for postings again. `finance.accountingPeriod.unlock`, permission `finance.accountingPeriod.unlock`. */
  'POST /finance/periods/:id/unlock': {
    params: { id: string }
    query: never
    body: FinanceAccountingPeriodUnlockBody
    answer: FinanceAccountingPeriod
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists journal entries. `finance.journalEntry.list`, permission `finance.journalEntry.read`. */
  'GET /finance/entries': {
    params: never
    query: ListQuery<FinanceJournalEntryField>
    body: never
    answer: FinanceJournalEntry
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists ledger lines. `finance.ledgerLine.list`, permission `finance.ledgerLine.read`. */
  'GET /finance/lines': {
    params: never
    query: ListQuery<FinanceLedgerLineField>
    body: never
    answer: FinanceLedgerLine
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one ledger line. `finance.ledgerLine.read`, permission `finance.ledgerLine.read`. */
  'GET /finance/lines/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceLedgerLine
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Reads one entry with its lines. `finance.journalEntry.read`, permission `finance.journalEntry.read`. */
  'GET /finance/entries/:id': {
    params: { id: string }
    query: never
    body: never
    answer: FinanceJournalEntryReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Posts an entry by hand: lines on the debit or credit side of accounts, balanced in every currency. `finance.journalEntry.post`, permission `finance.journalEntry.post`. */
  'POST /finance/entries': {
    params: never
    query: never
    body: FinanceJournalEntryPostBody
    answer: FinanceJournalEntryPostAnswer
    isList: false
    refuses: 'ENTRY_UNBALANCED' | 'CONTROL_ACCOUNT' | 'ACCOUNT_ARCHIVED' | 'PERIOD_LOCKED' | 'REFERENCE_NOT_FOUND'
  }
  /** Posts the opposite of an entry that was made by hand, once, linked to it. `finance.journalEntry.reverse`, permission `finance.journalEntry.reverse`. */
  'POST /finance/entries/:id/reverse': {
    params: { id: string }
    query: never
    body: FinanceJournalEntryReverseBody
    answer: FinanceJournalEntryReverseAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'ENTRY_OF_DOCUMENT' | 'ENTRY_REVERSED' | 'ALREADY_EXISTS' | 'PERIOD_LOCKED'
  }
  /** What stands on each account: at the start, what moved since, and on the day. Debit is above zero. `finance.trialBalance`, permission `finance.trialBalance`. */
  'GET /finance/reports/trial-balance': {
    params: never
    query: {
      date?: string
      from?: string
    }
    body: never
    answer: FinanceTrialBalanceAnswer
    isList: false
    refuses: never
  }
  /** Revenue less expenses of some days, beside those of the days before: as many whole months, or as many days. `finance.profitLoss`, permission `finance.profitLoss`. */
  'GET /finance/reports/profit-loss': {
    params: never
    query: {
      from?: string
      to?: string
      shopId?: string
    }
    body: never
    answer: FinanceProfitLossAnswer
    isList: false
    refuses: never
  }
  /** What was posted to an account, with the balance after each line. Debit is above zero. `finance.accountStatement`, permission `finance.accountStatement`. */
  'GET /finance/reports/account-statement': {
    params: never
    query: {
      accountId: string
      from?: string
      to?: string
      currency?: string
      limit?: number
      cursor?: string
    }
    body: never
    answer: FinanceAccountStatementAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'CURSOR_INVALID'
  }
}
