import { defineListener } from '#kernel'

/** Keeps the company's rule for negative stock beside the stock, where bookings read it without a further look. */
export const followCompany = defineListener('follow-company', {
  on: ['company.updated'],
  says: 'Copies to its warehouses whether a company lets stock fall below zero.',
  run: async ({ sql, companyId }, events) => {
    const rules = events.flatMap(({ data }) => ruleOf(data.after))
    const allows = rules.at(-1)
    if (allows === undefined) return
    await sql`
      update inventory.warehouse set allows_negative = ${allows}
      where company_id = ${companyId} and allows_negative is distinct from ${allows}`
  },
})

function ruleOf(after: unknown): boolean[] {
  const isRecord = typeof after === 'object' && after !== null && 'allowNegativeStock' in after
  return isRecord && typeof after.allowNegativeStock === 'boolean' ? [after.allowNegativeStock] : []
}
