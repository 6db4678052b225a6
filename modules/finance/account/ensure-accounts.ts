/** Finds the accounts that play a role, and makes what is missing of the standard chart. */
import type { Context } from '#kernel'
import { accountsOnDemand, type Role, standardAccounts, standardRoles } from './chart.ts'

/** The id of the account that plays each role. */
export type AccountsByRole = ReadonlyMap<Role, string>

/**
 * The accounts by role, in one statement where those of the standard chart and those that are needed are all there;
 * otherwise they are made first.
 */
export async function accountsByRole(context: Context, needed: ReadonlySet<Role> = new Set()): Promise<AccountsByRole> {
  const found = await findAccounts(context)
  if ([...standardRoles, ...needed].every((role) => found.has(role))) return found
  await makeStandardAccounts(context, needed)
  return findAccounts(context)
}

async function findAccounts({ sql, companyId }: Context): Promise<AccountsByRole> {
  const rows = await sql<{ id: string; role: Role }[]>`
    select id, role from finance.account where company_id = ${companyId} and role is not null`
  return new Map(rows.map(({ id, role }) => [role, id]))
}

/** The account that plays a role. */
export function accountFor(role: Role, accounts: AccountsByRole): string {
  const id = accounts.get(role)
  if (id === undefined) throw new Error(`no account plays the role ${role}`)
  return id
}

type Stamped = { id: string; version: number; [name: string]: unknown }

/** Makes what the company lacks of the standard and the needed accounts, with events. Again, it changes nothing. */
export async function makeStandardAccounts(context: Context, needed: ReadonlySet<Role> = new Set()): Promise<void> {
  const { sql, companyId, now, newId } = context
  const wanted = [...standardAccounts, ...accountsOnDemand.filter(({ role }) => role !== null && needed.has(role))]
  const accounts = wanted.map((account) => ({ id: newId(), ...account }))
  const made = await sql<Stamped[]>`
    insert into finance.account (company_id, id, code, name, type, role, control, created_at, updated_at)
    select ${companyId}, a.id, a.code, a.name, a.type, a.role, a.control, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${sql.json(accounts)})
      as a(id uuid, code text, name text, type text, role text, control boolean)
    order by a.code
    on conflict do nothing
    returning id, version, code, name, type, role, control, status,
      created_at as "createdAt", updated_at as "updatedAt"`
  for (const account of made) {
    const { id, version } = account
    context.emit('account.created', { entity: 'finance.account', id, version, data: { after: { ...account } } })
  }
}
