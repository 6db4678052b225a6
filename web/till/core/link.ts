/** The till's line to the server: whether it is there, the lease on offline numbers, and the sync of what waits. */
import { client } from '#web/data/client.ts'
import { pauseAfter } from '#web/till/offline/backoff.rules.ts'
import type { TillDatabase } from '#web/till/offline/database.ts'
import type { SaleQueue, Waiting } from '#web/till/offline/queue.ts'
import { Sync } from '#web/till/offline/sync.ts'
import type { Limits, Place } from '#web/till/values.ts'
import { chance, newId, nowIso, nowMs, pauseOrOnline } from './device.ts'
import { faultOf } from './fault.ts'
import { makeStore } from './store.ts'

export type LinkState = Waiting & {
  isOnline: boolean
  isSyncing: boolean
  needsSignIn: boolean
  /** Another device has taken the register's numbers since. */
  isLeaseLost: boolean
  hasLease: boolean
  offlineSince: string | null
  lastSyncAt: string | null
  limits: Limits | undefined
}

const beatMs = 8_000
const timeoutMs = 5_000
const pauses = { firstMs: 1_000, mostMs: 10_000 }

export class Link {
  readonly state = makeStore<LinkState>({
    ...{ count: 0, stuck: 0, byCard: 0, isOnline: false, isSyncing: false, needsSignIn: false, isLeaseLost: false },
    ...{ hasLease: false, offlineSince: null, lastSyncAt: null, limits: undefined },
  })
  readonly #db: TillDatabase
  readonly #queue: SaleQueue
  readonly #place: Place
  readonly #sync: Sync
  readonly #onBack = new Set<() => void>()
  #isClosed = false
  #wake: () => void = () => undefined

  constructor(db: TillDatabase, queue: SaleQueue, place: Place) {
    this.#db = db
    this.#queue = queue
    this.#place = place
    this.#sync = new Sync({
      queue,
      send: (body) => client.call('POST /offline/sync', { body, key: newId(), signal: AbortSignal.timeout(15_000) }),
      lease: () => db.read('lease'),
      now: nowIso,
      chance,
      pause: pauseOrOnline,
      tell: (outcome) => void (outcome.kind === 'synced' ? this.#reached() : this.#failed(outcome.error)),
    })
  }

  async open(): Promise<void> {
    const [offlineSince, lastSyncAt, limits, lease] = await Promise.all([
      this.#db.read('offlineSince'),
      this.#db.read('lastSyncAt'),
      this.#db.read('limits'),
      this.#db.read('lease'),
      this.count(),
    ])
    this.#patch({
      ...{ offlineSince: offlineSince ?? null, lastSyncAt: lastSyncAt ?? null, limits },
      hasLease: lease?.registerId === this.#place.registerId,
    })
    addEventListener('offline', this.#networkGone)
    addEventListener('online', this.#networkBack)
    await this.check()
    void this.#beat()
  }

  close(): void {
    this.#isClosed = true
    this.#sync.stop()
    this.#wake()
    removeEventListener('offline', this.#networkGone)
    removeEventListener('online', this.#networkBack)
  }

  /** Called whenever the server is there again. */
  onBack(listener: () => void): void {
    this.#onBack.add(listener)
  }

  /** Whether the next sale is booked by the server at once: it is there, and nothing of ours waits before it. */
  sellsOnline(): boolean {
    const { isOnline, needsSignIn, count, stuck } = this.state.get()
    return isOnline && !needsSignIn && count === stuck
  }

  async count(): Promise<void> {
    this.#patch(await this.#queue.waiting())
  }

  /** Sends what waits, now. */
  async nudge(): Promise<void> {
    await this.count()
    if (this.state.get().count === 0) return
    this.#patch({ isSyncing: true })
    await this.#sync.start().finally(() => this.#patch({ isSyncing: false }))
    await this.count()
  }

  async tryAgain(): Promise<void> {
    await this.#queue.tryAgain()
    void this.nudge()
  }

  /** Looks whether the server is there, and what it allows this till. */
  async check(): Promise<void> {
    const { registerId } = this.#place
    try {
      const status = await client.call('GET /offline/status', {
        query: { registerId },
        signal: AbortSignal.timeout(timeoutMs),
      })
      await this.#db.keep('limits', status.limits)
      this.#patch({ limits: status.limits })
      await this.#holdLease(status)
      await this.#reached()
    } catch (error) {
      await this.#failed(error)
    }
  }

  /** Takes the register's numbers, from whichever device has them. */
  async takeLease(): Promise<void> {
    const { registerId } = this.#place
    const { epoch, prefix, digits, nextSequence } = await client.call('POST /offline/registers/:registerId/lease', {
      params: { registerId },
      body: { device: navigator.userAgent.slice(0, 120) },
      signal: AbortSignal.timeout(timeoutMs),
    })
    await this.#db.keep('lease', { registerId, epoch, prefix, digits, next: nextSequence })
    this.#patch({ isLeaseLost: false, hasLease: true })
  }

  async #holdLease({ epoch, nextSequence }: { epoch?: number | null; nextSequence: number }): Promise<void> {
    const held = await this.#db.read('lease')
    if (held?.registerId !== this.#place.registerId) return this.takeLease()
    const isLeaseLost = held.epoch !== epoch
    this.#patch({ isLeaseLost, hasLease: true })
    if (isLeaseLost || nextSequence <= held.next) return
    // A copy of this device's data that is older than what the server has must not give numbers out again.
    await this.#db.transaction('rw', this.#db.facts, async () => {
      const now = await this.#db.read('lease')
      if (now && now.next < nextSequence) await this.#db.keep('lease', { ...now, next: nextSequence })
    })
  }

  async #reached(): Promise<void> {
    const before = this.state.get()
    await this.count()
    const lastSyncAt = nowIso()
    this.#patch({ isOnline: true, needsSignIn: false, offlineSince: null, lastSyncAt })
    if (before.offlineSince !== null) await this.#db.keep('offlineSince', null)
    await this.#db.keep('lastSyncAt', lastSyncAt)
    if (!before.isOnline) for (const listener of this.#onBack) listener()
    if (this.state.get().count > this.state.get().stuck && !before.isSyncing) void this.nudge()
  }

  async #failed(error: unknown): Promise<void> {
    const fault = faultOf(error)
    if (fault === 'signed-out') this.#patch({ needsSignIn: true, isOnline: true })
    // The server answered, though not as we would like: it is there.
    else if (fault === 'no') this.#patch({ isOnline: true })
    else await this.lost()
  }

  /** A call found nobody. */
  async lost(): Promise<void> {
    const offlineSince = this.state.get().offlineSince ?? nowIso()
    this.#patch({ isOnline: false, offlineSince })
    await this.#db.keep('offlineSince', offlineSince)
  }

  readonly #networkGone = (): void => void this.lost()
  readonly #networkBack = (): void => this.#wake()

  async #beat(): Promise<void> {
    let failures = 0
    while (!this.#isClosed) {
      const ms = failures === 0 ? beatMs : pauseAfter(failures, chance(), pauses)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      if (this.#isClosed) return
      await this.check()
      failures = this.state.get().isOnline ? 0 : failures + 1
    }
  }

  /** For how long the server has been gone. */
  offlineMs(): number {
    const { offlineSince } = this.state.get()
    return offlineSince ? nowMs() - Date.parse(offlineSince) : 0
  }

  #patch(part: Partial<LinkState>): void {
    this.state.change((before) => ({ ...before, ...part }))
  }
}
