/** Which accounts take what people post: by hand, or by the lines of their documents. */
import { type Context, type RefusalDetail, refuse } from '#kernel'
import { financeRefusals } from '../refusals.ts'

/** An account as far as postings are judged. */
export type PostableAccount = { id: string; code: string; control: boolean; status: string }

/** The accounts of some lines, held as they are until the transaction ends. */
export async function postableAccounts(
  { sql, companyId }: Context,
  lines: readonly { accountId: string }[],
): Promise<ReadonlyMap<string, PostableAccount>> {
  const ids = [...new Set(lines.map(({ accountId }) => accountId))]
  const rows = await sql<PostableAccount[]>`
    select id, code, control, status from finance.account
    where company_id = ${companyId} and id = any(${ids}::uuid[]) order by id for share`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Refuses REFERENCE_NOT_FOUND, CONTROL_ACCOUNT and ACCOUNT_ARCHIVED, naming the lines. */
export function mustTakePostings(
  lines: readonly { accountId: string }[],
  accounts: ReadonlyMap<string, PostableAccount>,
): void {
  const faults = (message: string, isFault: (account: PostableAccount | undefined) => boolean): RefusalDetail[] =>
    lines.flatMap(({ accountId }, index) => {
      const account = accounts.get(accountId)
      if (!isFault(account)) return []
      return [{ field: `lines.${index}.accountId`, message: `${account?.code ?? accountId} ${message}` }]
    })
  const unknown = faults('does not exist', (account) => account === undefined)
  if (unknown.length > 0) throw refuse('REFERENCE_NOT_FOUND', unknown)
  const control = faults('is a control account', (account) => account?.control === true)
  if (control.length > 0) throw financeRefusals.refuse('CONTROL_ACCOUNT', control)
  const archived = faults('is archived', (account) => account?.status === 'archived')
  if (archived.length > 0) throw financeRefusals.refuse('ACCOUNT_ARCHIVED', archived)
}
