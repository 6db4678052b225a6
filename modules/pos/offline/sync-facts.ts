/** Everything that a batch of tickets is judged by, read in two round trips while the register's lease is held. */
import { sellerAt } from '#engines/gst'
import type { PriceList } from '#engines/price'
import type { Promotion } from '#engines/promotion'
import type { RatesByCategory } from '#engines/tax'
import { businessDate, type Context, msOf, refuse } from '#kernel'
import { type GoodsOfTicket, goodsOfTickets } from '#modules/catalog'
import { type CompanySettings, companySettings } from '#modules/companies'
import { type CustomerForSale, customersOfTickets } from '#modules/crm'
import { lockSellingStock } from '#modules/inventory'
import { promotionsInForce } from '#modules/promotions'
import { type OfflineSeriesState, offlineSeries, salesById } from '#modules/sales'
import { findRegister, type RegisterPlace } from '#modules/shops'
import { type Policy, policyAt } from '../policy/policy.queries.ts'
import { posRefusals } from '../refusals.ts'
import { type Lease, lockLease } from './lease.ts'
import type { Ticket } from './ticket.rules.ts'

/** What became of a ticket before. */
export type KnownTicket = {
  id: string
  epoch: number
  sequence: number
  number: string
  outcome: 'accepted' | 'online' | 'refused'
  code: string | null
  flags: string[]
}
/** What lines of one trading date are priced by. */
export type Priced = { goods: Map<string, GoodsOfTicket | undefined>; lists: PriceList[]; rates: RatesByCategory }

export type SyncFacts = {
  settings: CompanySettings
  place: RegisterPlace
  policy: Policy
  lease: Lease
  series: Map<number, OfflineSeriesState>
  customers: Map<string, CustomerForSale>
  byId: Map<string, KnownTicket>
  /** Tickets that have a number of the register, by `epoch/sequence`. */
  byNumber: Map<string, KnownTicket>
  /** Sales that reached the server by themselves, with their numbers. */
  online: Map<string, { number: string; registerId: string | null }>
  pricedOn: (date: string) => Priced
  /** Those that held at the shop on any of the days; their coupons are the server's affair. */
  promotions: Promotion[]
}

export const numberKey = ({ epoch, sequence }: { epoch: number; sequence: number }): string => `${epoch}/${sequence}`
export const lineKey = ({ productId, unit }: { productId: string; unit: string }): string => `${productId} ${unit}`

/** A ticket with the epoch that it is of and the day on which it counts. */
export type DatedTicket = Ticket & { epoch: number; soldAt: string; date: string; isClockWrong: boolean }

/** Refuses REFERENCE_NOT_FOUND for a register beyond reach and OFFLINE_LEASE_MISSING. */
export async function syncFacts(
  context: Context,
  { registerId, epoch, sales }: { registerId: string; epoch: number; sales: readonly Ticket[] },
): Promise<{ facts: SyncFacts; tickets: DatedTicket[] }> {
  const epochs = [...new Set(sales.map((ticket) => ticket.epoch ?? epoch))]
  const customerIds = [...new Set(sales.flatMap(({ customerId }) => customerId ?? []))]
  const [settings, place, lease, known, online, customers, series] = await Promise.all([
    companySettings(context),
    findRegister(context, registerId),
    lockLease(context, registerId),
    knownTickets(context, registerId, { sales, epochs }),
    salesById(
      context,
      sales.map(({ id }) => id),
    ),
    customersOfTickets(context, customerIds),
    Promise.all(epochs.map(async (each) => [each, await offlineSeries(context, { registerId, epoch: each })] as const)),
  ])
  if (!place) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'registerId', message: 'There is no such register.' }])
  if (!lease) throw posRefusals.refuse('OFFLINE_LEASE_MISSING', [{ field: 'registerId', message: 'has no lease' }])
  const tickets = sales.map((ticket) => dated(context, { ticket, epoch, place, lease }))
  const firstDay = tickets.map(({ date }) => date).reduce((a, b) => (a < b ? a : b), context.now.slice(0, 10))
  const [policy, pricedOn, promotions] = await Promise.all([
    policyAt(context, { shopId: place.shopId, currency: settings.currency }),
    pricesOf(context, { tickets, shopId: place.shopId, customerIds }),
    promotionsInForce(context, { shopId: place.shopId, from: firstDay }),
    lockSellingStock(context, {
      shopId: place.shopId,
      productIds: sales.flatMap(({ lines }) => lines.map(({ productId }) => productId)),
    }),
  ])
  const facts = {
    ...{ place, policy, lease, customers, online, pricedOn, promotions },
    settings: { ...settings, gst: sellerAt(settings.gst, place) },
    series: new Map(series.flatMap(([each, state]) => (state ? [[each, state] as const] : []))),
    byId: new Map(known.map((each) => [each.id, each])),
    byNumber: new Map(known.flatMap((each) => (each.outcome === 'refused' ? [] : [[numberKey(each), each] as const]))),
  }
  return { facts, tickets }
}

/** So much may the clock of a till be ahead. */
const aheadMaxMs = 300_000
const dayMs = 86_400_000

/** A sale counts on the day on which it was made; where the till's clock cannot be right, on the day of the server. */
function dated(
  { now }: Context,
  { ticket, epoch, place, lease }: { ticket: Ticket; epoch: number; place: RegisterPlace; lease: Lease },
): DatedTicket {
  const at = Date.parse(ticket.soldAt)
  const own = ticket.epoch ?? epoch
  const isEarly = own >= lease.epoch && at < Date.parse(lease.leasedAt) - dayMs
  const isClockWrong = isEarly || at > msOf(now) + aheadMaxMs
  const date = businessDate(isClockWrong ? msOf(now) : at, place.timeZone, place.dayStart)
  return { ...ticket, epoch: own, soldAt: new Date(at).toISOString(), date, isClockWrong }
}

type Wanted = { sales: readonly Ticket[]; epochs: readonly number[] }

async function knownTickets(
  { sql, companyId }: Context,
  registerId: string,
  { sales, epochs }: Wanted,
): Promise<KnownTicket[]> {
  const ids = sales.map(({ id }) => id)
  const rows = await sql<KnownTicket[]>`
    select id, epoch, sequence, number, outcome, code, flags from pos.offline_ticket
    where company_id = ${companyId} and id = any(${ids}::uuid[])
    union
    select id, epoch, sequence, number, outcome, code, flags from pos.offline_ticket
    where company_id = ${companyId} and register_id = ${registerId} and epoch = any(${[...epochs]}::int[])
      and sequence = any(${sales.map(({ sequence }) => sequence)}::int[]) and outcome <> 'refused'`
  return rows.map((row) => ({ ...row }))
}

type Pricing = { tickets: readonly DatedTicket[]; shopId: string; customerIds: readonly string[] }

/** Goods, lists and rates of each day on which something was sold. */
async function pricesOf(context: Context, { tickets, shopId, customerIds }: Pricing): Promise<SyncFacts['pricedOn']> {
  const days = [...Map.groupBy(tickets, ({ date }) => date)]
  const priced = await Promise.all(
    days.map(async ([date, some]) => {
      const lines = new Map(some.flatMap((ticket) => ticket.lines.map((line) => [lineKey(line), line] as const)))
      const refs = [...lines.values()].map(({ productId, unit }) => ({ productId, unit }))
      const { goods, lists, rates } = await goodsOfTickets(context, { refs, shopId, customerIds, date })
      return [date, { lists, rates, goods: new Map([...lines.keys()].map((key, at) => [key, goods[at]])) }] as const
    }),
  )
  const byDate = new Map<string, Priced>(priced)
  return (date) => byDate.get(date) ?? { goods: new Map(), lists: [], rates: {} }
}
