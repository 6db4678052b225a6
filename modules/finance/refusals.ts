import { defineRefusals } from '#kernel'

/** The codes that finance refuses with. */
export const financeRefusals = defineRefusals({
  ACCOUNT_NEEDED: { status: 409, says: 'The books need this account as it is.' },
  ACCOUNT_ARCHIVED: { status: 422, says: 'An archived account takes no postings. Restore it or choose another.' },
  CONTROL_ACCOUNT: { status: 422, says: 'Only documents post to a control account. Post the document instead.' },
  ENTRY_UNBALANCED: { status: 422, says: 'Debits and credits must come to the same in every currency.' },
  ENTRY_OF_DOCUMENT: { status: 409, says: 'A document made this entry. Take back the document instead.' },
  ENTRY_REVERSED: { status: 409, says: 'This entry is reversed already, or is itself a reversal.' },
  BANK_LINE_DONE: { status: 409, says: 'This bank line is accepted already. Open it again first.' },
  BANK_LINE_OPEN: { status: 409, says: 'This bank line is open; there is nothing to take back.' },
  NO_SUGGESTION: { status: 422, says: 'Nothing is known of this line. Name a customer, a vendor or a payment.' },
  INVOICE_POSTED: { status: 409, says: 'A posted invoice never changes. Cancel it by a credit note.' },
  INVOICE_NOT_POSTED: { status: 409, says: 'Only a posted invoice that is not cancelled can be cancelled.' },
  MATCH_IMPOSSIBLE: { status: 422, says: 'A match needs a debit and a credit of one party, ledger and currency.' },
  MATCH_EXCEEDS_OPEN: { status: 409, says: 'More would be matched than is open. Match less, or take a match back.' },
  MATCH_UNDONE: { status: 409, says: 'This match is taken back already, or takes one back itself.' },
  PAYMENT_REVERSED: { status: 409, says: 'This payment is reversed already, or is itself a reversal.' },
  REPORT_TOO_LARGE: {
    status: 422,
    says: 'The month has more invoices than one report can hold. Ask for the documents of its tables instead.',
  },
  PERIOD_LOCKED: { status: 409, says: 'The period of this date is locked. Choose an open day, or unlock the period.' },
})
