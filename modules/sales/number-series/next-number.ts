/** Takes the next number of a series in the same statement that inserts the numbered document. */
import type { Context } from '#kernel'
import type { documentKinds } from './number-series.entity.ts'

export type SeriesKey = {
  /** The register's id, or `history`. */
  scope: string
  kind: (typeof documentKinds)[number]
  /** As `fiscalYearOf` says it. */
  fiscalYear: string
  /** What stands before the fiscal year: the register's code. */
  code: string
  shopId: string
}

/** Decimals of a number; longer ones simply grow. */
const digits = 6

/**
 * A statement part for `with numbered as (...)` with one column `number`, such as `R1/2026-27/000001`. The row of the
 * series stays locked until the commit, which is what leaves no gap; documents of one register come one after the other
 * anyhow. A series that does not exist yet starts at 1.
 */
export function nextNumber({ sql, companyId, now, newId }: Context, series: SeriesKey) {
  const { scope, kind, fiscalYear, shopId } = series
  return sql`
    insert into sales.number_series as s
      (company_id, id, created_at, updated_at, scope, kind, fiscal_year, prefix, next, shop_id)
    values (${companyId}, ${newId()}, ${now}, ${now}, ${scope}, ${kind}, ${fiscalYear}, ${prefixOf(series)}, 2,
      ${shopId})
    on conflict (company_id, scope, kind, fiscal_year) do update set next = s.next + 1
    returning s.prefix || lpad((s.next - 1)::text, greatest(${digits}, length((s.next - 1)::text)), '0') as number`
}

/** `R1/2026-27/` for sales, `R1/2026-27/C` for credit notes. It never ends in a digit, so a number has one prefix. */
export const prefixOf = ({ code, fiscalYear, kind }: Pick<SeriesKey, 'code' | 'fiscalYear' | 'kind'>): string =>
  `${code}/${fiscalYear}/${kind === 'credit_note' ? 'C' : ''}`
