/** Reads a price book page by page: all of it, or what changed since a version. */
import { sellerAt } from '#engines/gst'
import { addDays, type Context, isId, refuse } from '#kernel'
import { bookGoods, bookPrices } from '#modules/catalog'
import { companyOnReceipt, companySettings } from '#modules/companies'
import { promotionsInForce } from '#modules/promotions'
import { findShop, shopOnReceipt } from '#modules/shops'
import { policyAt } from '../policy/policy.queries.ts'

type Request = { shopId: string; cursor?: string | undefined; limit?: number | undefined; since?: string | undefined }
/** `whole` counts the changes that touched everything, `version` all of them. */
type Version = { whole: number; version: number }
/** Where a reading goes on. `first` is the version of its first page; what changed after it comes with the next one. */
type Place = { first: string; since: string | null; after: string | null }

/** Prices and rates that ended so many days ago are left out: a till may be offline for as long. */
const daysBack = 7

/** The page. Refuses NOT_FOUND for a shop beyond reach and CURSOR_INVALID. */
export async function readBook(context: Context, { shopId, cursor, limit = 1000, since }: Request) {
  context.requireShop(shopId)
  const from = addDays(context.now.slice(0, 10), -daysBack)
  const place = cursor === undefined ? undefined : placeOf(cursor)
  // The version is read before what it is a version of, so that nothing newer is missed the next time.
  const [known, head] = await Promise.all([versionOf(context), place ? null : headOf(context, shopId, from)])
  const at = place ?? { first: textOf(known), since: sinceThatHolds(since, known), after: null }
  const page = { shopId, from, limit }
  const read = at.since === null ? readAll(context, page, at) : readChanged(context, page, at)
  const { goods, removed, after } = await read
  return {
    version: at.first,
    asOf: context.now,
    isFull: at.since === null,
    cursor: after === null ? null : cursorOf({ ...at, after }),
    head,
    goods,
    removed,
  }
}

type Page = { shopId: string; from: string; limit: number }

async function readAll(context: Context, page: Page, { after }: Place) {
  const goods = await bookGoods(context, { ...page, after })
  return { goods, removed: [], after: goods.length < page.limit ? null : (goods.at(-1)?.productId ?? null) }
}

/** Goods that changed; those of them that are sold no more are told by their ids. */
async function readChanged(context: Context, page: Page, { since, after }: Place) {
  const { sql, companyId } = context
  const rows = await sql<{ id: string }[]>`
    select product_id as id from pos.book_change
    where company_id = ${companyId} and version > ${versionIn(since)?.version ?? 0}
      and product_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by product_id limit ${page.limit}`
  const ids = rows.map(({ id }) => id)
  const goods = ids.length > 0 ? await bookGoods(context, { ...page, after: null, ids }) : []
  const sold = new Set(goods.map(({ productId }) => productId))
  return {
    goods,
    removed: ids.filter((id) => !sold.has(id)),
    after: ids.length < page.limit ? null : (ids.at(-1) ?? null),
  }
}

async function versionOf({ sql, companyId }: Context): Promise<Version> {
  const [row] = await sql<Version[]>`select whole, version from pos.book_head where company_id = ${companyId}`
  return row ? { ...row } : { whole: 0, version: 0 }
}

const textOf = ({ whole, version }: Version): string => `${whole}.${version}`

function versionIn(text: string | null | undefined): Version | undefined {
  const [, whole, version] = /^(\d{1,15})\.(\d{1,15})$/.exec(text ?? '') ?? []
  return whole && version ? { whole: Number(whole), version: Number(version) } : undefined
}

/** A version of a book that has changed as a whole since, or that never was, holds no more. */
function sinceThatHolds(since: string | undefined, known: Version): string | null {
  const given = versionIn(since)
  return given && given.whole === known.whole && given.version <= known.version ? textOf(given) : null
}

const cursorOf = ({ first, since, after }: Place): string =>
  Buffer.from(JSON.stringify([first, since, after])).toString('base64url')

function placeOf(cursor: string): Place {
  try {
    const [first, since, after] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    const isSince = since === null || (typeof since === 'string' && versionIn(since) !== undefined)
    if (typeof first === 'string' && versionIn(first) && isSince && typeof after === 'string' && isId(after)) {
      return { first, since: since as string | null, after }
    }
  } catch {
    // Whatever it is, it is no cursor of ours.
  }
  throw refuse('CURSOR_INVALID')
}

async function headOf(context: Context, shopId: string, from: string) {
  const [settings, company, shop, place, prices, promotions] = await Promise.all([
    companySettings(context),
    companyOnReceipt(context),
    shopOnReceipt(context, { shopId }),
    findShop(context, shopId),
    bookPrices(context, { shopId, from }),
    promotionsInForce(context, { shopId, from }),
  ])
  const { currency, pricesIncludeTax, taxRounding } = settings
  const policy = await policyAt(context, { shopId, currency })
  const { receipt, address, timeZone, name, city, state, phone } = shop
  const { header = null, footer = null, taxNumberLabel = null, language = null } = receipt ?? {}
  const { lines = null, postalCode = null } = address ?? {}
  return {
    ...prices,
    promotions,
    settings: { currency, pricesIncludeTax, taxRounding, gst: sellerAt(settings.gst, place ?? {}) },
    shop: {
      ...{ id: shopId, code: place?.code ?? '', name, timeZone, dayStart: place?.dayStart ?? '00:00' },
      ...{ address: lines, postalCode, city, state, phone },
    },
    receipt: {
      ...{ companyName: company.name, legalName: company.legalName, taxNumber: company.taxNumber },
      ...{ taxNumberLabel, header, footer, language },
    },
    limits: {
      cardTicketMax: policy.offlineCardTicketMax,
      cardTotalMax: policy.offlineCardTotalMax,
      hoursMax: policy.offlineHoursMax,
    },
  }
}
