/** The reports that the manifest lists. */
import { accountStatement } from './account-statement.actions.ts'
import { ageing, openDocuments } from './ageing.actions.ts'
import { balanceSheet } from './balance-sheet.actions.ts'
import { cashFlow } from './cash-flow.actions.ts'
import { profitLoss } from './profit-loss.actions.ts'
import { trialBalance } from './trial-balance.actions.ts'

export const reports = [
  trialBalance,
  profitLoss,
  accountStatement,
  balanceSheet,
  cashFlow,
  ageing,
  openDocuments,
] as const
