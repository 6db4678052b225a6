/** What an event of the log changes in a price book. Pure. */

/** Goods that are named, lists whose goods are meant, and whether all of the book is. */
export type Touch = { productIds: string[]; listIds: string[]; isWhole: boolean }
type Changed = { type: string; subjectId: string; data: Record<string, unknown> }

const verbs = ['created', 'updated', 'deleted'] as const
const typesOf = (topic: string): string[] => verbs.map((verb) => `${topic}.${verb}`)

/** What prices, units and codes depend on; shop, company and promotions are in the head, which is sent every time. */
export const touchingTypes: readonly string[] = [
  ...['product', 'barcode', 'unit_conversion', 'price_list', 'price_list_line'].flatMap(typesOf),
  ...['tax_rate', 'tax_category', 'promotion'].flatMap(typesOf),
  ...['category.updated', 'unit.updated', 'company.updated', 'shop.updated'],
]

export function touchOf(events: readonly Changed[]): Touch {
  const productIds = new Set<string>()
  const listIds = new Set<string>()
  let isWhole = false
  for (const { type, subjectId, data } of events) {
    const [topic, verb] = type.split('.')
    if (topic === 'product') productIds.add(subjectId)
    else if (topic === 'price_list') listIds.add(subjectId)
    else if (topic === 'category' || topic === 'tax_category' || topic === 'unit') isWhole ||= verb === 'updated'
    else if (topic === 'barcode' || topic === 'unit_conversion' || topic === 'price_list_line') {
      const named = productsOf(data)
      for (const id of named) productIds.add(id)
      // A conversion of no product is one of all of them; a price of no product stands in the head.
      isWhole ||= topic === 'unit_conversion' && named.length === 0
    }
  }
  return { productIds: [...productIds], listIds: [...listIds], isWhole }
}

/** The product that a record named before and the one that it names now. */
function productsOf({ before, after }: Record<string, unknown>): string[] {
  const ids = [before, after].map((record) => (record as { productId?: unknown } | undefined)?.productId)
  return ids.filter((id) => typeof id === 'string')
}
