/** Finds ready jobs and runs them, a few at a time, those of higher priority first. */
import type PgBoss from 'pg-boss'
import type { JobEntry } from '#kernel'
import type { App, Log } from '../execution/app.ts'
import type { Payload } from './start.ts'

export type LoopOptions = {
  jobs: readonly JobEntry[]
  log: Log
  pollMs: number
  concurrency: number
  run: (entry: JobEntry, payload: Payload, signal: AbortSignal) => Promise<void>
}

export class JobLoop {
  readonly #app: App
  readonly #boss: PgBoss
  readonly #options: LoopOptions
  readonly #jobs: ReadonlyMap<string, JobEntry>
  readonly #running = new Set<Promise<void>>()
  #looking: Promise<number> | undefined
  #again = false
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(app: App, boss: PgBoss, options: LoopOptions) {
    this.#app = app
    this.#boss = boss
    this.#options = options
    this.#jobs = new Map(options.jobs.map((entry) => [entry.address, entry]))
  }

  start(): void {
    this.wake()
  }

  /** Looks now, or once more after the look that is under way. */
  wake(): void {
    if (this.#stopped) return
    if (this.#looking) this.#again = true
    else void this.#look()
  }

  /** Resolves when nothing is running or ready. */
  async idle(): Promise<void> {
    // A look that began before the call may have missed what was queued just before it.
    this.wake()
    while (!this.#stopped) {
      const started = await (this.#looking ?? this.#look())
      if (started === 0 && this.#running.size === 0 && !this.#looking) return
      if (this.#running.size > 0) await Promise.race(this.#running)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#looking
    await Promise.all(this.#running)
  }

  /** Starts what is ready and fits; answers how many. Never rejects. */
  #look(): Promise<number> {
    clearTimeout(this.#timer)
    this.#again = false
    this.#looking = this.#startReady()
      .catch((error: unknown) => {
        this.#options.log.warn({ error }, 'jobs cannot be read now')
        return 0
      })
      .finally(() => {
        this.#looking = undefined
        if (this.#stopped) return
        if (this.#again) this.wake()
        else this.#timer = setTimeout(() => this.wake(), this.#options.pollMs)
      })
    return this.#looking
  }

  async #startReady(): Promise<number> {
    let started = 0
    for (const name of await this.#readyQueues()) {
      const free = this.#options.concurrency - this.#running.size
      if (free <= 0 || this.#stopped) break
      const entry = this.#jobs.get(name)
      if (!entry) continue
      for (const job of await this.#boss.fetch<Payload>(name, { batchSize: 1 })) {
        started += 1
        this.#begin(entry, job)
      }
    }
    if (started > 0 && this.#running.size < this.#options.concurrency) this.#again = true
    return started
  }

  async #readyQueues(): Promise<string[]> {
    const rows = await this.#app.db.relay<{ name: string }[]>`
      select name from pgboss.job
      where name = any(${[...this.#jobs.keys()]}::text[]) and state < 'active' and start_after < now()
      group by name order by max(priority) desc, min(created_on)`
    return rows.map(({ name }) => name)
  }

  #begin(entry: JobEntry, job: PgBoss.Job<Payload>): void {
    const running = this.#runOne(entry, job).finally(() => {
      this.#running.delete(running)
      this.wake()
    })
    this.#running.add(running)
  }

  async #runOne(entry: JobEntry, job: PgBoss.Job<Payload>): Promise<void> {
    const { run, log } = this.#options
    const { address, definition } = entry
    try {
      await run(entry, job.data, AbortSignal.timeout((definition.expireInSeconds ?? 900) * 1_000))
      await this.#boss.complete(address, job.id)
    } catch (error) {
      log.error({ job: address, id: job.id, companyId: job.data.companyId, error }, 'job failed')
      // When even this cannot be said, the job's time runs out and it is tried again.
      await this.#boss
        .fail(address, job.id, error instanceof Error ? error : { message: String(error) })
        .catch(() => undefined)
    }
  }
}
