import { type Context, refuse } from '#kernel'
import type { TermRule } from './due-date.rules.ts'

/** The rule of a payment term. Refuses REFERENCE_NOT_FOUND naming `paymentTermId`. */
export async function paymentTermRule({ sql, companyId }: Context, id: string): Promise<TermRule> {
  const [row] = await sql<TermRule[]>`
    select days, from_month_end as "fromMonthEnd", due_day as "dueDay"
    from companies.payment_term where company_id = ${companyId} and id = ${id}`
  if (!row) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'paymentTermId', message: 'There is no such payment term.' }])
  return { ...row }
}
