import { choice, defineEntity, link, text } from '#kernel'
import { account } from '../account/account.entity.ts'

export const dateOrders = ['iso', 'day_first', 'month_first'] as const
export const decimalMarks = ['point', 'comma'] as const

/** An account at a bank: the ledger account that it is kept on, and how its CSV files are read. */
export const bankAccount = defineEntity('bankAccount', {
  label: 'Bank account',
  plural: 'Bank accounts',
  says: 'An account at a bank, with the ledger account that it is kept on and how its CSV files are read.',
  path: '/finance/bank-accounts',
  fields: {
    name: text({ label: 'Name', required: true, max: 120, unique: true, search: true, list: 1 }),
    account: link({ label: 'Account', required: true, unique: true, list: 2, to: () => account }),
    iban: text({ label: 'Account number', help: 'IBAN or what the bank calls it', max: 64, list: 3 }),
    dateColumn: text({ label: 'Column of the date', max: 80, required: true, default: 'Date' }),
    amountColumn: text({ label: 'Column of the amount', max: 80, required: true, default: 'Amount' }),
    textColumn: text({ label: 'Column of the text', max: 80, required: true, default: 'Description' }),
    partyColumn: text({ label: 'Column of the other party', max: 80 }),
    referenceColumn: text({ label: 'Column of the reference', max: 80 }),
    dateOrder: choice(dateOrders, { label: 'Dates', required: true, default: 'iso' }),
    decimalMark: choice(decimalMarks, { label: 'Decimal mark', required: true, default: 'point' }),
  },
})
