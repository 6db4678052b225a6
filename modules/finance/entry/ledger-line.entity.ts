import { code, date, defineEntity, integer, link, text } from '#kernel'
import { account } from '../account/account.entity.ts'
import { journalEntry } from './journal-entry.entity.ts'

const minorUnits = { required: true, min: 0, max: Number.MAX_SAFE_INTEGER, minorUnitsOf: 'currency' } as const

/**
 * A line of a posted entry: an amount on one side of an account. The date is the entry's, kept here too so that reports
 * read one table; the index holds all that a report sums.
 */
export const ledgerLine = defineEntity('ledgerLine', {
  label: 'Ledger line',
  plural: 'Ledger lines',
  says: 'An amount on the debit or the credit side of an account.',
  path: '/finance/lines',
  without: ['create'],
  immutable: true,
  fields: {
    entry: link({ label: 'Entry', required: true, to: () => journalEntry }),
    account: link({ label: 'Account', required: true, to: () => account, list: 2 }),
    businessDate: date({ label: 'Posted on', required: true, list: 1 }),
    debit: integer({ label: 'Debit', help: 'Minor units', list: 3, ...minorUnits }),
    credit: integer({ label: 'Credit', help: 'Minor units', list: 4, ...minorUnits }),
    currency: code({ label: 'Currency', required: true, max: 3, list: 5 }),
    shopId: code({ label: 'Shop', max: 36, refersTo: 'shops.shop' }),
    customerId: code({ label: 'Customer', max: 36, refersTo: 'crm.customer' }),
    memo: text({ label: 'Memo', max: 300 }),
  },
  indexes: [['account', 'businessDate', 'currency', 'debit', 'credit']],
  checks: { one_side: 'debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0)' },
})
