/** How long to wait before the next try. Pure: chance comes with the call. */

export type Pauses = { firstMs: number; mostMs: number }
export const syncPauses: Pauses = { firstMs: 250, mostMs: 30_000 }

/**
 * Doubles with each failure up to the most, and is somewhere between half of that and all of it: tills that lost the
 * server together do not come back together. `chance` is in 0..1; `askedMs` is what the server asked for.
 */
export function pauseAfter(failures: number, chance: number, { firstMs, mostMs }: Pauses, askedMs = 0): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 30))
  return Math.max(askedMs, Math.round(full * (0.5 + chance / 2)))
}
