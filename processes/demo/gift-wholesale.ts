/**
 * Gift Wholesale: a company that traded. Its goods, customers and invoices are real (see examples/data/README.md); what
 * the file does not say is assumed and named here: goods cost 55 % of their price, and on the day before the first
 * invoice there were as many in stock as the file moves, and a dozen more. Dates are moved forward; see moved-dates.ts.
 */
import { addDecimal, installation, multiplyMoney, parseMoney } from '#kernel'
import { type ImportReport, runImport } from '#surfaces/csv'
import type { Desk } from './desk.ts'
import { furnish } from './furnishings.ts'
import { countryCode, csvOf, type Goods, type InvoiceFacts, readFacts, reading } from './invoice-file.ts'
import type { DemoReport, Tell } from './load.ts'
import { daysForward, movedInvoices, openingDay } from './moved-dates.ts'

const currency = 'GBP'
const costShare = '0.55'
const spare = '12'
const linesAtOnce = 400

/** The ids that the examples in the docs use. */
export const demoIds = {
  shop: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01',
  register: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02',
}

export type LoadedCompany = { companyId: string; shopIds: string[]; customerId?: string; report: DemoReport }

export async function loadGiftWholesale(desk: Desk, tell: Tell): Promise<LoadedCompany> {
  const { id: companyId } = await desk.run(
    installation,
    'companies.company.create',
    {
      name: 'Gift Wholesale',
      slug: 'gift-wholesale',
      currency,
      timeZone: 'Europe/London',
      country: 'GB',
      pricesIncludeTax: true,
    },
    'gift/company',
  )
  await desk.settle()
  const warehouseId = await openShop(desk, companyId)
  const facts = await readFacts()
  tell(`Gift Wholesale: ${facts.goods.length} stock codes and ${facts.customers.length} customers`)
  const imports = [await importProducts(desk, companyId, facts), await importCustomers(desk, companyId, facts)]
  tell('Gift Wholesale: opening stock')
  await openingStock(desk, companyId, warehouseId, facts.goods)
  await furnish(desk, companyId, warehouseId)
  tell('Gift Wholesale: 512 invoices')
  const invoices = await importInvoices(desk, companyId)
  return {
    companyId,
    shopIds: [demoIds.shop],
    customerId: await firstCustomer(desk, companyId),
    report: {
      company: 'Gift Wholesale',
      lines: [...imports.map(lineOf), lineOf(invoices), movedLine(desk.app.clock())],
      notes: [...facts.notes, ...invoices.notes, ...invoices.errors].toSorted((left, right) => left.row - right.row),
      importId: invoices.id,
    },
  }
}

/** The shop with its till; a back store, and the warehouse that sells, whose id is answered. */
async function openShop(desk: Desk, companyId: string): Promise<string> {
  await desk.run(
    companyId,
    'shops.shop.create',
    {
      id: demoIds.shop,
      code: 'GW1',
      name: 'Gift Wholesale London',
      city: 'London',
      country: 'GB',
      timeZone: 'Europe/London',
    },
    'gift/shop',
  )
  await desk.run(
    companyId,
    'shops.register.create',
    { id: demoIds.register, shopId: demoIds.shop, code: 'GW1-1', name: 'Till 1' },
    'gift/register',
  )
  await desk.run(companyId, 'inventory.warehouse.create', { code: 'BACK', name: 'Back store' }, 'gift/back-store')
  const { id } = await desk.run(
    companyId,
    'inventory.warehouse.create',
    { shopId: demoIds.shop, code: 'GW1', name: 'London' },
    'gift/warehouse',
  )
  return id
}

const bring = (desk: Desk, companyId: string, target: string, source: AsyncIterable<Uint8Array>, options: object) =>
  runImport(desk.app, { actor: desk.actorOf(companyId), companyId, target, source, options }, () => undefined)

async function* flow(chunks: Iterable<Buffer>): AsyncGenerator<Uint8Array> {
  yield* chunks
}

const importProducts = (desk: Desk, companyId: string, { goods }: InvoiceFacts) => {
  const rows = goods.map(({ sku, name, price, kind }) => [sku, name, kind, kind === 'goods' ? 'yes' : 'no', price])
  const header = ['SKU', 'Name', 'Kind', 'Kept in stock', 'Price']
  return bring(desk, companyId, 'catalog.product', flow(csvOf(header, rows)), { currency, decimalMark: '.' })
}

const importCustomers = (desk: Desk, companyId: string, { customers }: InvoiceFacts) => {
  const rows = customers.map(({ code, country }) => [code, `Customer ${code}`, countryCode(country)])
  return bring(desk, companyId, 'crm.customer', flow(csvOf(['Code', 'Name', 'Country'], rows)), {})
}

const importInvoices = (desk: Desk, companyId: string) =>
  bring(desk, companyId, 'sales.history', movedInvoices(desk.app.clock()), {
    ...reading,
    currency,
    timeZone: 'Europe/London',
    mapping: {
      InvoiceNo: 'number',
      StockCode: 'code',
      Description: 'description',
      Quantity: 'quantity',
      InvoiceDate: 'soldAt',
      UnitPrice: 'unitPrice',
      CustomerID: 'customerCode',
      Country: 'country',
    },
  })

async function openingStock(
  desk: Desk,
  companyId: string,
  warehouseId: string,
  goods: readonly Goods[],
): Promise<void> {
  const ids = await productIds(desk, companyId)
  const lines = goods.flatMap(({ sku, kind, sold, price }) => {
    const productId = ids.get(sku)
    if (kind !== 'goods' || !productId) return []
    const unitCost = multiplyMoney(parseMoney(price || '0', currency), costShare)
    return [{ productId, quantity: addDecimal(sold, spare), reason: 'opening', unitCost }]
  })
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const part = lines.slice(at, at + linesAtOnce)
    await desk.run(
      companyId,
      'inventory.adjustment.adjust',
      { warehouseId, businessDate: openingDay(desk.app.clock()), lines: part, note: 'Opening stock' },
      `gift/opening/${at}`,
    )
  }
}

async function productIds({ app }: Desk, companyId: string): Promise<Map<string, string>> {
  const rows = await app.db.read(
    companyId,
    (sql) => sql`select sku, id from catalog.product where company_id = ${companyId}`,
  )
  return new Map(rows.map((row) => [row.sku as string, row.id as string]))
}

async function firstCustomer({ app }: Desk, companyId: string): Promise<string> {
  const [row] = await app.db.read(
    companyId,
    (sql) => sql`select id from crm.customer where company_id = ${companyId} order by code limit 1`,
  )
  return String(row?.id)
}

const movedLine = (now: number): string =>
  `the invoices are of December 2010; their dates are ${daysForward(now)} days later, to end less than a day ago`

const lineOf = ({ target, rows, created, updated, skipped, failed, noteCount }: ImportReport): string =>
  `${target}: ${rows} rows, ${created} made, ${updated} changed, ${skipped} skipped, ${failed} failed, ` +
  `${noteCount} noted`
