import { type Context, isCurrency, type Money, refuse } from '#kernel'
import { periodProblem } from '../tax-category/tax-rate.rules.ts'

type Values = Record<string, unknown>

/** Refuses a currency that does not exist and days that run backwards. */
export function guardPriceList(_context: Context, next: Values): void {
  if (!isCurrency(String(next.currency))) {
    throw refuse('VALIDATION_FAILED', [{ field: 'currency', message: 'Must be a currency of ISO 4217, such as GBP.' }])
  }
  guardPeriod(next)
}

/** Refuses a line for both a product and a category, days that run backwards, and another currency than its list's. */
export async function guardPriceListLine(context: Context, next: Values, before: Values | undefined): Promise<void> {
  if (next.productId && next.categoryId) {
    const message = 'Name a product or a category, not both.'
    throw refuse('VALIDATION_FAILED', [{ field: 'categoryId', message }])
  }
  guardPeriod(next)
  const { currency } = next.price as Money
  if (currency === (before?.price as Money | undefined)?.currency) return
  const { sql, companyId } = context
  const [list] = await sql<{ currency: string }[]>`
    select currency from catalog.price_list where company_id = ${companyId} and id = ${String(next.listId)}`
  if (!list) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'listId', message: 'does not exist' }])
  if (list.currency === currency) return
  throw refuse('CURRENCY_MISMATCH', [{ field: 'price.currency', message: `Must be ${list.currency}, as the list is.` }])
}

function guardPeriod(next: Values): void {
  const problem = periodProblem({ validFrom: next.validFrom as string, validTo: next.validTo as string })
  if (problem) throw refuse('VALIDATION_FAILED', [{ field: 'validTo', message: problem }])
}
