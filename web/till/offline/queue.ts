/** Sales that the server has not confirmed. Everything here is one transaction each: there is no state in between. */
import type { AnswerOf } from '#sdk/client'
import { byCard } from './card-limits.rules.ts'
import type { Alarm, JournalEntry, QueuedTicket, TillDatabase } from './database.ts'
import { numbered, type Unnumbered } from './ticket.rules.ts'

export type SyncResult = AnswerOf<'POST /offline/sync'>['results'][number]
export type Waiting = { count: number; stuck: number; byCard: number }

/** There are no numbers to sell under: the till has never reached the server from this register. */
export class NoLease extends Error {}

export class SaleQueue {
  readonly #db: TillDatabase

  constructor(db: TillDatabase) {
    this.#db = db
  }

  /** Before a tender is taken. Rejects where the device cannot store it: then nothing may be sold. */
  async begin(entry: JournalEntry): Promise<void> {
    await this.#db.journal.put(entry)
  }

  async end(id: string): Promise<void> {
    await this.#db.journal.delete(id)
  }

  /** Gives the sale the next number and queues it; its journal entry is gone with that. Twice is the same as once. */
  async enqueue(unnumbered: Unnumbered): Promise<QueuedTicket> {
    const { journal, tickets, facts } = this.#db
    return this.#db.transaction('rw', [journal, tickets, facts], async () => {
      const known = await tickets.get({ id: unnumbered.id })
      if (known) return known
      const lease = await this.#db.read('lease')
      if (!lease) throw new NoLease('the register has no lease on offline numbers')
      const { ticket, lease: after } = numbered(unnumbered, lease)
      const order = ((await this.#db.read('order')) ?? 0) + 1
      const queued = { order, id: ticket.id, ticket }
      await Promise.all([
        tickets.put(queued),
        this.#db.keep('lease', after),
        this.#db.keep('order', order),
        journal.delete(ticket.id),
      ])
      return queued
    })
  }

  /** The sales that wait, first sold first; those that the server does not take are left out. */
  async batch(limit: number): Promise<QueuedTicket[]> {
    return this.#db.tickets
      .orderBy('order')
      .filter(({ problem }) => problem === undefined)
      .limit(limit)
      .toArray()
  }

  async waiting(): Promise<Waiting> {
    const all = await this.#db.tickets.toArray()
    const stuck = all.filter(({ problem }) => problem !== undefined).length
    return { count: all.length, stuck, byCard: all.reduce((sum, { ticket }) => sum + byCard(ticket.tenders), 0) }
  }

  /**
   * Forgets the sales that the server says it has, or has kept as exceptions; a sale that it does not name stays. What
   * is odd about them is noted.
   */
  async acknowledge(results: readonly SyncResult[], at: string): Promise<void> {
    const { tickets, alarms, facts } = this.#db
    await this.#db.transaction('rw', [tickets, alarms, facts], async () => {
      const known = await tickets
        .where('id')
        .anyOf(results.map(({ id }) => id))
        .toArray()
      const byId = new Map(known.map((queued) => [queued.id, queued]))
      const odd = results.flatMap((result) => alarmOf(result, byId.get(result.id), at))
      await Promise.all([
        tickets.bulkDelete(known.map(({ order }) => order)),
        ...(odd.length > 0 ? [alarms.bulkAdd(odd)] : []),
        this.#db.keep('lastSyncAt', at),
      ])
    })
  }

  /** The server refused to read the sale at all. It stays, is sent no more, and somebody is told. */
  async setAside({ order, ticket }: QueuedTicket, problem: { code: string; message: string }, at: string) {
    const { tickets, alarms } = this.#db
    const says = `${problem.code}: ${problem.message}`
    await this.#db.transaction('rw', [tickets, alarms], async () => {
      await tickets.update(order, { problem })
      await alarms.add({ at, kind: 'stuck', number: ticket.number, says })
    })
  }

  /** Sales set aside are tried again, such as after an update of the server. */
  async tryAgain(): Promise<void> {
    await this.#db.tickets.toCollection().modify((queued) => {
      delete queued.problem
    })
  }

  /**
   * After a reload: a sale that was on its way has its tender, so it is queued under its own id, and the server says
   * whether it had it; without a lease it stays in the journal until there is one. What was only being paid is
   * answered, to be told.
   */
  async recover(): Promise<JournalEntry[]> {
    const entries = await this.#db.journal.toArray()
    for (const { state, ticket } of entries) {
      if (state === 'sending' && ticket) await this.enqueue(ticket).catch(unlessNoLease)
    }
    const interrupted = entries.filter(({ state }) => state === 'tendering')
    await this.#db.journal.bulkDelete(interrupted.map(({ id }) => id))
    return interrupted
  }
}

function unlessNoLease(error: unknown): void {
  if (!(error instanceof NoLease)) throw error
}

function alarmOf({ status, code, number, flags }: SyncResult, queued: QueuedTicket | undefined, at: string): Alarm[] {
  if (!queued) return []
  const ours = queued.ticket.number
  if (status === 'refused') return [{ at, kind: 'refused', number: ours, says: code ?? 'refused' }]
  const renumbered = number && number !== ours ? [`server: ${number}`] : []
  const says = [...flags, ...renumbered].join(', ')
  return says ? [{ at, kind: 'flagged', number: ours, says }] : []
}
