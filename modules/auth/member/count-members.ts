import type { Context } from '#kernel'

/** How many people are active members of the caller's company, in one statement. */
export async function countMembers({ sql, companyId }: Pick<Context, 'sql' | 'companyId'>): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from auth.membership where company_id = ${companyId} and status = 'active'`
  return row?.count ?? 0
}
