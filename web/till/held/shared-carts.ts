/** Carts that the tills of a shop share, or put aside: the server has them, and each change is told to all. */
import type { AnswerOf } from '#sdk/client'
import { ApiRefusal, client } from '#web/data/client.ts'
import { newId, nowIso } from '#web/till/core/device.ts'
import { faultOf } from '#web/till/core/fault.ts'
import type { Till } from '#web/till/core/till.ts'
import type { Cart, SharedCart } from '#web/till/values.ts'

type Record = AnswerOf<'GET /multi-pc/sessions/:id'> | AnswerOf<'POST /multi-pc/sessions'>
const timeoutMs = 6_000
const soon = () => AbortSignal.timeout(timeoutMs)

export const sharedOf = ({ id, version, name, claimedById }: Record): SharedCart => ({
  ...{ id, version, name: name ?? null, claimedById: claimedById ?? null },
})
/** What is in a cart is the tills' own affair, so another program may have put anything there. */
export function cartOf({ cart, id }: Pick<Record, 'cart' | 'id'>): Cart {
  const { lines, customer, note } = cart as Partial<Cart>
  return { id, lines: Array.isArray(lines) ? lines : [], customer: customer ?? null, note: note ?? '' }
}
const contentOf = ({ lines, customer, note }: Cart) => ({ lines, customer, note })

/** Puts the cart where other tills see it; `held` puts it aside and leaves this till an empty one. */
export async function share(till: Till, { name, held }: { name: string; held: boolean }): Promise<void> {
  const { cart, shared } = till.desk.state.get()
  const { shopId, registerId } = till.place
  if (shared) {
    const body = { cart: contentOf(cart), version: shared.version, registerId, held, ...(name ? { name } : {}) }
    await client.call('PUT /multi-pc/sessions/:id', { params: { id: shared.id }, body, signal: soon() })
  } else {
    const body = { id: newId(), shopId, held, cart: contentOf(cart), ...(name ? { name } : {}) }
    const made = await client.call('POST /multi-pc/sessions', { body, signal: soon() })
    if (!held) till.desk.sharedAs(sharedOf(made))
  }
  if (held) till.desk.clear()
}

/** Puts the cart aside on this device, where the server is gone. */
export async function holdHere(till: Till, name: string): Promise<void> {
  const { cart } = till.desk.state.get()
  await till.db.held.put({ id: newId(), name, at: nowIso(), cart })
  till.desk.clear()
}

export async function takeHere(till: Till, id: string): Promise<void> {
  const held = await till.db.held.get(id)
  if (!held) return
  till.desk.take(held.cart, null)
  await till.db.held.delete(id)
}

/** Takes a cart up that was put aside, or joins one that others are filling. */
export async function takeUp(till: Till, id: string): Promise<void> {
  const found = await client.call('GET /multi-pc/sessions/:id', { params: { id }, query: {}, signal: soon() })
  const cart = cartOf(found)
  if (!found.held) return till.desk.take(cart, sharedOf(found))
  const body = { cart: contentOf(cart), version: found.version, held: false, registerId: till.place.registerId }
  const taken = await client.call('PUT /multi-pc/sessions/:id', { params: { id }, body, signal: soon() })
  till.desk.take(cart, sharedOf(taken))
}

/** Gives this till alone the right to finish the cart. Rejects where another has it, or where nobody can be asked. */
export async function claim(till: Till): Promise<void> {
  const { shared } = till.desk.state.get()
  const { registerId } = till.place
  if (!shared || shared.claimedById === registerId) return
  await pushed(till)
  const params = { id: shared.id }
  const claimed = await client.call('POST /multi-pc/sessions/:id/claim', {
    params,
    body: { registerId },
    signal: soon(),
  })
  till.desk.sharedAs(sharedOf(claimed))
}

export async function release(till: Till): Promise<void> {
  const { shared } = till.desk.state.get()
  if (shared?.claimedById !== till.place.registerId) return
  const params = { id: shared.id }
  const released = await client.call('POST /multi-pc/sessions/:id/release', { params, body: {}, signal: soon() })
  till.desk.sharedAs(sharedOf(released))
}

const pushes = new WeakMap<Till, Promise<unknown>>()
/** Resolves when all changes made here are with the server. */
const pushed = (till: Till): Promise<unknown> => pushes.get(till) ?? Promise.resolve()

/** A change that was made here, to the others: one after the other, each on the version that the one before left. */
export function push(till: Till, onConflict: () => void): void {
  const next = pushed(till)
    .then(() => pushNow(till, onConflict))
    .catch(() => undefined)
  pushes.set(till, next)
}

async function pushNow(till: Till, onConflict: () => void): Promise<void> {
  const { cart, shared } = till.desk.state.get()
  if (!shared) return
  const body = { cart: contentOf(cart), version: shared.version, registerId: till.place.registerId }
  try {
    const kept = await client.call('PUT /multi-pc/sessions/:id', { params: { id: shared.id }, body, signal: soon() })
    if (till.desk.state.get().shared?.id === kept.id) till.desk.sharedAs(sharedOf(kept))
  } catch (error) {
    if (!(error instanceof ApiRefusal) || faultOf(error) !== 'no') return
    onConflict()
    await look(till)
  }
}

/** Reads the cart that is open here again. `finished` where somebody else has sold or dropped it. */
export async function look(till: Till): Promise<'same' | 'changed' | 'finished'> {
  const { shared } = till.desk.state.get()
  if (!shared) return 'same'
  const found = await client.call('GET /multi-pc/sessions/:id', {
    params: { id: shared.id },
    query: {},
    signal: soon(),
  })
  const now = till.desk.state.get().shared
  if (now?.id !== found.id) return 'same'
  if (found.status !== 'open') {
    till.desk.clear()
    return 'finished'
  }
  if (found.version <= now.version) return 'same'
  till.desk.hear(cartOf(found), sharedOf(found))
  return 'changed'
}
