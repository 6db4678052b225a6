/** What some sales and credit notes come to, and which they are. */
import type { Context } from '#kernel'

export type DocumentFigures = { count: number; net: number; tax: number; total: number }
/** Tax by rate, of sales less credit notes; amounts in minor units. */
export type TaxFigures = { code: string | null; percent: string | null; net: number; tax: number }

/** Sums of documents by id, in one round trip. The caller has checked that they are reached. */
export async function figuresOfDocuments(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  { saleIds, creditNoteIds }: { saleIds: readonly string[]; creditNoteIds: readonly string[] },
): Promise<{ sales: DocumentFigures; returns: DocumentFigures; taxes: TaxFigures[] }> {
  const sums = sql`count(*)::int as count, coalesce(sum(net_amount), 0)::bigint as net,
    coalesce(sum(tax_amount), 0)::bigint as tax, coalesce(sum(total_amount), 0)::bigint as total`
  const [[sales], [returns], taxes] = await Promise.all([
    sql<DocumentFigures[]>`select ${sums} from sales.sale
      where company_id = ${companyId} and id = any(${[...saleIds]}::uuid[])`,
    sql<DocumentFigures[]>`select ${sums} from sales.credit_note
      where company_id = ${companyId} and id = any(${[...creditNoteIds]}::uuid[])`,
    sql<TaxFigures[]>`
      select t.code, t.percent, sum(d.sign * (t.net->>'amount')::bigint)::bigint as net,
        sum(d.sign * (t.tax->>'amount')::bigint)::bigint as tax
      from (
        select 1 as sign, taxes from sales.sale where company_id = ${companyId} and id = any(${[...saleIds]}::uuid[])
        union all
        select -1, taxes from sales.credit_note
        where company_id = ${companyId} and id = any(${[...creditNoteIds]}::uuid[])
      ) d cross join lateral jsonb_to_recordset(d.taxes) as t(code text, percent text, net jsonb, tax jsonb)
      group by t.code, t.percent order by t.code nulls last, t.percent`,
  ])
  const none = { count: 0, net: 0, tax: 0, total: 0 }
  return { sales: { ...(sales ?? none) }, returns: { ...(returns ?? none) }, taxes: taxes.map((row) => ({ ...row })) }
}

/** Number and register of those of the ids that are sales, wherever they were made. */
export async function salesById(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  ids: readonly string[],
): Promise<Map<string, { number: string; registerId: string | null }>> {
  const rows = await sql<{ id: string; number: string; registerId: string | null }[]>`
    select id, number, register_id as "registerId" from sales.sale
    where company_id = ${companyId} and id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
