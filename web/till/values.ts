/** What the till speaks of. Plain JSON: all of it is kept in the browser's database, and carts travel between tills. */
import type { Buyer } from '#engines/gst'
import type { PriceBook } from '#engines/price-book'
import type { StoredMethod } from '#engines/tender'
import type { BodyOf } from '#sdk/client'
import type { Money } from '#sdk/values'

export type { BookGoods } from '#engines/price-book'
export type { Money }

/** Where this device stands. */
export type Place = {
  companyId: string
  shopId: string
  shopName: string
  registerId: string
  registerName: string
}

export type Customer = {
  id: string
  name: string
  groupId: string | null
  phone?: string | null
  /** What it is for GST; absent of carts from before it was kept. */
  gst?: Buyer
}

/** `unit` null is the stock unit. A price by hand has its reason. */
export type CartLine = {
  key: string
  productId: string
  unit: string | null
  quantity: string
  unitPrice?: Money
  priceReason?: string
}

/** A coupon that the server has checked for this cart, with the promotion that it opens. */
export type CartCoupon = { code: string; promotionId: string; name: string }

/** `id` becomes the id of the sale, so that it can be sold once only. */
export type Cart = { id: string; lines: CartLine[]; customer: Customer | null; note: string; coupons?: CartCoupon[] }

/** A cart that other tills see, as this one read it last. */
export type SharedCart = {
  id: string
  version: number
  name: string | null
  /** The register that alone may change and finish it. */
  claimedById: string | null
}

export type Method = 'cash' | 'card' | 'other' | StoredMethod
export type Tender = { method: Method; amount: Money; reference?: string }

/** A sale as it is synced: what `POST /offline/sync` takes of each. */
export type Ticket = BodyOf<'POST /offline/sync'>['sales'][number]

export type Limits = { cardTicketMax: Money; cardTotalMax: Money; hoursMax: number }
export type Lease = { registerId: string; epoch: number; prefix: string; digits: number; next: number }

/** What is beside the goods in a price book. */
export type BookHead = PriceBook & {
  shop: {
    id: string
    name: string
    timeZone: string
    dayStart: string
    address?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    phone?: string | null
  }
  receipt: {
    companyName: string
    legalName?: string | null
    taxNumber?: string | null
    taxNumberLabel?: string | null
    header?: string | null
    footer?: string | null
    language?: string | null
  }
  limits?: Limits | null
}
