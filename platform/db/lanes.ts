/** A fixed number of lanes, lent one at a time. A waiter is refused rather than left hanging. */
import { refuse } from '#kernel'
import { Lane, type LaneOptions } from './lane.ts'

type Waiter = { give: (lane: Lane) => void; refuse: (reason: Error) => void; timer: NodeJS.Timeout }

export class Lanes {
  readonly #options: LaneOptions
  readonly #acquireTimeoutMs: number
  #lanes: Lane[]
  #waiting: Waiter[] = []

  constructor(options: LaneOptions, count: number, acquireTimeoutMs: number) {
    this.#options = options
    this.#acquireTimeoutMs = acquireTimeoutMs
    this.#lanes = Array.from({ length: count }, () => new Lane(options))
  }

  /** A lane set for the company; one that was last used for it where possible. */
  async use<R>(companyId: string, work: (lane: Lane) => Promise<R>): Promise<R> {
    const lane = this.#free(companyId) ?? (await this.#wait())
    try {
      return await lane.during(() => {
        lane.enter(companyId)
        return work(lane)
      })
    } finally {
      this.#release(lane)
    }
  }

  /** How many lanes are lent and how many callers wait, for the metrics. */
  get load(): { lent: number; waiting: number } {
    return { lent: this.#lanes.filter((lane) => lane.busy).length, waiting: this.#waiting.length }
  }

  async close(): Promise<void> {
    for (const waiter of this.#waiting.splice(0)) {
      clearTimeout(waiter.timer)
      waiter.refuse(refuse('OVERLOADED', 'The server is stopping.', 1))
    }
    await Promise.all(this.#lanes.map((lane) => lane.close()))
  }

  #free(companyId: string): Lane | undefined {
    let found: Lane | undefined
    for (const lane of this.#lanes) {
      if (lane.busy) continue
      found ??= lane
      if (lane.alive && lane.isFor(companyId)) {
        found = lane
        break
      }
    }
    return found && this.#take(found)
  }

  #wait(): Promise<Lane> {
    return new Promise((give, refuseWaiter) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((waiter) => waiter.timer !== timer)
        refuseWaiter(refuse('OVERLOADED', 'All database connections are in use.', 1))
      }, this.#acquireTimeoutMs)
      this.#waiting.push({ give, refuse: refuseWaiter, timer })
    })
  }

  #take(lane: Lane): Lane {
    let usable = lane
    if (!lane.alive) {
      lane.drop()
      usable = new Lane(this.#options)
      this.#lanes = this.#lanes.map((each) => (each === lane ? usable : each))
    }
    usable.busy = true
    return usable
  }

  #release(lane: Lane): void {
    lane.busy = false
    const next = this.#waiting.shift()
    if (!next) return
    clearTimeout(next.timer)
    next.give(this.#take(lane))
  }
}
