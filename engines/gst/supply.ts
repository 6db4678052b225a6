/** Where a supply takes place and how it is taxed for it: s. 7, 8, 10, 11, 12 and 16 of the IGST Act 2017. Pure. */
import { defineRefusals } from '../../kernel/refusal.ts'
import type { CalendarDate } from '../../kernel/time.ts'
import { addressDecidesFrom } from './dated.ts'
import { stateOf } from './gstin.ts'
import type { Buyer, Delivery, Lut, Scheme, Seller, Supply } from './shapes.ts'
import { abroad, isState, stateHeadOf, stateName } from './states.ts'

export const gstRefusals = defineRefusals({
  GST_PLACE_UNKNOWN: { status: 422, says: 'The place of supply is no state of India on that day, nor 96 for abroad.' },
  GST_COMPOSITION_INTRA_ONLY: {
    status: 422,
    says: 'A composition dealer sells within the own state only, neither to other states nor abroad or to zones.',
  },
})

export type SupplyFacts = {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly delivery: Delivery
  /** The day of the document. */
  readonly date: CalendarDate
  /** Nothing but services is supplied. */
  readonly isService: boolean
}

/** Refuses GST_PLACE_UNKNOWN naming `delivery.state` and GST_COMPOSITION_INTRA_ONLY. */
export function supplyOf(facts: SupplyFacts): Supply {
  const { seller, buyer, delivery, date } = facts
  const state = stateOf(seller.gstin)
  const { place, rule } = placeOfSupply(facts)
  if (place !== abroad && !isState(place, date)) {
    const message = `${place} is no state on ${date}. Use the two digits that its GSTINs begin with.`
    throw gstRefusals.refuse('GST_PLACE_UNKNOWN', [{ field: 'delivery.state', message }])
  }
  return {
    ...{ gstin: seller.gstin, state, buyerGstin: buyer.gstin, buyerKind: buyer.kind, place, rule },
    scheme: schemeOf(facts, place),
    stateHead: stateHeadOf(state),
    deemedExport: delivery.deemedExport === true,
    shippingBill: delivery.shippingBill ?? null,
  }
}

type Place = { place: string; rule: string }

/** The place of supply, by the provision that decides it. */
export function placeOfSupply({ seller, buyer, delivery, date, isService }: SupplyFacts): Place {
  const own = stateOf(seller.gstin)
  if (delivery.state === abroad) return { place: abroad, rule: isService ? 's.13(2)' : 's.11(b)' }
  if (isService) return ofService(buyer, own)
  if (buyer.kind === 'unregistered') return toUnregistered({ buyer, delivery, date, own })
  const registeredIn = buyer.gstin === null ? own : stateOf(buyer.gstin)
  if (delivery.toOther) return { place: registeredIn, rule: 's.10(1)(b)' }
  if (delivery.state !== undefined) return { place: delivery.state, rule: 's.10(1)(a)' }
  return { place: own, rule: 's.10(1)(c)' }
}

/** Services in general. What s. 12(3) to (14) say of land, restaurants, events and travel is not asked. */
const ofService = (buyer: Buyer, own: string): Place =>
  buyer.gstin !== null
    ? { place: stateOf(buyer.gstin), rule: 's.12(2)(a)' }
    : { place: buyer.state ?? own, rule: 's.12(2)(b)' }

type ToUnregistered = { buyer: Buyer; delivery: Delivery; date: CalendarDate; own: string }

/**
 * The state that the invoice names, which is the delivery's where goods are sent; the seller's where it names none.
 * Before s. 10(1)(ca) it was where the goods were handed over.
 */
function toUnregistered({ buyer, delivery, date, own }: ToUnregistered): Place {
  if (date >= addressDecidesFrom.from) return { place: delivery.state ?? buyer.state ?? own, rule: 's.10(1)(ca)' }
  return delivery.state === undefined
    ? { place: own, rule: 's.10(1)(c)' }
    : { place: delivery.state, rule: 's.10(1)(a)' }
}

/** Supplies abroad and to zones are zero-rated (s. 16); to zones they are inter-state anywhere (s. 7(5)(b)). */
function schemeOf({ seller, buyer, delivery, date }: SupplyFacts, place: string): Scheme {
  const own = stateOf(seller.gstin)
  const isZeroRated = place === abroad || buyer.kind === 'sez'
  if (seller.registration === 'composition') {
    if (!isZeroRated && place === own) return 'composition'
    const message = `This would be a supply from ${stateName(own)} to ${stateName(place)} (CGST Act s. 10(2)).`
    throw gstRefusals.refuse('GST_COMPOSITION_INTRA_ONLY', [{ field: 'delivery.state', message }])
  }
  if (isZeroRated) return holdsOn(seller.lut, date) && !delivery.withTax ? 'lut' : 'paid'
  return place === own ? 'intra' : 'inter'
}

const holdsOn = (lut: Lut | null, date: CalendarDate): boolean =>
  lut !== null && lut.validFrom <= date && date <= lut.validTo
