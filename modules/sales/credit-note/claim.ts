/** Counts what comes back of each line of a sale: the one gate that a second return of the same goods does not pass. */
import type { Context, Decimal } from '#kernel'
import { salesRefusals } from '../refusals.ts'

export type Claim = { saleLineId: string; quantity: Decimal }
/** What had come back of a line before this return, and with it. */
export type Claimed = { before: Decimal; after: Decimal }

/**
 * Raises what has come back of each line, if so much was sold. The rows stay locked until the commit, so returns of one
 * line follow each other; they are taken in the order of the lines' ids. Refuses RETURN_EXCEEDS_SALE naming
 * `lines.<i>`.
 */
export async function claimReturn(
  { sql, companyId }: Context,
  claims: readonly Claim[],
): Promise<Map<string, Claimed>> {
  const rows = await sql<(Claimed & { saleLineId: string })[]>`
    insert into sales.line_return as r (company_id, sale_line_id, sold, returned)
    select l.company_id, l.id, l.quantity, c.quantity
    from jsonb_to_recordset(${sql.json([...claims])}) as c("saleLineId" uuid, quantity numeric)
      join sales.sale_line l on l.company_id = ${companyId} and l.id = c."saleLineId"
    where c.quantity <= l.quantity order by l.id
    on conflict (company_id, sale_line_id) do update set returned = r.returned + excluded.returned
    where r.returned + excluded.returned <= r.sold
    returning sale_line_id as "saleLineId", returned as after, returned - (
      select c.quantity from jsonb_to_recordset(${sql.json([...claims])}) as c("saleLineId" uuid, quantity numeric)
      where c."saleLineId" = sale_line_id) as before`
  const claimed = new Map(rows.map(({ saleLineId, before, after }) => [saleLineId, { before, after }]))
  const details = claims.flatMap(({ saleLineId, quantity }, index) => {
    const message = `${quantity} is more than was sold and has not come back yet.`
    return claimed.has(saleLineId) ? [] : [{ field: `lines.${index}.quantity`, message }]
  })
  if (details.length > 0) throw salesRefusals.refuse('RETURN_EXCEEDS_SALE', details)
  return claimed
}

/** Whether everything of the sale has come back, this return counted. */
export async function isAllBack({ sql, companyId }: Context, saleId: string): Promise<boolean> {
  const [row] = await sql<{ isAll: boolean }[]>`
    select not exists (
      select from sales.sale_line l
        left join sales.line_return r on r.company_id = l.company_id and r.sale_line_id = l.id
      where l.company_id = ${companyId} and l.sale_id = ${saleId} and l.quantity > coalesce(r.returned, 0)) as "isAll"`
  return row?.isAll === true
}
