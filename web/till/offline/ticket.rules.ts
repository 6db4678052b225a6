/** A priced cart as the ticket that is synced: figures as on the receipt. Pure. */
import type { Draft, DraftLine } from '#engines/sale'
import type { Cart, Lease, Tender, Ticket } from '#web/till/values.ts'

export type TicketFacts = {
  cart: Cart
  draft: Draft
  tenders: readonly Tender[]
  soldAt: string
  registerSessionId: string | null
  sharedCartId: string | null
  bookVersion: string | null
}
/** A ticket that has no number yet. */
export type Unnumbered = Omit<Ticket, 'sequence' | 'epoch' | 'number'>

export const numberOf = ({ prefix, digits }: Pick<Lease, 'prefix' | 'digits'>, sequence: number): string =>
  `${prefix}${String(sequence).padStart(digits, '0')}`

export function unnumberedTicket(facts: TicketFacts): Unnumbered {
  const { cart, draft, tenders, soldAt, registerSessionId, sharedCartId, bookVersion } = facts
  const inMoney = (amount: number) => ({ amount, currency: draft.currency })
  return {
    ...{ id: cart.id, soldAt },
    ...(registerSessionId ? { registerSessionId } : {}),
    ...(cart.customer ? { customerId: cart.customer.id } : {}),
    ...(sharedCartId ? { sharedCartId } : {}),
    ...(bookVersion ? { bookVersion } : {}),
    lines: draft.lines.map((line) => ({
      ...{ id: line.id, productId: line.productId, quantity: line.quantity, unit: line.unit, factor: line.factor },
      ...{ unitPrice: inMoney(line.unitPrice), includesTax: line.includesTax, priceStep: line.priceStep },
      ...(line.priceList ? { priceList: line.priceList } : {}),
      ...(line.priceReason ? { priceReason: line.priceReason } : {}),
      ...(line.discount === 0 ? {} : { discount: inMoney(line.discount), promotions: promotionsOf(line) }),
      ...{ net: inMoney(line.net), tax: inMoney(line.tax), gross: inMoney(line.gross), taxes: line.taxes },
    })),
    tenders: [...tenders],
    ...{ net: inMoney(draft.net), tax: inMoney(draft.tax), total: inMoney(draft.total) },
    taxes: draft.taxes.map(({ code, label, percent, net, tax, components }) => ({
      ...(code === null ? {} : { code }),
      ...(label === null ? {} : { label }),
      ...(percent === null ? {} : { percent }),
      ...{ net, tax, components },
    })),
    ...(cart.note ? { note: cart.note } : {}),
  }
}

const promotionsOf = ({ promotions }: DraftLine) =>
  promotions.map(({ coupon, ...rest }) => (coupon === null ? rest : { ...rest, coupon }))

/** The ticket under the next number of the lease, and the lease after it. */
export function numbered(ticket: Unnumbered, lease: Lease): { ticket: Ticket; lease: Lease } {
  const { epoch, next } = lease
  return {
    ticket: { ...ticket, sequence: next, epoch, number: numberOf(lease, next) },
    lease: { ...lease, next: next + 1 },
  }
}
