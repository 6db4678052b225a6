/** What the manifest lists of banks. */
import { acceptBankLine, acceptExact, importStatement, suggestMatches, undoBankLine } from './bank.actions.ts'
import { bankAccount } from './bank-account.entity.ts'
import { bankLine } from './bank-line.entity.ts'
import { bankRule } from './bank-rule.entity.ts'

export const bankParts = {
  entities: [bankAccount, bankLine, bankRule],
  actions: [importStatement, suggestMatches, acceptExact, acceptBankLine, undoBankLine],
  events: {
    'bank_line.imported': 'A statement of a bank was brought in.',
    'bank_line.matched': 'A bank line was accepted as a payment.',
    'bank_line.reopened': 'What a bank line was accepted as was taken back.',
  },
} as const
