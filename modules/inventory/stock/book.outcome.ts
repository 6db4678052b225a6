/** What a booking that did not go through is answered with. */
import { type Context, refuse as refuseCore } from '#kernel'
import { refuse } from '../refusals.ts'
import type { Place, Shortage } from './book.ts'

type Line = { productId: string; warehouseId?: string | null }

/** Refuses OUT_OF_STOCK with one detail for each line of a product that is short. */
export function refuseShort(short: readonly Shortage[], lines: readonly Line[]): void {
  if (short.length === 0) return
  const details = lines.flatMap((line, index) => {
    const found = short.find(
      ({ productId, warehouseId }) =>
        productId === line.productId && (!line.warehouseId || line.warehouseId === warehouseId),
    )
    if (!found) return []
    const { productId, warehouseId, wanted, available } = found
    const message = `${wanted} are asked for, ${available} are available. Ask for less, or bring stock in.`
    return [{ field: `lines.${index}.quantity`, message, productId, warehouseId, wanted, available }]
  })
  throw refuse('OUT_OF_STOCK', details)
}

/** Refuses REFERENCE_NOT_FOUND for a warehouse that does not exist or lies beyond the caller's reach. */
export function requirePlace(
  { actor, scope }: Pick<Context, 'actor' | 'scope'>,
  places: readonly Place[],
  { id, field }: { id: string; field: string },
): Place {
  const place = places.find((each) => each.id === id)
  const isWide = scope === 'all' || scope === 'company'
  if (place && (isWide || (scope === 'shop' && place.shopId && actor.shopIds.includes(place.shopId)))) return place
  throw refuseCore('REFERENCE_NOT_FOUND', [{ field, message: 'There is no such warehouse.' }])
}
