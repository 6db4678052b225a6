/** Past invoices, brought in document by document. What the rows mean is decided in history.rules.ts. */
import {
  businessDate,
  type Context,
  defineImport,
  fiscalYearOf,
  type ImportRow,
  instant,
  instantOf,
  link,
  money,
  quantity,
  type RefusalDetail,
  refuse,
  text,
} from '#kernel'
import { productsForSale } from '#modules/catalog'
import { companySettings } from '#modules/companies'
import { customer } from '#modules/crm'
import { adjustStock, sellingWarehouse } from '#modules/inventory'
import { shop, shopOfDocument } from '#modules/shops'
import type { SeriesKey } from '../number-series/next-number.ts'
import { withRefusedLines } from '../sale/refused-lines.ts'
import { atRow, type HistoryRow, planDocument, type Recount } from './history.rules.ts'
import type { PastDocument } from './past-document.ts'
import { postPastReturn } from './past-return.ts'
import { postPastSale } from './past-sale.ts'

export const salesHistory = defineImport('history', {
  label: 'Past sales',
  says: 'Brings in invoices of another system: sales, cancellations and counts of stock, each under its own date.',
  fields: {
    number: text({ label: 'Number', required: true, max: 64, example: '536365' }),
    code: text({ label: 'Stock code', required: true, max: 64, example: '85123A' }),
    description: text({ label: 'Description' }),
    quantity: quantity({ label: 'Quantity', required: true, example: '6' }),
    soldAt: instant({ label: 'Sold at', required: true }),
    unitPrice: money({ label: 'Unit price', help: 'Tax included', required: true, min: 0 }),
    customerCode: link({ label: 'Customer', to: () => customer }),
    country: text({ label: 'Country', max: 60 }),
    shop: link({ label: 'Shop', help: "The company's first where none is named", to: () => shop }),
  },
  groupBy: 'number',
  permission: 'sales.history.import',
  apply: async (context, rows, note) => {
    const document = rows.map(readRow)
    const [first] = document
    if (!first) return undefined
    if (!(await takeNumber(context, first.number))) {
      note(first.row, `${first.number} was brought in before: skipped.`)
      return undefined
    }
    const past = await load(context, document, first)
    const products = new Map(document.map((row, index) => [row, past.goods.products[index]]))
    const plan = planDocument(document, (row) => products.get(row)?.kind ?? 'goods', note)
    const counted = plan.recounts.map(({ row }) => row)
    const adjusted = await withRefusedLines(recount(context, past, plan.recounts), inRows(counted))
    if (plan.lines.length === 0) return adjusted
    const posting =
      plan.kind === 'return' ? postPastReturn(context, past, plan.lines, note) : postPastSale(context, past, plan.lines)
    return withRefusedLines(posting, inRows(plan.lines))
  },
})

/** Says of a line which row of the file it is, by its code. */
const inRows =
  (rows: readonly HistoryRow[]) =>
  (index: number, detail: RefusalDetail, rest: string): RefusalDetail => {
    const row = rows[index]
    return row ? atRow(row, rest === '.sku' ? 'code' : 'quantity', `${row.code}: ${detail.message}`) : detail
  }

const readRow = ({ row, values }: ImportRow): HistoryRow => {
  const { customerCodeId: customerId, soldAt, ...others } = values
  const read = { row, ...others, customerId, soldAt: instantOf(Date.parse(String(soldAt))) } as HistoryRow
  return { ...read, code: read.code.trim() }
}

/** False where the document was brought in before, also by somebody else at the same moment. */
async function takeNumber({ sql, companyId }: Context, number: string): Promise<boolean> {
  const taken = await sql`
    insert into sales.imported_document (company_id, number) values (${companyId}, ${number})
    on conflict do nothing returning number`
  return taken.length > 0
}

async function load(context: Context, rows: readonly HistoryRow[], first: HistoryRow): Promise<PastDocument> {
  const at = first.soldAt
  const [settings, place, goods] = await Promise.all([
    companySettings(context),
    shopOfDocument(context, first.shopId),
    withRefusedLines(
      productsForSale(context, { refs: rows.map((row) => ({ sku: row.code })), shopId: null, date: at.slice(0, 10) }),
      inRows(rows),
    ),
  ])
  const { shopId } = place
  const date = businessDate(Date.parse(at), place.timeZone, place.dayStart)
  const fiscalYear = fiscalYearOf(date, settings.fiscalYearStartMonth)
  const series = (kind: SeriesKey['kind']) => ({ scope: 'history', kind, fiscalYear, code: 'HISTORY', shopId })
  return { rows, settings, goods, shopId, businessDate: date, at, series }
}

/** Goods without price: stock that was counted anew on that day. */
async function recount(
  context: Context,
  { shopId, businessDate, goods, rows }: PastDocument,
  recounts: readonly Recount[],
): Promise<{ id: string } | undefined> {
  if (recounts.length === 0) return undefined
  const warehouseId = await sellingWarehouse(context, shopId)
  const lines = recounts.map(({ row, quantity, reason }) => {
    const product = goods.products[rows.indexOf(row)]
    if (!product) throw refuse('REFERENCE_NOT_FOUND', [atRow(row, 'code', `there is no ${row.code}`)])
    return { productId: product.productId, quantity, reason }
  })
  const [first] = recounts
  const remark = [first?.row.number, first?.row.description].filter(Boolean).join(': ')
  return adjustStock(context, { warehouseId, businessDate, lines, note: remark })
}
