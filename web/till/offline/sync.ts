/** Brings the sales that wait to the server: in order, each once, as long as it takes. Clock and network come in. */

import type { AnswerOf, BodyOf } from '#sdk/client'
import { ApiRefusal } from '#sdk/client'
import { pauseAfter, syncPauses } from './backoff.rules.ts'
import type { QueuedTicket } from './database.ts'
import type { SaleQueue } from './queue.ts'

type Body = BodyOf<'POST /offline/sync'>
type Answer = AnswerOf<'POST /offline/sync'>

export type SyncOutside = {
  queue: SaleQueue
  /** One call of `POST /offline/sync`. Rejects with an ApiRefusal where the server said no. */
  send: (body: Body) => Promise<Answer>
  lease: () => Promise<{ registerId: string; epoch: number } | undefined>
  now: () => string
  chance: () => number
  /** Resolves after the time, or at once when the network is back. */
  pause: (ms: number) => Promise<void>
  /** After each call: what came of it. */
  tell: (outcome: SyncOutcome) => void
}
export type SyncOutcome = { kind: 'synced' } | { kind: 'failed'; error: unknown }

/** Sales in one call: few enough that an answer on a bad line is soon there, many enough to be through quickly. */
export const batchSize = 25

export class Sync {
  readonly #outside: SyncOutside
  #run: Promise<void> | undefined
  #isWanted = false
  #isStopped = false

  constructor(outside: SyncOutside) {
    this.#outside = outside
  }

  /** Begins, or lets the run that is under way look again. Resolves when nothing waits any more. */
  start(): Promise<void> {
    this.#isWanted = true
    this.#run ??= this.#work().finally(() => {
      this.#run = undefined
    })
    return this.#run
  }

  stop(): void {
    this.#isStopped = true
  }

  async #work(): Promise<void> {
    const { queue, chance, pause, tell } = this.#outside
    let failures = 0
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false
      const batch = await queue.batch(batchSize)
      if (batch.length === 0) continue
      this.#isWanted = true
      try {
        await this.#sendBatch(batch)
        failures = 0
        tell({ kind: 'synced' })
      } catch (error) {
        failures += 1
        tell({ kind: 'failed', error })
        const askedMs = error instanceof ApiRefusal ? (error.retryAfter ?? 0) * 1000 : 0
        await pause(pauseAfter(failures, chance(), syncPauses, askedMs))
      }
    }
  }

  /** A batch that the server cannot read is sent one by one, so that a bad sale does not keep the others. */
  async #sendBatch(batch: readonly QueuedTicket[]): Promise<void> {
    const { queue, now } = this.#outside
    try {
      await this.#send(batch)
    } catch (error) {
      if (!isUnreadable(error)) throw error
      if (batch.length > 1) {
        for (const one of batch) await this.#sendBatch([one])
      } else if (batch[0]) {
        await queue.setAside(batch[0], { code: error.code, message: whyOf(error) }, now())
      }
    }
  }

  async #send(batch: readonly QueuedTicket[]): Promise<void> {
    const { queue, send, lease, now } = this.#outside
    const held = await lease()
    const first = batch[0]
    if (!held || !first) throw new Error('there is no lease to sync under')
    const sales = batch.map(({ ticket }) => ticket)
    const { results } = await send({ registerId: held.registerId, epoch: held.epoch, sales })
    await queue.acknowledge(results, now())
    // An answer that names none of the sales would be asked for again without end.
    if (!results.some(({ id }) => batch.some((queued) => queued.id === id))) throw new Error('no sale was named')
  }
}

/** The request itself is at fault: sending it again cannot help. */
const isUnreadable = (error: unknown): error is ApiRefusal =>
  error instanceof ApiRefusal && [400, 413, 422].includes(error.status) && error.code !== 'UNREADABLE_ANSWER'

const whyOf = ({ message, details }: ApiRefusal): string =>
  details[0] ? `${details[0].field ?? ''} ${details[0].message}`.trim() : message
