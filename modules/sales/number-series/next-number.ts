/** Takes the next number of a series in the same statement that inserts the numbered document. */
import type { Context } from '#kernel'
import type { documentKinds } from './number-series.entity.ts'

export type SeriesKey = {
  /** The register's id, of orders and their invoices the shop's, or `history`. */
  scope: string
  kind: (typeof documentKinds)[number]
  /** As `fiscalYearOf` says it; of an offline series its epoch, such as `F1`. */
  fiscalYear: string
  /** What stands before the fiscal year: the register's code, or the shop's. */
  code: string
  shopId: string
}

/** Decimals of a number; longer ones simply grow. */
export const digits = 6

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

/**
 * The statement part for a number that an offline till has given out already: the series moves behind it. Numbers that
 * are passed over are counted as skipped, until they come after all.
 */
export function givenNumber({ sql, companyId, now }: Context, { scope, kind, fiscalYear, sequence }: GivenNumber) {
  return sql`
    update sales.number_series s set next = greatest(s.next, ${sequence}::bigint + 1), updated_at = ${now},
      skipped = s.skipped + case when ${sequence}::bigint >= s.next then ${sequence}::bigint - s.next else -1 end
    where company_id = ${companyId} and scope = ${scope} and kind = ${kind} and fiscal_year = ${fiscalYear}
    returning s.prefix || lpad(${sequence}::text, greatest(${digits}, length(${sequence}::text)), '0') as number`
}

/** A number of a series that exists. */
export type GivenNumber = Pick<SeriesKey, 'scope' | 'kind' | 'fiscalYear'> & { sequence: number }

/**
 * `R1/2026-27/` for sales, `R1/2026-27/C` for credit notes, `S1/2026-27/O` for orders, `R1-F1-` for an offline till. It
 * never ends in a digit, so a number has one prefix.
 */
export const prefixOf = ({ code, fiscalYear, kind }: Pick<SeriesKey, 'code' | 'fiscalYear' | 'kind'>): string =>
  kind === 'offline' ? `${code}-${fiscalYear}-` : `${code}/${fiscalYear}/${letters[kind]}`

/** A shop and a register may have the same code, so documents of orders have letters of their own. */
const letters = { sale: '', credit_note: 'C', order: 'O', invoice: 'I', order_credit: 'IC' } as const
