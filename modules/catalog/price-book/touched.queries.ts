/** Which goods of a price book a change of the catalog touches. */
import type { Context } from '#kernel'

/**
 * The products themselves, their variants, and whatever has a price of its own in one of the lists; undefined where
 * they are more than `max`.
 */
export async function goodsTouchedBy(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  { productIds, listIds, max }: { productIds: readonly string[]; listIds: readonly string[]; max: number },
): Promise<string[] | undefined> {
  const rows = await sql<{ id: string }[]>`
    with named as (
      select unnest(${[...productIds]}::uuid[]) as id
      union
      select product_id from catalog.price_list_line
      where company_id = ${companyId} and list_id = any(${[...listIds]}::uuid[]) and product_id is not null
      limit ${max + 1})
    select id from named
    union
    select p.id from named join catalog.product p on p.company_id = ${companyId} and p.parent_id = named.id
    limit ${max + 1}`
  return rows.length > max ? undefined : rows.map(({ id }) => id)
}
