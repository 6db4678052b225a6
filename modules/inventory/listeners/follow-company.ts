import { type Context, defineListener } from '#kernel'

type Rules = { allowsNegative: boolean; hasLayers: boolean }

/** Keeps the company's rules for stock beside the stock, where bookings read them without a further look. */
export const followCompany = defineListener('follow-company', {
  on: ['company.updated'],
  says: 'Copies to its stock whether a company lets it fall below zero, and how it is costed.',
  run: async (context, events) => {
    const rules = events.flatMap(({ data }) => ruleOf(data.after)).at(-1)
    if (rules) await Promise.all([followWarehouses(context, rules), followStock(context, rules)])
  },
})

async function followWarehouses({ sql, companyId }: Context, { allowsNegative, hasLayers }: Rules) {
  await sql`
    update inventory.warehouse set allows_negative = ${allowsNegative}, has_layers = ${hasLayers}
    where company_id = ${companyId}
      and (allows_negative is distinct from ${allowsNegative} or has_layers is distinct from ${hasLayers})`
}

/** What is there becomes one layer, or forgets its layers; its quantity and value stay. */
async function followStock({ sql, companyId }: Context, { hasLayers }: Rules) {
  await sql`
    update inventory.stock set layers = case when ${hasLayers} then case when on_hand > 0 then jsonb_build_array(
      jsonb_build_object('quantity', trim_scale(on_hand)::text, 'value', value_amount)) else '[]'::jsonb end end
    where company_id = ${companyId} and (layers is not null) <> ${hasLayers}`
}

function ruleOf(after: unknown): Rules[] {
  const isRecord = typeof after === 'object' && after !== null && 'allowNegativeStock' in after && 'costing' in after
  if (!isRecord || typeof after.allowNegativeStock !== 'boolean') return []
  return [{ allowsNegative: after.allowNegativeStock, hasLayers: after.costing === 'first_in_first_out' }]
}
