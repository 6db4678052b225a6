/** Books one ticket of an offline till, or says why not. What it cannot help it flags. */
import { type Draft, draftSale, gstOfSale } from '#engines/sale'
import { type Context, clockOf, isRefusal, msOf, Refusal } from '#kernel'
import type { CustomerForSale } from '#modules/crm'
import { offlineKey, type PostedSale, postSale } from '#modules/sales'
import { asRefusal } from '#platform/db'
import type { SaleFlag } from '../exception/sale-exception.entity.ts'
import { type DatedTicket, lineKey, type SyncFacts } from './sync-facts.ts'
import { compareDrafts, type ReadTicket, readTicket } from './ticket.rules.ts'

/** `variance` in minor units: what the server would have asked more. Undefined where it could not say. */
export type Booked = { flags: SaleFlag[]; variance: number | undefined; details: Record<string, unknown> }

/** Posts the sale as it was made, in a savepoint of its own. Answers a refusal where it cannot be a sale at all. */
export async function bookTicket(context: Context, ticket: DatedTicket, facts: SyncFacts): Promise<Booked | Refusal> {
  const { settings, pricedOn, customers } = facts
  const priced = pricedOn(ticket.date)
  const goods = ticket.lines.map((line) => priced.goods.get(lineKey(line)))
  const readable = readTicket(ticket, { settings, goods, newId: context.newId })
  if (readable instanceof Refusal) return readable
  const customer = ticket.customerId ? customers.get(ticket.customerId) : undefined
  const read = { ...readable, draft: withGst(readable.draft, { ticket, facts, customer }) }
  const posted = await inSavepoint(context, (inner) => post(inner, { ticket, read, facts }))
  if (posted instanceof Refusal) return posted
  const server = serverDraft(context, { ticket, facts, customer })
  const compared = server && compareDrafts(read.draft, server)
  const isOverridden = ticket.lines.some(({ priceReason }) => priceReason !== undefined)
  const flags = [
    ...(compared?.isSame ? [] : (['price_changed'] as const)),
    ...(isOverridden && !context.may('sales.sale.override_price') ? (['price_override'] as const) : []),
    ...(posted.oversold.length > 0 ? (['oversold'] as const) : []),
    ...(goods.every((each) => each?.isSellable) ? [] : (['not_sellable'] as const)),
    ...(posted.isCartFinished ? [] : (['cart_finished'] as const)),
    ...(ticket.registerSessionId && !posted.registerSessionId ? (['session_closed'] as const) : []),
    ...(ticket.epoch < facts.lease.epoch ? (['epoch_ended'] as const) : []),
    ...(ticket.isClockWrong ? (['clock_wrong'] as const) : []),
    ...(isTooOld(context, ticket, facts) ? (['too_old'] as const) : []),
  ]
  return {
    flags,
    variance: compared?.variance,
    details: {
      bookVersion: ticket.bookVersion ?? null,
      ...(posted.oversold.length > 0 ? { oversold: posted.oversold } : {}),
      ...(compared?.isSame === false ? { server: linesOf(server), sold: linesOf(read.draft) } : {}),
    },
  }
}

const linesOf = (draft: Draft | undefined) =>
  draft?.lines.slice(0, 100).map(({ sku, quantity, unitPrice, gross }) => ({ sku, quantity, unitPrice, gross }))

function isTooOld({ now }: Context, { tenders, soldAt }: DatedTicket, { policy }: SyncFacts): boolean {
  const isByCard = tenders.some(({ method }) => method === 'card')
  return isByCard && msOf(now) - msOf(soldAt) > policy.offlineHoursMax * 3_600_000
}

type Judged = { ticket: DatedTicket; facts: SyncFacts; customer: CustomerForSale | undefined }

/** The ticket's document with its GST; as it is where the server would not have sold so at all. */
function withGst(draft: Draft, { ticket, facts, customer }: Judged): Draft {
  const { settings, pricedOn } = facts
  const { goods, rates } = pricedOn(ticket.date)
  const products = ticket.lines.flatMap((line) => goods.get(lineKey(line))?.sold ?? [])
  try {
    const facts = { seller: settings.gst, buyer: customer?.gst, products, rates, date: ticket.date }
    return gstOfSale(facts).keep(draft)
  } catch (error) {
    if (isRefusal(error)) return draft
    throw error
  }
}

type Posting = { ticket: DatedTicket; read: ReadTicket; facts: SyncFacts }

function post(context: Context, { ticket, read, facts }: Posting): Promise<PostedSale> {
  const { place, customers } = facts
  const { shopId, registerId, registerCode } = place
  const { id, epoch, sequence, customerId, date, soldAt, tenders, note, sharedCartId } = ticket
  return postSale(context, {
    ...{ id, draft: read.draft, shopId, registerId, soldAt, tenders, note, sharedCartId },
    ...{ businessDate: date, change: read.settled.change },
    customerId: customerId && customers.has(customerId) ? customerId : null,
    series: { ...offlineKey({ registerId, epoch }), code: registerCode, shopId },
    made: { sequence, registerSessionId: ticket.registerSessionId ?? null },
  })
}

/** What the server would have asked; undefined where it would not have sold at all. */
function serverDraft({ newId, now }: Context, { ticket, facts, customer }: Judged): Draft | undefined {
  const { goods, lists, rates } = facts.pricedOn(ticket.date)
  const products = ticket.lines.flatMap((line) => {
    const known = goods.get(lineKey(line))
    return known?.hasUnit ? [known.sold] : []
  })
  if (products.length < ticket.lines.length) return undefined
  const requests = ticket.lines.map(({ quantity, unitPrice, priceReason }) =>
    priceReason === undefined ? { quantity } : { quantity, unitPrice, priceReason },
  )
  try {
    const { settings, place, promotions } = facts
    const { shopId, timeZone } = place
    return draftSale({
      requests,
      goods: { products, lists, rates },
      settings,
      shopId,
      customer,
      ...{ date: ticket.date, newId, promotions },
      clock: clockOf(msOf(ticket.isClockWrong ? now : ticket.soldAt), timeZone),
    })
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** Does the work, or takes it back with its events and answers why. What is nobody's mistake is thrown. */
async function inSavepoint<R>(context: Context, work: (inner: Context) => Promise<R>): Promise<R | Refusal> {
  const { sql } = context
  const held: Parameters<Context['emit']>[] = []
  await sql`savepoint ticket`
  try {
    const result = await work({ ...context, emit: (...event) => void held.push(event) })
    await sql`release savepoint ticket`
    for (const event of held) context.emit(...event)
    return result
  } catch (error) {
    const refusal = asRefusal(error)
    if (!isRefusal(refusal) || refusal.status >= 500 || refusal.code === 'LOCK_TIMEOUT') throw error
    await sql`rollback to savepoint ticket`
    return refusal
  }
}
