// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** An account of the general ledger. */
export type FinanceAccount = {
  code: string
  name: string
  type: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  role: 'cash' | 'card' | 'other_tender' | 'receivable' | 'stock' | 'payable' | 'output_tax' | 'input_tax' | 'customer_deposits' | 'equity' | 'opening_balance' | 'retained_earnings' | 'revenue' | 'other_revenue' | 'cost_of_goods' | 'stock_loss' | 'stock_gain' | 'own_use' | 'count_difference' | 'over_short' | 'till_clearing' | 'output_igst' | 'output_cgst' | 'output_sgst' | 'output_utgst' | 'output_cess' | 'gift_card_liability' | 'store_credit_liability' | 'points_liability' | 'points_revenue' | 'breakage' | 'goodwill' | null
  control: boolean
  cashFlow: 'cash' | 'operating' | 'non_cash' | 'investing' | 'financing' | null
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
  kind: 'sale' | 'return' | 'adjustment' | 'till' | 'invoice' | 'payment' | 'stored_value' | 'opening' | 'manual' | 'reversal'
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

/** A run of numbers without gaps for one kind of document and fiscal year. */
export type FinanceDocumentSeries = {
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit' | 'payment_received' | 'payment_made'
  fiscalYear: string
  prefix: string
  next: number
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What a document left on receivables or payables, and what of it is still open. */
export type FinanceOpenItem = {
  side: 'receivable' | 'payable'
  kind: 'invoice' | 'credit' | 'payment' | 'reversal'
  customerId: string | null
  vendorId: string | null
  sourceEntity: string
  sourceId: string
  number: string
  issuedOn: string
  dueOn: string
  amount: Money
  open: Money
  settledOn: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** How much of a debit and a credit of one party answer each other. */
export type FinanceMatching = {
  debitId: string
  creditId: string
  amount: Money
  matchedOn: string
  undoesId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Money received from or paid to a customer or vendor. */
export type FinancePaymentEntry = {
  number: string
  direction: 'received' | 'made'
  customerId: string | null
  vendorId: string | null
  paidOn: string
  amount: Money
  accountId: string
  reference: string | null
  reversesId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** An invoice or credit note, to a customer or from a vendor. */
export type FinanceInvoice = {
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit'
  number: string | null
  status: 'draft' | 'posted' | 'cancelled'
  customerId: string | null
  vendorId: string | null
  vendorNumber: string | null
  issuedOn: string
  paymentTermId: string | null
  dueOn: string
  fiscalYear: string
  includesTax: boolean
  net: Money
  tax: Money
  total: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
  }[]
  reference: string | null
  note: string | null
  creditsId: string | null
  cancelledById: string | null
  postedAt: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** An amount of an invoice on an account, with its tax. */
export type FinanceInvoiceLine = {
  invoiceId: string
  position: number
  description: string
  accountId: string
  taxCategoryId: string | null
  taxCode: string | null
  amount: Money
  net: Money
  tax: Money
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** An account at a bank, with the ledger account that it is kept on and how its CSV files are read. */
export type FinanceBankAccount = {
  name: string
  accountId: string
  iban: string | null
  dateColumn: string
  amountColumn: string
  textColumn: string
  partyColumn: string | null
  referenceColumn: string | null
  dateOrder: 'iso' | 'day_first' | 'month_first'
  decimalMark: 'point' | 'comma'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A line of a bank statement, and the payment that it is. */
export type FinanceBankLine = {
  bankAccountId: string
  bookedOn: string
  amount: Money
  text: string
  party: string | null
  reference: string | null
  fingerprint: string
  status: 'open' | 'matched'
  recorded: boolean
  paymentId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Whom a name on bank lines stands for, learned from what was accepted. */
export type FinanceBankRule = {
  key: string
  customerId: string | null
  vendorId: string | null
  times: number
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type FinanceAccountField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'type' | 'role' | 'control' | 'cashFlow' | 'status'

export type FinanceAccountingPeriodField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'startsOn' | 'endsOn' | 'fiscalYear' | 'month' | 'state' | 'lockedAt' | 'lockedEntries' | 'lockedLines'

export type FinanceJournalEntryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'kind' | 'businessDate' | 'occurredOn' | 'periodId' | 'memo' | 'source' | 'sourceId' | 'eventSeq' | 'reversesId'

export type FinanceLedgerLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'entryId' | 'accountId' | 'businessDate' | 'debit' | 'credit' | 'currency' | 'shopId' | 'customerId' | 'memo'

export type FinanceDocumentSeriesField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'kind' | 'fiscalYear' | 'prefix' | 'next'

export type FinanceOpenItemField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'side' | 'kind' | 'customerId' | 'vendorId' | 'sourceEntity' | 'sourceId' | 'number' | 'issuedOn' | 'dueOn' | 'amount' | 'open' | 'settledOn'

export type FinanceMatchingField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'debitId' | 'creditId' | 'amount' | 'matchedOn' | 'undoesId'

export type FinancePaymentEntryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'number' | 'direction' | 'customerId' | 'vendorId' | 'paidOn' | 'amount' | 'accountId' | 'reference' | 'reversesId'

export type FinanceInvoiceField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'kind' | 'number' | 'status' | 'customerId' | 'vendorId' | 'vendorNumber' | 'issuedOn' | 'paymentTermId' | 'dueOn' | 'fiscalYear' | 'includesTax' | 'net' | 'tax' | 'total' | 'reference' | 'note' | 'creditsId' | 'cancelledById' | 'postedAt'

export type FinanceInvoiceLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'invoiceId' | 'position' | 'description' | 'accountId' | 'taxCategoryId' | 'taxCode' | 'amount' | 'net' | 'tax'

export type FinanceBankAccountField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'accountId' | 'iban' | 'dateColumn' | 'amountColumn' | 'textColumn' | 'partyColumn' | 'referenceColumn' | 'dateOrder' | 'decimalMark'

export type FinanceBankLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'bankAccountId' | 'bookedOn' | 'amount' | 'text' | 'party' | 'reference' | 'fingerprint' | 'status' | 'recorded' | 'paymentId'

export type FinanceBankRuleField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'key' | 'customerId' | 'vendorId' | 'times'

export type FinanceAccountCreateBody = {
  code: string
  name: string
  type: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  control?: boolean
  cashFlow?: 'cash' | 'operating' | 'non_cash' | 'investing' | 'financing' | null
  id?: string
}

export type FinanceAccountUpdateBody = {
  name?: string | null
  control?: boolean | null
  cashFlow?: 'cash' | 'operating' | 'non_cash' | 'investing' | 'financing' | null
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

export type FinanceBankAccountCreateBody = {
  name: string
  accountId: string
  iban?: string | null
  dateColumn?: string
  amountColumn?: string
  textColumn?: string
  partyColumn?: string | null
  referenceColumn?: string | null
  dateOrder?: 'iso' | 'day_first' | 'month_first'
  decimalMark?: 'point' | 'comma'
  id?: string
}

export type FinanceBankAccountUpdateBody = {
  name?: string | null
  accountId?: string | null
  iban?: string | null
  dateColumn?: string | null
  amountColumn?: string | null
  textColumn?: string | null
  partyColumn?: string | null
  referenceColumn?: string | null
  dateOrder?: 'iso' | 'day_first' | 'month_first' | null
  decimalMark?: 'point' | 'comma' | null
  version?: number
}

export type FinanceBankAccountDeleteAnswer = {
  id: string
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

export type FinancePaymentEntryCreateBody = {
  direction: 'received' | 'made'
  customerId?: string
  vendorId?: string
  paidOn?: string
  amount: Money
  accountId: string
  reference?: string
  match?: 'named' | 'due_first' | 'none'
  pays?: {
    invoiceId?: string
    openItemId?: string
    amount?: Money
  }[]
}

export type FinancePaymentEntryCreateAnswer = {
  id: string
  number: string
  direction: 'received' | 'made'
  customerId?: string | null
  vendorId?: string | null
  paidOn: string
  amount: Money
  accountId: string
  reference?: string | null
  reversesId?: string | null
  reversedById?: string | null
  openItemId?: string | null
  open: Money
  entryId?: string | null
  matches: {
    id: string
    number: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinancePaymentEntryReadAnswer = {
  id: string
  number: string
  direction: 'received' | 'made'
  customerId?: string | null
  vendorId?: string | null
  paidOn: string
  amount: Money
  accountId: string
  reference?: string | null
  reversesId?: string | null
  reversedById?: string | null
  openItemId?: string | null
  open: Money
  entryId?: string | null
  matches: {
    id: string
    number: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinancePaymentEntryReverseBody = {
  paidOn?: string
  reference?: string
}

export type FinancePaymentEntryReverseAnswer = {
  id: string
  number: string
  direction: 'received' | 'made'
  customerId?: string | null
  vendorId?: string | null
  paidOn: string
  amount: Money
  accountId: string
  reference?: string | null
  reversesId?: string | null
  reversedById?: string | null
  openItemId?: string | null
  open: Money
  entryId?: string | null
  matches: {
    id: string
    number: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinanceMatchingCreateBody = {
  matches: {
    debitId: string
    creditId: string
    amount?: Money
  }[]
}

export type FinanceMatchingCreateAnswer = {
  matches: {
    id: string
    debitId: string
    creditId: string
    amount: Money
    matchedOn: string
  }[]
}

export type FinanceMatchingUnmatchBody = Record<string, never>

export type FinanceMatchingUnmatchAnswer = {
  match?: {
    id: string
    debitId: string
    creditId: string
    amount: Money
    matchedOn: string
  } | null
}

export type FinanceInvoiceCreateBody = {
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit'
  customerId?: string
  vendorId?: string
  vendorNumber?: string
  issuedOn?: string
  paymentTermId?: string
  dueOn?: string
  includesTax?: boolean
  reference?: string
  note?: string
  creditsId?: string
  lines: {
    description: string
    accountId: string
    taxCategoryId?: string
    amount: Money
    tax?: Money
  }[]
}

export type FinanceInvoiceCreateAnswer = {
  id: string
  version: number
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit'
  number?: string | null
  status?: 'draft' | 'posted' | 'cancelled' | null
  customerId?: string | null
  vendorId?: string | null
  vendorNumber?: string | null
  issuedOn: string
  paymentTermId?: string | null
  dueOn: string
  fiscalYear: string
  includesTax?: boolean | null
  net: Money
  tax: Money
  total: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
  }[]
  reference?: string | null
  note?: string | null
  creditsId?: string | null
  cancelledById?: string | null
  postedAt?: string | null
  open: Money
  openItemId?: string | null
  entryId?: string | null
  lines: {
    id: string
    position: number
    description: string
    accountId: string
    accountCode: string
    accountName?: string | null
    taxCategoryId?: string | null
    taxCode?: string | null
    amount: Money
    net: Money
    tax: Money
  }[]
  matches: {
    id: string
    number: string
    itemId: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinanceInvoiceReadAnswer = {
  id: string
  version: number
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit'
  number?: string | null
  status?: 'draft' | 'posted' | 'cancelled' | null
  customerId?: string | null
  vendorId?: string | null
  vendorNumber?: string | null
  issuedOn: string
  paymentTermId?: string | null
  dueOn: string
  fiscalYear: string
  includesTax?: boolean | null
  net: Money
  tax: Money
  total: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
  }[]
  reference?: string | null
  note?: string | null
  creditsId?: string | null
  cancelledById?: string | null
  postedAt?: string | null
  open: Money
  openItemId?: string | null
  entryId?: string | null
  lines: {
    id: string
    position: number
    description: string
    accountId: string
    accountCode: string
    accountName?: string | null
    taxCategoryId?: string | null
    taxCode?: string | null
    amount: Money
    net: Money
    tax: Money
  }[]
  matches: {
    id: string
    number: string
    itemId: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinanceInvoiceUpdateBody = {
  version?: number
  customerId?: string
  vendorId?: string
  vendorNumber?: string
  issuedOn?: string
  paymentTermId?: string
  dueOn?: string
  includesTax?: boolean
  reference?: string
  note?: string
  lines?: {
    description: string
    accountId: string
    taxCategoryId?: string
    amount: Money
    tax?: Money
  }[]
}

export type FinanceInvoiceUpdateAnswer = {
  id: string
  version: number
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit'
  number?: string | null
  status?: 'draft' | 'posted' | 'cancelled' | null
  customerId?: string | null
  vendorId?: string | null
  vendorNumber?: string | null
  issuedOn: string
  paymentTermId?: string | null
  dueOn: string
  fiscalYear: string
  includesTax?: boolean | null
  net: Money
  tax: Money
  total: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
  }[]
  reference?: string | null
  note?: string | null
  creditsId?: string | null
  cancelledById?: string | null
  postedAt?: string | null
  open: Money
  openItemId?: string | null
  entryId?: string | null
  lines: {
    id: string
    position: number
    description: string
    accountId: string
    accountCode: string
    accountName?: string | null
    taxCategoryId?: string | null
    taxCode?: string | null
    amount: Money
    net: Money
    tax: Money
  }[]
  matches: {
    id: string
    number: string
    itemId: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinanceInvoiceDeleteAnswer = {
  id: string
}

export type FinanceInvoicePostBody = Record<string, never>

export type FinanceInvoicePostAnswer = {
  id: string
  version: number
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit'
  number?: string | null
  status?: 'draft' | 'posted' | 'cancelled' | null
  customerId?: string | null
  vendorId?: string | null
  vendorNumber?: string | null
  issuedOn: string
  paymentTermId?: string | null
  dueOn: string
  fiscalYear: string
  includesTax?: boolean | null
  net: Money
  tax: Money
  total: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
  }[]
  reference?: string | null
  note?: string | null
  creditsId?: string | null
  cancelledById?: string | null
  postedAt?: string | null
  open: Money
  openItemId?: string | null
  entryId?: string | null
  lines: {
    id: string
    position: number
    description: string
    accountId: string
    accountCode: string
    accountName?: string | null
    taxCategoryId?: string | null
    taxCode?: string | null
    amount: Money
    net: Money
    tax: Money
  }[]
  matches: {
    id: string
    number: string
    itemId: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinanceInvoiceCancelBody = {
  issuedOn?: string
  reference?: string
}

export type FinanceInvoiceCancelAnswer = {
  id: string
  version: number
  kind: 'customer_invoice' | 'customer_credit' | 'vendor_invoice' | 'vendor_credit'
  number?: string | null
  status?: 'draft' | 'posted' | 'cancelled' | null
  customerId?: string | null
  vendorId?: string | null
  vendorNumber?: string | null
  issuedOn: string
  paymentTermId?: string | null
  dueOn: string
  fiscalYear: string
  includesTax?: boolean | null
  net: Money
  tax: Money
  total: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
  }[]
  reference?: string | null
  note?: string | null
  creditsId?: string | null
  cancelledById?: string | null
  postedAt?: string | null
  open: Money
  openItemId?: string | null
  entryId?: string | null
  lines: {
    id: string
    position: number
    description: string
    accountId: string
    accountCode: string
    accountName?: string | null
    taxCategoryId?: string | null
    taxCode?: string | null
    amount: Money
    net: Money
    tax: Money
  }[]
  matches: {
    id: string
    number: string
    itemId: string
    sourceEntity: string
    sourceId: string
    matchedOn: string
    amount: Money
  }[]
}

export type FinanceBankAccountImportBody = {
  format: 'csv' | 'ofx'
  content: string
}

export type FinanceBankAccountImportAnswer = {
  imported: number
  known: number
}

export type FinanceBankAccountSuggestionsAnswer = {
  lines: {
    lineId: string
    text?: string | null
    suggestion?: {
      isExact: string
      reasons: ('payment' | 'number' | 'amount' | 'party')[]
      paymentId?: string | null
      side?: string | null
      partyId?: string | null
      itemIds: string[]
    } | null
  }[]
}

export type FinanceBankAccountAcceptExactBody = Record<string, never>

export type FinanceBankAccountAcceptExactAnswer = {
  accepted: number
  left: number
}

export type FinanceBankLineAcceptBody = {
  paymentId?: string
  customerId?: string
  vendorId?: string
  items?: string[]
}

export type FinanceBankLineAcceptAnswer = {
  paymentId: string
}

export type FinanceBankLineUndoBody = Record<string, never>

export type FinanceBankLineUndoAnswer = {
  id: string
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

export type FinanceBalanceSheetAnswer = {
  date: string
  yearStart: string
  rows: {
    accountId?: string | null
    code: string
    name: string
    section: 'asset' | 'liability' | 'equity'
    amount: Money
  }[]
  totals: {
    assets: Money
    liabilities: Money
    equity: Money
    difference: Money
  }[]
}

export type FinanceCashFlowAnswer = {
  from: string
  to: string
  rows: {
    accountId?: string | null
    code: string
    name: string
    section: 'profit' | 'non_cash' | 'operating' | 'investing' | 'financing'
    amount: Money
  }[]
  totals: {
    opening: Money
    operating: Money
    investing: Money
    financing: Money
    closing: Money
    difference: Money
  }[]
}

export type FinanceAgeingAnswer = {
  date: string
  side: 'receivable' | 'payable'
  parties: number
  rows: {
    partyId: string
    name: string
    credits: Money
    notDue: Money
    to30: Money
    to60: Money
    to90: Money
    over90: Money
    total: Money
  }[]
  totals: {
    credits: Money
    notDue: Money
    to30: Money
    to60: Money
    to90: Money
    over90: Money
    total: Money
  }[]
}

export type FinanceOpenDocumentsAnswer = {
  date: string
  rows: {
    id: string
    partyId: string
    kind: string
    name: string
    number: string
    sourceEntity: string
    sourceId: string
    issuedOn: string
    dueOn: string
    days: number
    bucket: string
    amount: Money
    open: Money
  }[]
  isMore?: string | null
}

export type FinanceGstAnswer = {
  period: string
  gstin?: string | null
  registration?: string | null
  gstins: string[]
  tables: {
    table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
    documents?: number | null
    taxable: Money
    igst: Money
    cgst: Money
    sgst: Money
    cess: Money
  }[]
  small: {
    supply: 'intra' | 'inter'
    place: string
    rate?: string | null
    taxable: Money
    igst: Money
    cgst: Money
    sgst: Money
    cess: Money
  }[]
  nil: {
    supply: 'intra' | 'inter'
    to: 'registered' | 'unregistered'
    nil: Money
    exempt: Money
    nonGst: Money
  }[]
  hsn: {
    tab: string
    hsn?: string | null
    unit: string
    rate?: string | null
    quantity?: string | null
    taxable: Money
    igst: Money
    cgst: Money
    sgst: Money
    cess: Money
  }[]
  series: {
    kind: string
    from: string
    to: string
    numbers: number
    skipped: number
  }[]
  outward: {
    row: 'taxable' | 'zeroRated' | 'exempt' | 'nonGst' | 'reversed'
    taxable: Money
    igst: Money
    cgst: Money
    sgst: Money
    cess: Money
  }[]
  interState: {
    to: 'unregistered' | 'composition' | 'uin'
    place: string
    taxable: Money
    igst: Money
  }[]
  ledger: {
    head: string
    documents: Money
    posted?: Money | null
  }[]
  notes: string[]
  gstr1?: Record<string, unknown> | null
  gstr3b?: Record<string, unknown> | null
}

export type FinanceGstDocumentsAnswer = {
  documents: {
    entity: string
    id: string
    number: string
    date: string
    buyerGstin?: string | null
    place: string
    rule?: string | null
    value: Money
    taxable: Money
    igst: Money
    cgst: Money
    sgst: Money
    cess: Money
  }[]
  cursor?: string | null
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
  /** Lists number series of invoices. `finance.documentSeries.list`, permission `finance.documentSeries.read`. */
  'GET /finance/number-series': {
    params: never
    query: ListQuery<FinanceDocumentSeriesField>
    body: never
    answer: FinanceDocumentSeries
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one number series of invoices. `finance.documentSeries.read`, permission `finance.documentSeries.read`. */
  'GET /finance/number-series/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceDocumentSeries
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists open items. `finance.openItem.list`, permission `finance.openItem.read`. */
  'GET /finance/open-items': {
    params: never
    query: ListQuery<FinanceOpenItemField>
    body: never
    answer: FinanceOpenItem
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one open item. `finance.openItem.read`, permission `finance.openItem.read`. */
  'GET /finance/open-items/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceOpenItem
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists matches. `finance.matching.list`, permission `finance.matching.read`. */
  'GET /finance/matchings': {
    params: never
    query: ListQuery<FinanceMatchingField>
    body: never
    answer: FinanceMatching
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one match. `finance.matching.read`, permission `finance.matching.read`. */
  'GET /finance/matchings/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceMatching
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists payments on account. `finance.paymentEntry.list`, permission `finance.paymentEntry.read`. */
  'GET /finance/payments': {
    params: never
    query: ListQuery<FinancePaymentEntryField>
    body: never
    answer: FinancePaymentEntry
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists invoices. `finance.invoice.list`, permission `finance.invoice.read`. */
  'GET /finance/invoices': {
    params: never
    query: ListQuery<FinanceInvoiceField>
    body: never
    answer: FinanceInvoice
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists invoice lines. `finance.invoiceLine.list`, permission `finance.invoiceLine.read`. */
  'GET /finance/invoice-lines': {
    params: never
    query: ListQuery<FinanceInvoiceLineField>
    body: never
    answer: FinanceInvoiceLine
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists bank accounts. `finance.bankAccount.list`, permission `finance.bankAccount.read`. */
  'GET /finance/bank-accounts': {
    params: never
    query: ListQuery<FinanceBankAccountField>
    body: never
    answer: FinanceBankAccount
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one bank account. `finance.bankAccount.read`, permission `finance.bankAccount.read`. */
  'GET /finance/bank-accounts/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceBankAccount
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a bank account. `finance.bankAccount.create`, permission `finance.bankAccount.create`. */
  'POST /finance/bank-accounts': {
    params: never
    query: never
    body: FinanceBankAccountCreateBody
    answer: FinanceBankAccount
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a bank account. `finance.bankAccount.update`, permission `finance.bankAccount.update`. */
  'PATCH /finance/bank-accounts/:id': {
    params: { id: string }
    query: never
    body: FinanceBankAccountUpdateBody
    answer: FinanceBankAccount
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /finance/bank-accounts/:id': FinanceRoutes['PATCH /finance/bank-accounts/:id']
  /** Removes a bank account that nothing refers to. `finance.bankAccount.delete`, permission `finance.bankAccount.delete`. */
  'DELETE /finance/bank-accounts/:id': {
    params: { id: string }
    query: never
    body: never
    answer: FinanceBankAccountDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists bank lines. `finance.bankLine.list`, permission `finance.bankLine.read`. */
  'GET /finance/bank-lines': {
    params: never
    query: ListQuery<FinanceBankLineField>
    body: never
    answer: FinanceBankLine
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one bank line. `finance.bankLine.read`, permission `finance.bankLine.read`. */
  'GET /finance/bank-lines/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceBankLine
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists bank rules. `finance.bankRule.list`, permission `finance.bankRule.read`. */
  'GET /finance/bank-rules': {
    params: never
    query: ListQuery<FinanceBankRuleField>
    body: never
    answer: FinanceBankRule
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one bank rule. `finance.bankRule.read`, permission `finance.bankRule.read`. */
  'GET /finance/bank-rules/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: FinanceBankRule
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
  /** Records money received from or paid to a customer or vendor, and sets it against what it pays. `finance.paymentEntry.create`, permission `finance.paymentEntry.create`. */
  'POST /finance/payments': {
    params: never
    query: never
    body: FinancePaymentEntryCreateBody
    answer: FinancePaymentEntryCreateAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'CURRENCY_MISMATCH' | 'PERIOD_LOCKED' | 'CONTROL_ACCOUNT' | 'ACCOUNT_ARCHIVED' | 'MATCH_IMPOSSIBLE' | 'MATCH_EXCEEDS_OPEN'
  }
  /** Reads one payment with what it paid. `finance.paymentEntry.read`, permission `finance.paymentEntry.read`. */
  'GET /finance/payments/:id': {
    params: { id: string }
    query: never
    body: never
    answer: FinancePaymentEntryReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Takes back what the payment was matched with and posts its opposite, once, linked to it. `finance.paymentEntry.reverse`, permission `finance.paymentEntry.reverse`. */
  'POST /finance/payments/:id/reverse': {
    params: { id: string }
    query: never
    body: FinancePaymentEntryReverseBody
    answer: FinancePaymentEntryReverseAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'PAYMENT_REVERSED' | 'ALREADY_EXISTS' | 'PERIOD_LOCKED' | 'ACCOUNT_ARCHIVED' | 'CONTROL_ACCOUNT'
  }
  /** Sets debits of a party against its credits: as much as both have open, unless an amount is told. `finance.matching.create`, permission `finance.matching.create`. */
  'POST /finance/matchings': {
    params: never
    query: never
    body: FinanceMatchingCreateBody
    answer: FinanceMatchingCreateAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'MATCH_IMPOSSIBLE' | 'MATCH_EXCEEDS_OPEN'
  }
  /** Opens both documents again by another entry, linked to the match. Nothing is removed. `finance.matching.unmatch`, permission `finance.matching.unmatch`. */
  'POST /finance/matchings/:id/undo': {
    params: { id: string }
    query: never
    body: FinanceMatchingUnmatchBody
    answer: FinanceMatchingUnmatchAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'MATCH_UNDONE'
  }
  /** Makes a draft of an invoice or credit note. It is numbered and posted by `post`. `finance.invoice.create`, permission `finance.invoice.create`. */
  'POST /finance/invoices': {
    params: never
    query: never
    body: FinanceInvoiceCreateBody
    answer: FinanceInvoiceCreateAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'TAX_RATE_MISSING' | 'CURRENCY_MISMATCH' | 'ALREADY_EXISTS' | 'CONTROL_ACCOUNT' | 'ACCOUNT_ARCHIVED'
  }
  /** Reads one invoice with its lines, what is open of it and what it is matched with. `finance.invoice.read`, permission `finance.invoice.read`. */
  'GET /finance/invoices/:id': {
    params: { id: string }
    query: never
    body: never
    answer: FinanceInvoiceReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Changes what is named of a draft; lines are replaced together. A posted invoice never changes. `finance.invoice.update`, permission `finance.invoice.update`. */
  'PATCH /finance/invoices/:id': {
    params: { id: string }
    query: never
    body: FinanceInvoiceUpdateBody
    answer: FinanceInvoiceUpdateAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVOICE_POSTED' | 'REFERENCE_NOT_FOUND' | 'TAX_RATE_MISSING' | 'CURRENCY_MISMATCH' | 'ALREADY_EXISTS' | 'CONTROL_ACCOUNT' | 'ACCOUNT_ARCHIVED'
  }
  /** Throws a draft away. A posted invoice stays; a credit note cancels it. `finance.invoice.delete`, permission `finance.invoice.delete`. */
  'DELETE /finance/invoices/:id': {
    params: { id: string }
    query: never
    body: never
    answer: FinanceInvoiceDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVOICE_POSTED'
  }
  /** Numbers a draft, posts its entry and opens it for payment. From then on it never changes. `finance.invoice.post`, permission `finance.invoice.post`. */
  'POST /finance/invoices/:id/post': {
    params: { id: string }
    query: never
    body: FinanceInvoicePostBody
    answer: FinanceInvoicePostAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVOICE_POSTED' | 'PERIOD_LOCKED' | 'CONTROL_ACCOUNT' | 'ACCOUNT_ARCHIVED'
  }
  /** Posts a credit note over the whole invoice and sets it against what is open of it. What was paid stays a credit. `finance.invoice.cancel`, permission `finance.invoice.cancel`. */
  'POST /finance/invoices/:id/cancel': {
    params: { id: string }
    query: never
    body: FinanceInvoiceCancelBody
    answer: FinanceInvoiceCancelAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVOICE_NOT_POSTED' | 'PERIOD_LOCKED' | 'CONTROL_ACCOUNT' | 'ACCOUNT_ARCHIVED'
  }
  /** Brings in a statement of the bank, CSV or OFX. Lines that are there already stay as they are. `finance.bankAccount.import`, permission `finance.bankAccount.import`. */
  'POST /finance/bank-accounts/:id/statements': {
    params: { id: string }
    query: never
    body: FinanceBankAccountImportBody
    answer: FinanceBankAccountImportAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** What the open lines of a bank account probably are, with the reasons; those booked first. `finance.bankAccount.suggestions`, permission `finance.bankAccount.suggestions`. */
  'GET /finance/bank-accounts/:id/suggestions': {
    params: { id: string }
    query: never
    body: never
    answer: FinanceBankAccountSuggestionsAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Records the payments of all open lines that are beyond doubt. Each can be taken back. `finance.bankAccount.acceptExact`, permission `finance.bankAccount.acceptExact`. */
  'POST /finance/bank-accounts/:id/accept-exact': {
    params: { id: string }
    query: never
    body: FinanceBankAccountAcceptExactBody
    answer: FinanceBankAccountAcceptExactAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'PERIOD_LOCKED'
  }
  /** Records the payment that a bank line is: as suggested, or as told. The name on it is remembered. `finance.bankLine.accept`, permission `finance.bankLine.accept`. */
  'POST /finance/bank-lines/:id/accept': {
    params: { id: string }
    query: never
    body: FinanceBankLineAcceptBody
    answer: FinanceBankLineAcceptAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'BANK_LINE_DONE' | 'NO_SUGGESTION' | 'REFERENCE_NOT_FOUND' | 'PERIOD_LOCKED' | 'ALREADY_EXISTS' | 'CONTROL_ACCOUNT' | 'ACCOUNT_ARCHIVED'
  }
  /** Takes back what a bank line was accepted as: the payment that it recorded is reversed, and it is open again. `finance.bankLine.undo`, permission `finance.bankLine.undo`. */
  'POST /finance/bank-lines/:id/undo': {
    params: { id: string }
    query: never
    body: FinanceBankLineUndoBody
    answer: FinanceBankLineUndoAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'BANK_LINE_OPEN' | 'PAYMENT_REVERSED' | 'PERIOD_LOCKED' | 'ACCOUNT_ARCHIVED' | 'CONTROL_ACCOUNT'
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
  /** What the company has, owes and is worth at the end of a day. `finance.balanceSheet`, permission `finance.balanceSheet`. */
  'GET /finance/reports/balance-sheet': {
    params: never
    query: {
      date?: string
    }
    body: never
    answer: FinanceBalanceSheetAnswer
    isList: false
    refuses: never
  }
  /** Where money came from, by the indirect method: the profit and what every other account changed by. `finance.cashFlow`, permission `finance.cashFlow`. */
  'GET /finance/reports/cash-flow': {
    params: never
    query: {
      from?: string
      to?: string
    }
    body: never
    answer: FinanceCashFlowAnswer
    isList: false
    refuses: never
  }
  /** What customers owe, or is owed to vendors, by days past the due date: 0, 1-30, 31-60, 61-90 and more. `finance.ageing`, permission `finance.ageing`. */
  'GET /finance/reports/ageing': {
    params: never
    query: {
      side?: 'receivable' | 'payable'
      date?: string
      limit?: number
      page?: number
    }
    body: never
    answer: FinanceAgeingAnswer
    isList: false
    refuses: never
  }
  /** The documents behind a figure of the ageing report, those due first. `finance.openDocuments`, permission `finance.openDocuments`. */
  'GET /finance/reports/open-documents': {
    params: never
    query: {
      side?: 'receivable' | 'payable'
      partyId?: string
      bucket?: string
      date?: string
      limit?: number
      page?: number
    }
    body: never
    answer: FinanceOpenDocumentsAnswer
    isList: false
    refuses: never
  }
  /** GSTR-1 and GSTR-3B of a month under one GSTIN, as tables and in the form of the portal, beside the books. `finance.gst`, permission `finance.gst`. */
  'GET /finance/reports/gst': {
    params: never
    query: {
      period?: string
      gstin?: string
      hsnDigits?: number
    }
    body: never
    answer: FinanceGstAnswer
    isList: false
    refuses: 'REPORT_TOO_LARGE'
  }
  /** The sales and credit notes that a figure of the GST report is the sum of; credit notes are below zero. `finance.gstDocuments`, permission `finance.gstDocuments`. */
  'GET /finance/reports/gst/documents': {
    params: never
    query: {
      period?: string
      gstin?: string
      table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
      place?: string
      rate?: string
      hsn?: string
      cursor?: string
      limit?: number
    }
    body: never
    answer: FinanceGstDocumentsAnswer
    isList: false
    refuses: 'CURSOR_INVALID'
  }
}
