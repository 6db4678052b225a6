/** What GST needs to know of who sells, who buys and where goods go, and what a document keeps of it. */
import type { Decimal } from '../../kernel/decimal.ts'
import type { CalendarDate } from '../../kernel/time.ts'
import type { StateHead } from './states.ts'

export const registrations = ['regular', 'composition'] as const
/** `sez`: a unit or developer of a special economic zone. `uin`: an embassy or body of the United Nations. */
export const buyerKinds = ['unregistered', 'regular', 'composition', 'sez', 'uin'] as const
export type BuyerKind = (typeof buyerKinds)[number]
/** What a supply is where tax rates do not say it: nil rated, exempt, or outside of GST (petrol, alcohol ...). */
export const supplyKinds = ['taxable', 'nil', 'exempt', 'non_gst'] as const
export type SupplyKind = (typeof supplyKinds)[number]
export const heads = ['igst', 'cgst', 'sgst', 'utgst', 'cess'] as const
export type Head = (typeof heads)[number]

/** A letter of undertaking: what leaves the country, or goes to a zone, goes without tax while it is valid. */
export type Lut = { readonly number: string; readonly validFrom: CalendarDate; readonly validTo: CalendarDate }
/** The registration under which a shop sells. */
export type Seller = {
  readonly gstin: string
  readonly registration: (typeof registrations)[number]
  readonly lut: Lut | null
}
/** `state` is the code that invoices to an unregistered person name. */
export type Buyer = { readonly gstin: string | null; readonly kind: BuyerKind; readonly state: string | null }

export type ShippingBill = { readonly number: string; readonly date: CalendarDate; readonly port: string }
/** Nothing said: goods are handed over at the counter. */
export type Delivery = {
  /** The state in which the movement of the goods ends; 96 is abroad. */
  readonly state?: string | undefined
  /** They go to somebody else, on the direction of the registered person who buys: bill to one, ship to another. */
  readonly toOther?: boolean | undefined
  /** Zero-rated with payment of tax though there is a letter of undertaking. */
  readonly withTax?: boolean | undefined
  /** Notified under s. 147: taxed, and told as a deemed export. */
  readonly deemedExport?: boolean | undefined
  readonly shippingBill?: ShippingBill | undefined
}

/** `lut` and `paid` are the two ways of a zero-rated supply: without tax, and with IGST that is paid back. */
export const schemes = ['intra', 'inter', 'lut', 'paid', 'composition'] as const
export type Scheme = (typeof schemes)[number]
/** Where GSTR-1 tells of a document; `none`: a composition dealer's, and a note that reduces no tax. */
export const sections = ['b2b', 'b2cl', 'b2cs', 'exp', 'cdnr', 'cdnur', 'none'] as const
export type Section = (typeof sections)[number]

/** The tables of GSTR-1 that lines are summed in; `none` as with sections. */
export const tables = ['4A', '4B', '5', '6A', '6B', '6C', '7', '8', '9B', 'none'] as const
export type Table = (typeof tables)[number]

/** What follows of seller, buyer, delivery and date. */
export type Supply = {
  readonly gstin: string
  readonly state: string
  readonly buyerGstin: string | null
  readonly buyerKind: BuyerKind
  readonly place: string
  /** The provision by which the place of supply was found. */
  readonly rule: string
  readonly scheme: Scheme
  readonly stateHead: StateHead
  readonly deemedExport: boolean
  readonly shippingBill: ShippingBill | null
}

/** What a document keeps for good. */
export type GstDocument = Omit<Supply, 'stateHead'> & { readonly section: Section; readonly reverseCharge: boolean }

/** What goods are for GST; `rate` and `cess` in percent, as the table says, whatever was charged. */
export type GoodsForGst = { readonly hsn: string | null; readonly supply: SupplyKind; readonly reverseCharge: boolean }
export type GstLine = GoodsForGst & { readonly rate: Decimal; readonly cess: Decimal; readonly table: Table }
