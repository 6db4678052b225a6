/** A sale: booked by the server where it is there, else queued under a number of the till's own. One of the two. */

import type { SaleForReceipt } from '#engines/receipt'
import type { Draft } from '#engines/sale'
import { isStored, settleTenders } from '#engines/tender'
import type { AnswerOf, BodyOf } from '#sdk/client'
import { client } from '#web/data/client.ts'
import { newId, nowIso } from '#web/till/core/device.ts'
import { faultOf } from '#web/till/core/fault.ts'
import type { Till } from '#web/till/core/till.ts'
import { byCard, type CardProblem, cardProblem } from '#web/till/offline/card-limits.rules.ts'
import type { JournalEntry } from '#web/till/offline/database.ts'
import { type Unnumbered, unnumberedTicket } from '#web/till/offline/ticket.rules.ts'
import { taxesForReceipt } from '#web/till/receipt/taxes.ts'
import type { Cart, SharedCart, Tender } from '#web/till/values.ts'
import { differences } from './compare.rules.ts'

export type Sold = {
  id: string
  number: string
  /** The server does not have it yet. */
  isPending: boolean
  sale: SaleForReceipt
  /** What the server came to that the till did not. */
  differences: readonly string[]
  /** Gift cards were sold, whose codes the server knows. */
  hasCards: boolean
}
export type ToSell = { cart: Cart; shared: SharedCart | null; draft: Draft; tenders: readonly Tender[] }

/** A card that the till may not take while the server is gone. */
export class CardRefused extends Error {
  readonly problem: CardProblem
  constructor(problem: CardProblem) {
    super(problem.why)
    this.problem = problem
  }
}

/** Gift cards, store credit and points need the server, which is gone. */
export class StoredRefused extends Error {}

/** Coupons are the server's to count: without it there is no sale with one. */
export class CouponsNeedServer extends Error {}

/** How long a customer waits for the server before the till sells without it. */
const patienceMs = 6_000

/** Before any money is taken: the sale is written down. Rejects where it cannot be, and then nothing is sold. */
export async function beginSale(till: Till, cart: Cart, draft: Draft): Promise<void> {
  const { total, currency } = draft
  await till.queue.begin({ id: cart.id, state: 'tendering', at: nowIso(), total, currency, cart })
}

export const abandonSale = (till: Till, cart: Cart): Promise<void> => till.queue.end(cart.id)

/** Rejects with the API's refusal where the sale may not be, a CardRefused, StoredRefused or CouponsNeedServer. */
export async function sell(till: Till, toSell: ToSell): Promise<Sold> {
  const { draft, tenders } = toSell
  settleTenders(draft.total, draft.currency, tenders)
  const ticket = ticketOf(till, toSell)
  const answer = till.link.sellsOnline() ? await askServer(till, toSell, ticket) : 'not-sold'
  if (typeof answer === 'object') return finish(till, toSell, answer)
  if (answer !== 'unknown' && needsServer(toSell)) throw new StoredRefused()
  if (answer === 'not-sold' && (toSell.cart.coupons ?? []).length > 0) throw new CouponsNeedServer()
  // A sale that the server may have already is no longer the till's to refuse.
  const problem = answer === 'unknown' ? undefined : cardTrouble(till, byCard(tenders))
  if (problem) throw new CardRefused(problem)
  return queueSale(till, toSell, ticket)
}

/** Balances are the server's to lower, and codes of new cards the server's to make. */
const needsServer = ({ draft, tenders }: ToSell): boolean =>
  tenders.some(({ method }) => isStored(method)) || hasCards(draft)

const hasCards = ({ lines }: Draft): boolean => lines.some(({ kind }) => kind === 'gift_card')

/** The answer; `unknown` where nobody can tell whether the server has the sale, `not-sold` where it surely has not. */
async function askServer(till: Till, toSell: ToSell, ticket: Unnumbered) {
  const { cart, draft } = toSell
  const body = requestOf(till, toSell)
  const entry: JournalEntry = {
    ...{ id: cart.id, state: 'sending', at: ticket.soldAt, total: draft.total, currency: draft.currency },
    ...{ cart, ticket, request: body },
  }
  await till.queue.begin(entry)
  try {
    const signal = AbortSignal.timeout(patienceMs)
    return await client.call('POST /erp/sales', { body, key: newId(), signal })
  } catch (error) {
    const fault = faultOf(error)
    if (fault === 'no') {
      await till.queue.begin({ ...entry, state: 'tendering' })
      // It may know prices that this device does not.
      void till.book.refresh()
      throw error
    }
    if (fault === 'gone') {
      await till.link.lost()
      return 'unknown'
    }
    await till.queue.begin({ ...entry, state: 'tendering' })
    await till.link.check()
    return 'not-sold'
  }
}

async function finish(till: Till, { cart, draft }: ToSell, answer: AnswerOf<'POST /erp/sales'>): Promise<Sold> {
  await till.queue.end(cart.id)
  const differ = differences(draft, answer)
  if (differ.length > 0) {
    await till.raise({ kind: 'difference', number: answer.number, says: differ.join('; '), draft })
    void till.book.refresh()
  }
  return {
    ...{ id: answer.id, number: answer.number, isPending: false, differences: differ, hasCards: hasCards(draft) },
    sale: { ...answer, taxes: taxesForReceipt(answer.taxes), ...namesOf(till, cart) },
  }
}

async function queueSale(till: Till, toSell: ToSell, unnumbered: Unnumbered): Promise<Sold> {
  const { cart, draft, tenders } = toSell
  const { ticket } = await till.queue.enqueue(unnumbered)
  await till.link.count()
  void till.link.nudge()
  const { change } = settleTenders(draft.total, draft.currency, tenders)
  const inMoney = (amount: number) => ({ amount, currency: draft.currency })
  return {
    ...{ id: cart.id, number: ticket.number, isPending: true, differences: [], hasCards: false },
    sale: {
      ...{ number: ticket.number, soldAt: ticket.soldAt, net: ticket.net, tax: ticket.tax, total: ticket.total },
      lines: draft.lines.map((line) => ({
        ...{ name: line.name, sku: line.sku, quantity: line.quantity, unit: line.unit, includesTax: line.includesTax },
        ...{ unitPrice: inMoney(line.unitPrice), net: inMoney(line.net), gross: inMoney(line.gross) },
        promotions: line.promotions,
      })),
      discount: inMoney(draft.discount),
      ...{ taxes: draft.taxes, tenders, change: inMoney(change), note: cart.note || null, ...namesOf(till, cart) },
    },
  }
}

/** Why so much cannot go on a card right now. */
export function cardTrouble(till: Till, amount: number): CardProblem | undefined {
  if (amount === 0 || till.link.sellsOnline()) return undefined
  const { limits, byCard: waitingByCard } = till.link.state.get()
  return cardProblem(amount, { limits, waitingByCard, offlineMs: till.link.offlineMs() })
}

const namesOf = ({ me, place }: Till, { customer }: Cart) => ({
  ...{ cashierName: me.name, registerName: place.registerName, customerName: customer?.name ?? null },
})

function ticketOf(till: Till, { cart, shared, draft, tenders }: ToSell): Unnumbered {
  return unnumberedTicket({
    ...{ cart, draft, tenders, soldAt: nowIso() },
    registerSessionId: till.session.get()?.id ?? null,
    sharedCartId: shared?.id ?? null,
    bookVersion: till.book.state.get().version ?? null,
  })
}

function requestOf(till: Till, { cart, shared, draft, tenders }: ToSell): BodyOf<'POST /erp/sales'> {
  const { shopId, registerId } = till.place
  return {
    ...{ id: cart.id, shopId, registerId, tenders: [...tenders] },
    ...(cart.customer ? { customerId: cart.customer.id } : {}),
    ...(cart.coupons?.length ? { coupons: cart.coupons.map(({ code }) => code) } : {}),
    ...(cart.note ? { note: cart.note } : {}),
    ...(shared ? { sharedCartId: shared.id } : {}),
    lines: cart.lines.map(({ productId, quantity, unitPrice, priceReason }, index) => ({
      ...{ productId, quantity, unit: draft.lines[index]?.unit ?? '' },
      ...(unitPrice ? { unitPrice } : {}),
      ...(priceReason ? { priceReason } : {}),
    })),
  }
}
