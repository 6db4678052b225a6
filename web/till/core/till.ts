/** A till at work: what it keeps, the line to the server, the book, the cart, and the session of its register. */
import { exponentOf } from '#engines/currency'
import { client } from '#web/data/client.ts'
import { Book } from '#web/till/book/book.ts'
import { Desk } from '#web/till/cart/desk.ts'
import { type PricedCart, type Pricing, priceOfCart } from '#web/till/cart/price-cart.ts'
import {
  type Alarm,
  type JournalEntry,
  type MeFact,
  openTillDatabase,
  type SessionFact,
  type TillDatabase,
} from '#web/till/offline/database.ts'
import { SaleQueue } from '#web/till/offline/queue.ts'
import type { Cart, Place } from '#web/till/values.ts'
import { decimalText } from '#web/ui/format.ts'
import { newId, nowIso, nowMs } from './device.ts'
import { Link } from './link.ts'
import { makeStore } from './store.ts'

const bookEveryMs = 60_000
const alarmsShown = 50
const amountText = (amount: number, currency: string): string =>
  `${decimalText(amount, exponentOf(currency))} ${currency}`

export class Till {
  readonly place: Place
  readonly me: MeFact
  readonly db: TillDatabase
  readonly queue: SaleQueue
  readonly link: Link
  readonly book: Book
  readonly desk: Desk
  /** Undefined until it is known, null where the register is closed. */
  readonly session = makeStore<SessionFact | null | undefined>(undefined)
  readonly alarms = makeStore<readonly Alarm[]>([])
  /** Sales that were being paid when the page went away. */
  readonly interrupted = makeStore<readonly JournalEntry[]>([])
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(place: Place, me: MeFact) {
    this.place = place
    this.me = me
    this.db = openTillDatabase(place.companyId)
    this.queue = new SaleQueue(this.db)
    this.link = new Link(this.db, this.queue, place)
    this.book = new Book(this.db, place.shopId)
    this.desk = new Desk(this.db)
  }

  /** Resolves when everything that is kept is there; what the server adds comes by and by. */
  async open(): Promise<void> {
    await this.db.keep('me', this.me)
    this.interrupted.set(await this.queue.recover())
    for (const { total, currency, at } of this.interrupted.get())
      await this.#note({ at, kind: 'interrupted', number: null, says: amountText(total, currency) })
    await Promise.all([this.desk.open(), this.readAlarms(), this.#readSession()])
    this.link.onBack(() => void this.#serverIsBack())
    await Promise.all([this.book.open(), this.link.open()])
    if (!this.link.state.get().isOnline) void this.book.refresh()
    this.#timer = setInterval(() => void (this.link.state.get().isOnline && this.book.refresh()), bookEveryMs)
  }

  close(): void {
    clearInterval(this.#timer)
    this.link.close()
    this.db.close()
  }

  may(permission: string): boolean {
    return this.me.permissions.includes(permission)
  }

  get currency(): string {
    return this.book.state.get().head?.settings.currency ?? this.session.get()?.currency ?? 'XXX'
  }

  pricing(): Pricing | undefined {
    const { head } = this.book.state.get()
    return head && { head, goodsOf: (id) => this.book.index.get(id), nowMs: nowMs(), newId }
  }

  price(cart: Cart): PricedCart {
    const pricing = this.pricing()
    return pricing ? priceOfCart(cart, pricing) : { draft: undefined, problems: new Map(), general: undefined }
  }

  async keepSession(session: SessionFact | null): Promise<void> {
    await this.db.keep('session', session)
    this.session.set(session)
  }

  /** The register's session as the server has it. */
  async readSession(): Promise<void> {
    const { registerId } = this.place
    const found = await client.call('GET /pos/registers/:registerId/session', { params: { registerId } })
    const open = found as typeof found | null
    await this.keepSession(
      open && {
        ...{ id: open.id, openedAt: open.openedAt, openedByName: open.openedByName },
        currency: open.openingFloat.currency,
      },
    )
  }

  /** Something that somebody must see: it stays until it is dismissed. */
  async raise(alarm: Omit<Alarm, 'n' | 'at'>): Promise<void> {
    await this.#note({ ...alarm, at: nowIso() })
    await this.readAlarms()
  }

  async dismissAlarms(): Promise<void> {
    await this.db.alarms.clear()
    this.alarms.set([])
  }

  async readAlarms(): Promise<void> {
    this.alarms.set(await this.db.alarms.orderBy('n').reverse().limit(alarmsShown).toArray())
  }

  async #note(alarm: Alarm): Promise<void> {
    await this.db.alarms.add(alarm)
  }

  async #readSession(): Promise<void> {
    const kept = await this.db.read('session')
    if (kept !== undefined) this.session.set(kept)
  }

  async #serverIsBack(): Promise<void> {
    await Promise.all([this.book.refresh(), this.readSession().catch(() => undefined)])
    await this.readAlarms()
  }
}
