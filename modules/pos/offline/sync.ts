/**
 * Takes in what a till sold without the server. One transaction for a batch: the till hears of all of it or of nothing,
 * and whatever it sends again changes nothing.
 */
import { type Context, Refusal } from '#kernel'
import { offlineDigits, skipOfflineNumber } from '#modules/sales'
import { ticketRefusals } from '../refusals.ts'
import { bookTicket } from './book-ticket.ts'
import { noteSync } from './lease.ts'
import { noteTickets, type Verdict } from './note-tickets.ts'
import { type DatedTicket, numberKey, type SyncFacts, syncFacts } from './sync-facts.ts'
import type { Ticket } from './ticket.rules.ts'

type Batch = { registerId: string; epoch: number; bookVersion?: string | undefined; sales: readonly Ticket[] }
type Result = {
  id: string
  status: 'accepted' | 'duplicate' | 'refused'
  number: string | null
  code: string | null
  flags: string[]
}

/** Numbers may be missing; so many at once are no accident. */
const gapMax = 10_000

/** Books the tickets in the order of their numbers; answers in the order in which they were sent. */
export async function syncTickets(context: Context, batch: Batch) {
  const { registerId, bookVersion } = batch
  const sales = batch.sales.map((ticket) => ({ ...ticket, bookVersion: ticket.bookVersion ?? bookVersion }))
  const { facts, tickets } = await syncFacts(context, { ...batch, sales })
  const { place, settings, lease } = facts
  const verdicts: Verdict[] = []
  const results = new Map<DatedTicket, Result>()
  const cards = cardLimits(facts)
  for (const ticket of tickets.toSorted((a, b) => a.epoch - b.epoch || a.sequence - b.sequence)) {
    const known = knownBefore(ticket, facts)
    const verdict = known ? undefined : await judge(context, ticket, facts)
    if (verdict) {
      if (verdict.outcome === 'accepted' && cards.isBeyond(ticket)) verdict.flags.push('card_limit')
      remember(verdict, facts)
      verdicts.push(verdict)
    }
    results.set(ticket, known ?? resultOf(verdict as Verdict))
  }
  const at = { registerId, shopId: place.shopId, currency: settings.currency, customers: facts.customers }
  await noteTickets(context, verdicts, at)
  const lastSequence = facts.series.get(lease.epoch)?.next ?? lease.lastSequence + 1
  await noteSync(context, {
    ...{ id: lease.id, cardTotal: cards.total(), currency: settings.currency },
    lastSequence: Math.max(lease.lastSequence, lastSequence - 1),
  })
  return {
    ...{ registerId, epoch: lease.epoch, nextSequence: lastSequence },
    results: tickets.map((ticket) => results.get(ticket) as Result),
  }
}

/** The answer to a ticket that was sent before, under the same number. */
function knownBefore(ticket: DatedTicket, { byId }: SyncFacts): Result | undefined {
  const known = byId.get(ticket.id)
  if (!known) return undefined
  const { id, number, outcome, code, flags } = known
  return { id, status: outcome === 'refused' ? 'refused' : 'duplicate', number, code, flags }
}

const resultOf = ({ ticket, outcome, number, code, flags }: Verdict): Result => ({
  ...{ id: ticket.id, number, code, flags },
  status: outcome === 'accepted' ? 'accepted' : outcome === 'online' ? 'duplicate' : 'refused',
})

async function judge(context: Context, ticket: DatedTicket, facts: SyncFacts): Promise<Verdict> {
  const { registerId, shopId } = facts.place
  const other = facts.byNumber.get(numberKey(ticket))
  if (other) {
    context.emit('register.cloned', {
      ...{ entity: 'shops.register', id: registerId, shopId },
      data: { registerId, epoch: ticket.epoch, sequence: ticket.sequence, ticketIds: [other.id, ticket.id] },
    })
    const message = `${ticket.number} is the number of ticket ${other.id}`
    return refused(ticket, ticketRefusals.refuse('SEQUENCE_REUSED', [{ field: 'sequence', message }]))
  }
  const next = facts.series.get(ticket.epoch)?.next
  const expected = numberOf(ticket, facts)
  if (next === undefined || expected !== ticket.number || ticket.sequence > next + gapMax) {
    const message = expected ? `should be ${expected}` : 'is of an epoch that the register never had'
    return refused(ticket, ticketRefusals.refuse('NUMBER_MISMATCH', [{ field: 'number', message }]))
  }
  const gap: Verdict['flags'] = ticket.sequence > next ? ['sequence_gap'] : []
  const sale = facts.online.get(ticket.id)
  const nothing = { ticket, code: null, variance: undefined, details: {} }
  if (sale) {
    await skipOfflineNumber(context, { registerId, epoch: ticket.epoch, sequence: ticket.sequence })
    return { ...nothing, outcome: 'online', number: sale.number, flags: gap }
  }
  const booked = await bookTicket(context, ticket, facts)
  if (booked instanceof Refusal) {
    await skipOfflineNumber(context, { registerId, epoch: ticket.epoch, sequence: ticket.sequence })
    return refused(ticket, booked)
  }
  return { ...nothing, ...booked, outcome: 'accepted', number: ticket.number, flags: [...gap, ...booked.flags] }
}

const refused = (ticket: DatedTicket, { code, details }: Refusal): Verdict => ({
  ...{ ticket, code, outcome: 'refused', number: ticket.number, flags: ['refused'], variance: undefined, details: {} },
  reasons: details,
})

function numberOf({ epoch, sequence }: DatedTicket, { series }: SyncFacts): string | undefined {
  const prefix = series.get(epoch)?.prefix
  return prefix && `${prefix}${String(sequence).padStart(offlineDigits, '0')}`
}

/** What later tickets of the batch must know of this one. */
function remember({ ticket, outcome, number, code, flags }: Verdict, { byId, byNumber, series }: SyncFacts): void {
  const { id, epoch, sequence } = ticket
  const known = { id, epoch, sequence, number, outcome, code, flags }
  byId.set(id, known)
  if (outcome !== 'refused') byNumber.set(numberKey(ticket), known)
  const state = series.get(epoch)
  const isTaken = outcome !== 'refused' || (code !== 'SEQUENCE_REUSED' && code !== 'NUMBER_MISMATCH')
  if (state && isTaken) state.next = Math.max(state.next, sequence + 1)
}

/** Adds up what is taken by card from the moment at which the till lost the server. */
function cardLimits({ lease, policy }: Pick<SyncFacts, 'lease' | 'policy'>) {
  const lostAfter = lease.lastSyncAt === null ? undefined : Date.parse(lease.lastSyncAt)
  let total = lease.cardTotal
  let isLater = lostAfter === undefined
  return {
    total: () => total,
    isBeyond: ({ tenders, soldAt }: DatedTicket): boolean => {
      if (!isLater && Date.parse(soldAt) > (lostAfter ?? 0)) {
        isLater = true
        total = 0
      }
      const byCard = tenders.reduce((sum, { method, amount }) => sum + (method === 'card' ? amount.amount : 0), 0)
      total += byCard
      if (byCard === 0) return false
      return byCard > policy.offlineCardTicketMax.amount || total > policy.offlineCardTotalMax.amount
    },
  }
}
