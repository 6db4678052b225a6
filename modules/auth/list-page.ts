/** Pages of the hand-written lists of auth. */
import type { PendingQuery, Row } from 'postgres'
import { integer, Page, type Sql } from '#kernel'

/** The input of every list. */
export const pageFields = {
  page: integer({ label: 'Page', min: 1, max: 100_000, default: 1 }),
  limit: integer({ label: 'Rows', min: 1, max: 200, default: 50 }),
}

type Fragment = PendingQuery<Row[]>

/** Runs `select` with the part that `from` says, `order by` included, and counts the rows beside it. */
export async function pageOf(
  sql: Sql,
  parts: { select: Fragment; from: Fragment; order: Fragment },
  { page = 1, limit = 50 }: { page?: number; limit?: number },
): Promise<Page> {
  const { select, from, order } = parts
  const [rows, [counted]] = await Promise.all([
    sql`select ${select} ${from} order by ${order} limit ${limit} offset ${(page - 1) * limit}`,
    sql`select count(*)::int as total ${from}`,
  ])
  const total = Number(counted?.total)
  return new Page(rows, { page, limit, total, totalPages: Math.ceil(total / limit) })
}
