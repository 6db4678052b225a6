/** A till that sells without the server: it keeps its book, numbers its receipts and sends what waits. */
import assert from 'node:assert/strict'
import { type BookGoods, type PriceBook, priceCart } from '#engines/price-book'
import type { Draft } from '#engines/sale'
import type { Actor } from '#kernel'
import { gbp, makeTill, type Till } from '../../../tests/till.ts'
import type { Loose, Reply, World } from '../../../tests/world.ts'

export type Ticket = Record<string, unknown> & { id: string; sequence: number; number: string }
export type Sold = { sku: string; quantity: string }
export type OfflineTill = Till & {
  epoch: number
  /** Takes the next lease, as a device that was set up anew does. */
  lease: () => Promise<OfflineTill>
  /** Loads the book again. */
  learn: () => Promise<void>
  /** Sells for exact cash unless `more` says otherwise; nobody is asked. */
  ticket: (lines: readonly Sold[], more?: Record<string, unknown>) => Ticket
  sync: (sales: readonly Ticket[], who?: Actor) => Promise<Reply<Loose>>
}

/** A company with a register that has a lease and a book. */
export async function makeOfflineTill(world: World, fields: Record<string, unknown> = {}): Promise<OfflineTill> {
  const till = await makeTill(world, fields)
  return openOffline(world, till, till.registerId)
}

/** Makes a register of the till an offline one. */
export async function openOffline(world: World, till: Till, registerId: string): Promise<OfflineTill> {
  const path = `/offline/registers/${registerId}/lease`
  const { status, body } = await world.call(till.staff, 'POST', path, {})
  assert.equal(status, 200, JSON.stringify(body))
  const { epoch, prefix, digits } = body.data
  let book: (PriceBook & { goods: BookGoods[]; version: string }) | undefined
  let last = 0
  const learn = async () => {
    await world.settle()
    const { body } = await world.call(till.staff, 'GET', `/pos/price-book?shopId=${till.shopId}&limit=2000`)
    const { head, goods, version } = body.data as unknown as { head: PriceBook; goods: BookGoods[]; version: string }
    book = { ...head, goods, version }
  }
  return {
    ...{ ...till, registerId, epoch: Number(epoch), learn, lease: () => openOffline(world, till, registerId) },
    ticket: (lines, more = {}) => {
      assert.ok(book, 'learn first')
      last += 1
      const draft = draftOf(world, book, till.shopId, lines)
      return {
        ...{ id: world.app.newId(), sequence: last, number: `${prefix}${String(last).padStart(Number(digits), '0')}` },
        ...{ soldAt: new Date(world.app.clock()).toISOString(), bookVersion: book.version, ...ticketOf(draft) },
        tenders: draft.total > 0 ? [{ method: 'cash', amount: gbp(draft.total) }] : [],
        ...more,
      }
    },
    sync: (sales, who = till.staff) =>
      world.call(who, 'POST', '/offline/sync', { registerId, epoch: Number(epoch), sales }),
  }
}

function draftOf(world: World, book: PriceBook & { goods: BookGoods[] }, shopId: string, sold: readonly Sold[]): Draft {
  const lines = sold.map(({ sku, quantity }) => {
    const goods = book.goods.find((each) => each.sku === sku)
    assert.ok(goods, `${sku} is not in the book`)
    return { goods, quantity }
  })
  return priceCart({
    book,
    lines,
    shopId,
    date: new Date(world.app.clock()).toISOString().slice(0, 10),
    newId: world.app.newId,
  })
}

/** A draft as a ticket says it. */
function ticketOf({ lines, taxes, net, tax, total }: Draft): Record<string, unknown> {
  return {
    ...{ net: gbp(net), tax: gbp(tax), total: gbp(total), taxes: taxes.map(withoutNulls) },
    lines: lines.map(({ id, productId, quantity, unit, factor, includesTax, priceStep, ...line }) => ({
      ...{ id, productId, quantity, unit, factor, includesTax, priceStep, unitPrice: gbp(line.unitPrice) },
      ...{ discount: gbp(line.discount), promotions: line.promotions.map(withoutNulls) },
      ...{ net: gbp(line.net), tax: gbp(line.tax), gross: gbp(line.gross), taxes: line.taxes },
    })),
  }
}

const withoutNulls = (value: object) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))

/** What became of each ticket. */
export const resultsOf = (
  reply: Reply<Loose>,
): { status: string; number: string; code: string | null; flags: string[] }[] => {
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return reply.body.data.results as never
}
