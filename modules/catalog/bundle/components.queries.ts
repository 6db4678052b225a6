/** What bundles are made of, for other modules. */
import type { Context, Decimal } from '#kernel'

export type BundlePart = { bundleId: string; componentId: string; quantity: Decimal }

/** The components of bundles, each for one stock unit of its bundle; products that are none are left out. */
export async function bundleParts(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  bundleIds: readonly string[],
): Promise<BundlePart[]> {
  return sql<BundlePart[]>`
    select bundle_id as "bundleId", component_id as "componentId", trim_scale(quantity)::text as quantity
    from catalog.bundle_component where company_id = ${companyId} and bundle_id = any(${[...bundleIds]}::uuid[])
    order by bundle_id, component_id`
}
