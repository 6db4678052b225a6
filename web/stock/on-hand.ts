'use client'
/** What lies in a warehouse of some goods at this moment. */
import type { InventoryStock } from '#sdk/inventory'
import { useRoute } from '#web/data/queries.ts'

const most = 200

/** Undefined until it is known; a product without a row has none there. */
export function useOnHand(
  warehouseId: string,
  productIds: readonly (string | null)[],
): ReadonlyMap<string, InventoryStock> | undefined {
  const ids = [...new Set(productIds.flatMap((id) => id ?? []))].toSorted().slice(0, most)
  const enabled = warehouseId !== '' && ids.length > 0
  const { data } = useRoute(
    'inventory.stock',
    'GET /inventory',
    { query: { limit: most, filter: { warehouseId, productId: { in: ids } } } },
    { enabled, keep: true },
  )
  if (!enabled || !data) return undefined
  return new Map(data.data.filter((row) => row.warehouseId === warehouseId).map((row) => [row.productId, row]))
}
