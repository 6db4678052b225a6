/** What accounts may be. The standard ones carry what the books rely on, whoever makes them. */
import { financeRefusals } from '../refusals.ts'
import { accountsOnDemand, standardAccounts } from './chart.ts'

type Row = Record<string, unknown>

/**
 * A new account with the code of a standard one becomes that one, so that the books and a hurried accountant cannot
 * make it twice. Refuses ACCOUNT_NEEDED where a standard account would get another type, lose its control, or be
 * archived.
 */
export function guardAccount(next: Row, before: Row | undefined): void {
  const standard = [...standardAccounts, ...accountsOnDemand].find(({ code }) => code === next.code)
  if (!standard) return
  const { type, role, control } = standard
  if (!before) {
    if (next.type !== type) throw needed('type', `${standard.code} is ${standard.name}, of the type ${type}`)
    next.role = role
    next.control = control || next.control === true
  }
  if (role === null) return
  if (control && next.control !== true)
    throw needed('control', 'documents post to this account; it stays a control account')
  if (next.status === 'archived')
    throw needed('status', 'the books post to this account by themselves; it stays active')
}

/** Refuses ACCOUNT_NEEDED for an account with a role. */
export function guardAccountDelete(before: Row): void {
  if (before.role !== null) throw needed('role', 'the books post to this account by themselves; it stays')
}

const needed = (field: string, message: string) => financeRefusals.refuse('ACCOUNT_NEEDED', [{ field, message }])
