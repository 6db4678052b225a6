/** Hand-written reads of products. */
import type { Context, Money } from '#kernel'

/** What people know a product by. */
export type ProductLabel = { sku: string; name: string }

/** SKU and name of products by id, archived ones too; ids that are unknown are left out. */
export async function productLabels(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  ids: readonly string[],
): Promise<Map<string, ProductLabel>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<({ id: string } & ProductLabel)[]>`
    select id, sku, name from catalog.product where company_id = ${companyId} and id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, sku, name }) => [id, { sku, name }]))
}

/** What keeping stock depends on. `cost` is the last known cost of one stock unit, a variant's or else its parent's. */
export type ProductForStock = ProductLabel & {
  stocked: boolean
  tracking: 'none' | 'batch' | 'serial'
  decimals: number
  cost: Money | null
}

/** Products by id as stock needs them, archived ones too; ids that are unknown are left out. */
export async function productsForStock(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  ids: readonly string[],
): Promise<Map<string, ProductForStock>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<({ id: string } & ProductForStock)[]>`
    select p.id, p.sku, p.name, p.stocked, p.tracking, coalesce(u.decimals, 0) as decimals,
      case when p.cost_amount is not null then jsonb_build_object('amount', p.cost_amount, 'currency', p.cost_currency)
        when parent.cost_amount is not null
        then jsonb_build_object('amount', parent.cost_amount, 'currency', parent.cost_currency) end as cost
    from catalog.product p
      left join catalog.product parent on parent.company_id = ${companyId} and parent.id = p.parent_id
      left join catalog.unit u on u.company_id = ${companyId} and u.id = p.unit_id
    where p.company_id = ${companyId} and p.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
