/**
 * What the till keeps in the browser: its price book, the sales that wait, and where it stood. Writes are on disk
 * before they are confirmed (`strict`): a receipt is handed out on the strength of them.
 */
import { Dexie, type Table } from 'dexie'
import type { Draft } from '#engines/sale'
import type { BodyOf } from '#sdk/client'
import type { BookGoods, BookHead, Cart, Lease, Limits, SharedCart, Ticket } from '#web/till/values.ts'
import type { Unnumbered } from './ticket.rules.ts'

/**
 * A sale from before its tender is taken until it is either booked or queued. While it is `sending`, nobody knows
 * whether the server has it.
 */
export type JournalEntry = {
  id: string
  state: 'tendering' | 'sending'
  at: string
  total: number
  currency: string
  cart: Cart
  /** What it becomes where the server cannot be reached. */
  ticket?: Unnumbered
  request?: BodyOf<'POST /erp/sales'>
}

/** `order` counts the sales of this device over all epochs. `problem` is why the server does not take it. */
export type QueuedTicket = { order: number; id: string; ticket: Ticket; problem?: { code: string; message: string } }

export type Alarm = {
  n?: number
  at: string
  kind: 'difference' | 'refused' | 'stuck' | 'interrupted' | 'flagged'
  number: string | null
  says: string
  draft?: Draft
}

export type SessionFact = { id: string; openedAt: string; openedByName: string; currency: string }
export type CategoryFact = { id: string; name: string; parentId: string | null }
export type MeFact = { id: string; name: string; companyId: string; permissions: string[] }

/** A cart that was put aside while the server was gone. */
export type HeldHere = { id: string; name: string; at: string; cart: Cart }

/** What is kept once, by name. */
export type Facts = {
  me: MeFact
  lease: Lease
  limits: Limits
  session: SessionFact | null
  head: BookHead
  /** `isComplete` false while the pages of the first load come in. */
  book: { version: string; shopId: string; asOf: string; isComplete: boolean }
  categories: CategoryFact[]
  cart: { cart: Cart; shared: SharedCart | null }
  order: number
  offlineSince: string | null
  lastSyncAt: string | null
}
export type FactName = keyof Facts
type Fact = { name: FactName; value: Facts[FactName] }

export class TillDatabase extends Dexie {
  declare goods: Table<BookGoods, string>
  declare journal: Table<JournalEntry, string>
  declare tickets: Table<QueuedTicket, number>
  declare alarms: Table<Alarm, number>
  declare held: Table<HeldHere, string>
  declare facts: Table<Fact, FactName>

  constructor(name: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    super(name, { chromeTransactionDurability: 'strict', ...options })
    this.version(1).stores({
      ...{ goods: 'productId', journal: 'id', tickets: 'order, &id', alarms: '++n', held: 'id', facts: 'name' },
    })
  }

  async read<N extends FactName>(name: N): Promise<Facts[N] | undefined> {
    return (await this.facts.get(name))?.value as Facts[N] | undefined
  }

  async keep<N extends FactName>(name: N, value: Facts[N]): Promise<void> {
    await this.facts.put({ name, value })
  }
}

/** One database for each company that sells on this device, so that nothing of one is seen by another. */
export const openTillDatabase = (companyId: string): TillDatabase => new TillDatabase(`entrepot-till-${companyId}`)
