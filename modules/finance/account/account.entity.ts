import { boolean, choice, code, defineEntity, state, text } from '#kernel'
import { guardAccount, guardAccountDelete } from './account.guard.ts'
import { accountTypes, cashFlows, roles } from './chart.ts'

/** An account of the general ledger. What it is (code, type) never changes, because posted lines say so. */
export const account = defineEntity('account', {
  label: 'Account',
  plural: 'Accounts',
  says: 'An account of the general ledger.',
  path: '/finance/accounts',
  fields: {
    code: code({ label: 'Code', required: true, max: 20, unique: true, fixed: true, search: true, list: 1 }),
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 2 }),
    type: choice(accountTypes, { label: 'Type', required: true, fixed: true, list: 3 }),
    role: choice(roles, {
      label: 'Role',
      help: 'What the books post to it by themselves; empty for accounts of your own',
      computed: true,
      unique: true,
      list: 4,
    }),
    control: boolean({
      label: 'Control account',
      help: 'Posted to by documents only, never by hand',
      required: true,
      default: false,
    }),
    cashFlow: choice(cashFlows, {
      label: 'Cash flow',
      help: 'Where the cash flow statement shows it; by its type unless told',
    }),
    status: state(['active', 'archived'], { label: 'Status', list: 5 }),
  },
  transitions: {
    archive: { from: 'active', to: 'archived', says: 'Keeps an account from further postings by hand.' },
    restore: { from: 'archived', to: 'active', says: 'Opens an archived account again.' },
  },
  csv: { key: 'code' },
  guard: (_, next, before) => guardAccount(next, before),
  guardDelete: (_, before) => guardAccountDelete(before),
})
