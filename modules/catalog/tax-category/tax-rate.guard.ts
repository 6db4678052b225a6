import { type Context, refuse } from '#kernel'
import { catalogRefusals } from '../refusals.ts'
import { doOverlap, type Period, periodProblem } from './tax-rate.rules.ts'

type Rate = Period & { id: string; label: string }

/** Refuses a rate that would hold on a day on which its category has another. */
export async function guardTaxRate(
  { sql, companyId }: Context,
  next: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
): Promise<void> {
  const period = { validFrom: String(next.validFrom), validTo: next.validTo as string | null | undefined }
  const problem = periodProblem(period)
  if (problem) throw refuse('VALIDATION_FAILED', [{ field: 'validTo', message: problem }])
  if (before && before.validFrom === next.validFrom && before.validTo === next.validTo) return
  // The lock on the category makes two rates that are entered at once wait for each other.
  await sql`
    select from catalog.tax_category
    where company_id = ${companyId} and id = ${String(next.taxCategoryId)} for update`
  const rates = await sql<Rate[]>`
    select id, label, valid_from as "validFrom", valid_to as "validTo" from catalog.tax_rate
    where company_id = ${companyId} and tax_category_id = ${String(next.taxCategoryId)}`
  const other = rates.find((rate) => rate.id !== before?.id && doOverlap(rate, period))
  if (!other) return
  const message = `${other.label} holds from ${other.validFrom} to ${other.validTo ?? 'further notice'}. End it first.`
  throw catalogRefusals.refuse('TAX_RATES_OVERLAP', [{ field: 'validFrom', message, taxRateId: other.id }])
}
