import { type Context, type RefusalDetail, refuse } from '#kernel'
import { companySettings } from '#modules/companies'
import { type PromotionValues, promotionProblems } from './promotion.rules.ts'

type Ref = { field: string; table: string; id: string }

/** The lists of ids with the tables that they lead to: a list has no foreign keys of its own. */
const links: readonly { list: string; property: string; table: string }[] = [
  ...['goods', 'rewards', 'parts'].flatMap((list) => [
    { list, property: 'productId', table: 'catalog.product' },
    { list, property: 'categoryId', table: 'catalog.category' },
  ]),
  { list: 'customers', property: 'customerId', table: 'crm.customer' },
  { list: 'customerGroups', property: 'customerGroupId', table: 'crm.customer_group' },
  { list: 'shops', property: 'shopId', table: 'shops.shop' },
]

/** Refuses what a promotion of its kind cannot say, and REFERENCE_NOT_FOUND for what the company does not have. */
export async function guardPromotion(context: Context, next: Record<string, unknown>): Promise<void> {
  const [settings, missing] = await Promise.all([companySettings(context), missingOf(context, refsIn(next))])
  if (missing.length > 0) throw refuse('REFERENCE_NOT_FOUND', missing)
  const problems = promotionProblems(next as PromotionValues, settings.currency)
  if (problems.length > 0) throw refuse('VALIDATION_FAILED', problems)
}

function refsIn(next: Record<string, unknown>): Ref[] {
  return links.flatMap(({ list, property, table }) =>
    ((next[list] ?? []) as Record<string, unknown>[]).flatMap((each, index) => {
      const id = each[property]
      return typeof id === 'string' ? [{ field: `${list}.${index}.${property}`, table, id }] : []
    }),
  )
}

async function missingOf({ sql, companyId }: Context, refs: readonly Ref[]): Promise<RefusalDetail[]> {
  const byTable = [...Map.groupBy(refs, ({ table }) => table)]
  const found = await Promise.all(
    byTable.map(async ([table, some]) => {
      const ids = some.map(({ id }) => id)
      const rows = await sql<{ id: string }[]>`
        select id from ${sql(table)} where company_id = ${companyId} and id = any(${ids}::uuid[])`
      return [table, new Set(rows.map(({ id }) => id))] as const
    }),
  )
  const known = new Map(found)
  return refs.flatMap(({ field, table, id }) =>
    known.get(table)?.has(id) ? [] : [{ field, message: 'does not exist' }],
  )
}
