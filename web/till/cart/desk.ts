/** The cart that is being filled: kept with every change, so that a reload has it again. */
import { newId } from '#web/till/core/device.ts'
import { makeStore } from '#web/till/core/store.ts'
import type { TillDatabase } from '#web/till/offline/database.ts'
import type { Cart, SharedCart } from '#web/till/values.ts'
import { changedKeys, emptyCart } from './cart.rules.ts'

export type DeskState = {
  cart: Cart
  /** Where it is a cart that other tills see too. */
  shared: SharedCart | null
  /** The line that keys act on. */
  selected: string | null
  /** Lines that another till has just changed. */
  fresh: readonly string[]
}

export class Desk {
  readonly state = makeStore<DeskState>(this.#empty())
  readonly #db: TillDatabase
  #onChange: ((state: DeskState) => void) | undefined

  constructor(db: TillDatabase) {
    this.#db = db
  }

  #empty(): DeskState {
    return { cart: emptyCart(newId()), shared: null, selected: null, fresh: [] }
  }

  async open(): Promise<void> {
    const kept = await this.#db.read('cart')
    if (kept) this.state.set({ ...kept, selected: null, fresh: [] })
  }

  /** Told of each change that was made here, to share it. */
  onChange(listener: (state: DeskState) => void): void {
    this.#onChange = listener
  }

  change(how: (cart: Cart) => Cart, selected?: string | null): void {
    const before = this.state.get()
    const cart = how(before.cart)
    if (cart === before.cart && selected === undefined) return
    this.#become({ ...before, cart, selected: this.#selectedIn(cart, selected ?? before.selected), fresh: [] })
    this.#onChange?.(this.state.get())
  }

  select(key: string | null): void {
    this.state.change((before) => ({ ...before, selected: key }))
  }

  /**
   * Another cart: one that was held, or one that another till shares. Its sale has an id of this till's own: two tills
   * that finish one cart make two sales, of which the server takes one.
   */
  take(cart: Cart, shared: SharedCart | null): void {
    this.#become({ cart: { ...cart, id: newId() }, shared, selected: null, fresh: [] })
  }

  /** What another till did to the cart that is open here. */
  hear(theirs: Cart, shared: SharedCart): void {
    const { cart: before, selected } = this.state.get()
    const cart = { ...theirs, id: before.id }
    this.#become({ cart, shared, selected: this.#selectedIn(cart, selected), fresh: changedKeys(before, cart) })
  }

  sharedAs(shared: SharedCart | null): void {
    this.#become({ ...this.state.get(), shared })
  }

  clear(): void {
    this.#become(this.#empty())
  }

  #selectedIn(cart: Cart, key: string | null): string | null {
    return cart.lines.some((line) => line.key === key) ? key : null
  }

  #become(state: DeskState): void {
    this.state.set(state)
    void this.#db.keep('cart', { cart: state.cart, shared: state.shared })
  }
}
