'use client'
import { useRoute } from '#web/data/queries.ts'

/** Where a product lies, warehouse by warehouse. */
export function useProductStock(productId: string, { enabled = true } = {}) {
  const query = { limit: 200, include: 'titles', sort: '-onHand', filter: { productId } } as const
  return useRoute('inventory.stock', 'GET /inventory', { query }, { enabled })
}
