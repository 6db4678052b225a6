import type { Context } from '#kernel'
import { type DocumentKind, standardPrefix } from './document-kinds.ts'

/** Decimals of a number; longer ones simply grow. */
const digits = 6

/**
 * A statement part for `with numbered as (...)` with one column `number`, such as `INV/2026-27/000001`. The row of the
 * series stays locked until the commit, which is what leaves no gap.
 */
export function nextDocumentNumber(
  { sql, companyId, now, newId }: Context,
  { kind, fiscalYear }: { kind: DocumentKind; fiscalYear: string },
) {
  return sql`
    insert into finance.document_series as s (company_id, id, created_at, updated_at, kind, fiscal_year, prefix, next)
    values (${companyId}, ${newId()}, ${now}, ${now}, ${kind}, ${fiscalYear},
      ${`${standardPrefix[kind]}/${fiscalYear}/`}, 2)
    on conflict (company_id, kind, fiscal_year) do update set next = s.next + 1, updated_at = ${now}
    returning s.prefix || lpad((s.next - 1)::text, greatest(${digits}, length((s.next - 1)::text)), '0') as number`
}
