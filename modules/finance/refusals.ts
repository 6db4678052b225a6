import { defineRefusals } from '#kernel'

/** The codes that finance refuses with. */
export const financeRefusals = defineRefusals({
  ACCOUNT_NEEDED: { status: 409, says: 'The books need this account as it is.' },
  ACCOUNT_ARCHIVED: { status: 422, says: 'An archived account takes no postings. Restore it or choose another.' },
  CONTROL_ACCOUNT: { status: 422, says: 'Only documents post to a control account. Post the document instead.' },
  ENTRY_UNBALANCED: { status: 422, says: 'Debits and credits must come to the same in every currency.' },
  ENTRY_OF_DOCUMENT: { status: 409, says: 'A document made this entry. Take back the document instead.' },
  ENTRY_REVERSED: { status: 409, says: 'This entry is reversed already, or is itself a reversal.' },
  PERIOD_LOCKED: { status: 409, says: 'The period of this date is locked. Choose an open day, or unlock the period.' },
})
