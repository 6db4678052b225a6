/** How many views a person may keep. */
import type { Context } from '#kernel'
import { viewRefusals } from '../refusals.ts'

const viewsMax = 200

/** Refuses VIEWS_FULL. The lock makes two that are saved at once count one after the other. */
export async function guardView(
  { sql, companyId }: Context,
  next: Record<string, unknown>,
  before?: Record<string, unknown>,
): Promise<void> {
  if (before) return
  const owner = String(next.ownedBy)
  const [, [row]] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`views ${owner}`}, 0))`,
    sql`select count(*)::int as count from (
      select 1 from views.view where company_id = ${companyId} and owned_by = ${owner} limit ${viewsMax}) as kept`,
  ])
  if (row?.count >= viewsMax) throw viewRefusals.refuse('VIEWS_FULL')
}
