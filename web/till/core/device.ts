/** What the browser gives the till: the time, ids that rise, chance, and where this device stands. */
import { makeIdSource } from '#engines/ground'
import type { Place } from '#web/till/values.ts'

export const newId = makeIdSource({ now: () => Date.now() })
export const nowMs = (): number => Date.now()
export const nowIso = (): string => new Date().toISOString()
export const chance = (): number => Math.random()

const placeKey = 'entrepot.till.place'

/** Which till this device is. Kept outside of the database, whose name depends on it. */
export function readPlace(): Place | undefined {
  try {
    return JSON.parse(localStorage.getItem(placeKey) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export const keepPlace = (place: Place): void => localStorage.setItem(placeKey, JSON.stringify(place))
export const forgetPlace = (): void => localStorage.removeItem(placeKey)

/** Resolves after the time, or when the browser says that the network is back. */
export function pauseOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
  })
}

/** Asks the browser not to throw the till's data away when the disk is full. */
export async function keepForGood(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}
