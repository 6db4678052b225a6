/** A till's database in memory, and a server that books each sale once, over a line that loses calls and answers. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { AnswerOf, BodyOf } from '#sdk/client'
import { TillDatabase } from './database.ts'
import { SaleQueue } from './queue.ts'
import type { Unnumbered } from './ticket.rules.ts'

const money = (amount: number) => ({ amount, currency: 'GBP' })

export async function newTill({ factory = new IDBFactory() }: { factory?: IDBFactory } = {}) {
  const db = new TillDatabase('till', { indexedDB: factory, IDBKeyRange })
  await db.keep('lease', { registerId: 'r1', epoch: 1, prefix: 'GW1-1-F1-', digits: 6, next: 1 })
  return { db, queue: new SaleQueue(db), factory }
}

export const saleFor = (id: string, { amount = 500, method = 'cash' as 'cash' | 'card' } = {}): Unnumbered => ({
  ...{ id, soldAt: '2026-11-30T10:00:00.000Z', net: money(amount), tax: money(0), total: money(amount), taxes: [] },
  lines: [
    {
      ...{ productId: 'p1', quantity: '1', unit: 'pcs', unitPrice: money(amount), includesTax: true },
      ...{ net: money(amount), tax: money(0), gross: money(amount), taxes: [] },
    },
  ],
  tenders: [{ method, amount: money(amount) }],
})

type Body = BodyOf<'POST /offline/sync'>
type Answer = AnswerOf<'POST /offline/sync'>

/** Books by id; the second time it is a duplicate. */
export function newServer() {
  const booked: { id: string; number: string }[] = []
  const book = (body: Body): Answer => ({
    ...{ registerId: body.registerId, epoch: body.epoch, nextSequence: booked.length + 1 },
    results: body.sales.map(({ id, number }) => {
      const known = booked.find((each) => each.id === id)
      if (!known) booked.push({ id, number })
      return { id, status: known ? ('duplicate' as const) : ('accepted' as const), number, flags: [] }
    }),
  })
  return { booked, book }
}

/** Loses calls before they arrive or answers on their way back, or delivers a call twice, by chance. */
export const lossy = (book: (body: Body) => Answer, chance: () => number) => async (body: Body) => {
  const luck = chance()
  if (luck < 0.1) throw new TypeError('the call was lost')
  const answer = book(body)
  if (luck < 0.2) throw new TypeError('the answer was lost')
  return luck < 0.3 ? book(body) : answer
}
