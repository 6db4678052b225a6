/** Tax rates of categories, for documents that are not about goods. */
import type { RatesByCategory, TaxRate } from '#engines/tax'
import type { Context } from '#kernel'

/** The rates of these categories that are in force on a date; none of a category, and unknown ones are left out. */
export async function ratesOfCategories(
  { sql, companyId }: Context,
  categoryIds: readonly string[],
  date: string,
): Promise<RatesByCategory> {
  if (categoryIds.length === 0) return {}
  const rows = await sql<{ category: string; rates: TaxRate[] }[]>`
    select c.id as category, coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'label', r.label,
      'percent', trim_scale(r.percent)::text, 'validFrom', r.valid_from, 'validTo', r.valid_to))
      filter (where r.id is not null), '[]') as rates
    from catalog.tax_category c
    left join catalog.tax_rate r on r.company_id = c.company_id and r.tax_category_id = c.id
      and r.valid_from <= ${date} and (r.valid_to is null or r.valid_to >= ${date})
    where c.company_id = ${companyId} and c.id = any(${[...categoryIds]}::uuid[]) group by c.id`
  return Object.fromEntries(rows.map(({ category, rates }) => [category, rates]))
}
