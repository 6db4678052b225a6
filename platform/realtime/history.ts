/** The last notices of one company, so that who was away for a while misses none of them. */
import { isBefore, type Position } from '#platform/event-log'
import type { Notice } from './notice.ts'

/** As far back as anybody can catch up; beyond that a client reads its pages again. */
export const historyMax = 1_000
const oldestMs = 24 * 60 * 60 * 1_000

export class History {
  #notices: Notice[] = []
  /** Everything of the company after this is here. */
  #after: Position

  constructor(after: Position) {
    this.#after = after
  }

  /** Puts what was read from the log before the notices that came since. */
  complete(earlier: readonly Notice[], after: Position): void {
    this.#notices = [...earlier, ...this.#notices]
    this.#after = after
    this.#shorten()
  }

  add(notice: Notice): void {
    this.#notices.push(notice)
    this.#shorten()
  }

  /** What was told after the position; undefined where some of it is not here any more. */
  since(position: Position, now: number): readonly Notice[] | undefined {
    this.#age(now)
    if (isBefore(position, this.#after)) return undefined
    return this.#notices.slice(this.#indexAfter(position))
  }

  /** The newest of those that pass, in order. */
  latest(limit: number, passes: (notice: Notice) => boolean): Notice[] {
    const found: Notice[] = []
    for (let index = this.#notices.length - 1; index >= 0 && found.length < limit; index -= 1) {
      const notice = this.#notices[index]
      if (notice && passes(notice)) found.push(notice)
    }
    return found.reverse()
  }

  #indexAfter(position: Position): number {
    let [low, high] = [0, this.#notices.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const notice = this.#notices[middle]
      if (notice && isBefore(position, notice.position)) high = middle
      else low = middle + 1
    }
    return low
  }

  #shorten(): void {
    if (this.#notices.length > historyMax) this.#drop(this.#notices.length - historyMax)
  }

  #age(now: number): void {
    const oldest = new Date(now - oldestMs).toISOString()
    const young = this.#notices.findIndex(({ message }) => message.at >= oldest)
    const old = young === -1 ? this.#notices.length : young
    if (old > 0) this.#drop(old)
  }

  #drop(count: number): void {
    const last = this.#notices[count - 1]
    if (last) this.#after = last.position
    this.#notices = this.#notices.slice(count)
  }
}
