/** What the figures of a listener say. */
import type { Lag } from '#platform/event-log'

type Figures = Pick<Lag, 'rebuilding' | 'parked' | 'behind' | 'oldestAt'>
export type ListenerState = 'reading' | 'behind' | 'rebuilding' | 'parked'

/** A listener reads within a second or so; one that has left something for longer is behind. */
const behindAfterSeconds = 10

export function lagSeconds({ oldestAt }: Pick<Figures, 'oldestAt'>, now: string): number {
  return oldestAt ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(oldestAt)) / 1000)) : 0
}

/** What somebody must do about comes first. */
export function stateOf(figures: Figures, now: string): ListenerState {
  if (figures.rebuilding) return 'rebuilding'
  if (figures.parked > 0) return 'parked'
  return lagSeconds(figures, now) > behindAfterSeconds ? 'behind' : 'reading'
}
