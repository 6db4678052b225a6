/** A sale with its lines, tenders and credit notes, in one round trip. */
import type { AppliedPromotion } from '#engines/promotion'
import {
  type Context,
  type Decimal,
  defineAction,
  group,
  list,
  type Money,
  money,
  refuse,
  type Sql,
  text,
} from '#kernel'
import { customerNameOf } from '#modules/crm'
import { type PaymentWithEntries, paymentOf } from '#modules/payments'
import { registerNameOf } from '#modules/shops'
import { saleAnswer } from './sale.answer.ts'
import { documentId, sale } from './sale.entity.ts'

const note = group({ id: documentId, number: text({ required: true }), total: money({ required: true }) })

export const readSale = defineAction('read', {
  label: 'Sale',
  says: 'Reads one sale with its lines, what of each came back, its tenders and its credit notes.',
  entity: () => sale,
  method: 'GET',
  path: '/erp/sales/:id',
  input: { id: documentId },
  output: {
    ...saleAnswer,
    externalNumber: sale.fields.externalNumber,
    country: sale.fields.country,
    ...{ cashierId: sale.fields.cashierId, cashierName: sale.fields.cashierName },
    customerName: text({ label: 'Customer name', help: 'For those who may see customers' }),
    registerName: text({ label: 'Register name' }),
    creditNotes: list(note, { max: 1000 }),
  },
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => wholeSale(context, id),
})

/** What others read of a sale by name; the answer holds more. */
export type WholeSale = SaleHeader & {
  lines: SoldLine[]
  tenders: PaymentWithEntries['tenders']
  creditNotes: readonly Record<string, unknown>[]
}
type SaleHeader = {
  id: string
  number: string
  shopId: string
  registerId: string | null
  customerId: string | null
  cashierName: string
  customerName: string | null
  registerName: string | null
  soldAt: string
  net: Money
  tax: Money
  total: Money
  change: Money
  /** What promotions took off; null in documents of before there were any. */
  discount: Money | null
  promotions: AppliedPromotion[] | null
  taxes: { code: string; label: string; percent: Decimal; net: Money; tax: Money }[]
  note: string | null
}
type SoldLine = {
  id: string
  sku: string
  name: string
  quantity: Decimal
  unit: string
  unitPrice: Money
  includesTax: boolean
  discount: Money | null
  promotions: AppliedPromotion[] | null
  net: Money
  tax: Money
  gross: Money
}

/** The sale as it is answered. Refuses NOT_FOUND alike for missing, foreign and unreachable ones. */
export async function wholeSale(context: Context, id: string): Promise<WholeSale> {
  const [header, lines, creditNotes, payment] = await Promise.all([
    headerOf(context, id),
    linesOf(context, id).then((rows) => [...rows]),
    creditNotesOf(context, id),
    paymentOf(context, { entity: 'sales.sale', id }),
  ])
  return { ...header, lines, tenders: payment?.tenders ?? [], creditNotes }
}

/** The sale's own facts. */
async function headerOf({ sql, companyId, scope, actor, may }: Context, id: string): Promise<SaleHeader> {
  const customerName = may('crm.customer.read') ? customerNameOf(sql, 's.customer_id') : sql`null`
  const [row] = await sql<SaleHeader[]>`
    select s.id, s.version, s.number, s.external_number as "externalNumber", status, shop_id as "shopId",
      register_id as "registerId", customer_id as "customerId", cashier_id as "cashierId",
      cashier_name as "cashierName", ${customerName} as "customerName",
      ${registerNameOf(sql, 's.register_id')} as "registerName", business_date as "businessDate",
      sold_at as "soldAt", taxes, gst,
      tax_rounding as "taxRounding", country, note,
      jsonb_build_object('amount', net_amount, 'currency', net_currency) as net,
      jsonb_build_object('amount', tax_amount, 'currency', tax_currency) as tax,
      jsonb_build_object('amount', total_amount, 'currency', total_currency) as total,
      jsonb_build_object('amount', change_amount, 'currency', change_currency) as change,
      ${discountOf(sql, 's')} as discount, promotions,
      created_at as "createdAt", updated_at as "updatedAt"
    from sales.sale s where s.company_id = ${companyId} and s.id = ${id} and (${scope} in ('all', 'company')
      or ${scope} = 'shop' and shop_id = any(${[...actor.shopIds]}::uuid[])
      or ${scope} = 'own' and customer_id = ${actor.customerId}::uuid)`
  if (!row) throw refuse('NOT_FOUND')
  return { ...row }
}

/** Documents of before there were promotions have none. */
export const discountOf = (sql: Sql, table: string) =>
  sql`case when ${sql(`${table}.discount_amount`)} is not null then jsonb_build_object(
    'amount', ${sql(`${table}.discount_amount`)}, 'currency', ${sql(`${table}.discount_currency`)}) end`

const linesOf = ({ sql, companyId }: Context, id: string) => sql<SoldLine[]>`
  select l.id, l.position, l.product_id as "productId", l.sku, l.name, l.kind, l.quantity, l.unit,
    jsonb_build_object('amount', l.unit_price_amount, 'currency', l.unit_price_currency) as "unitPrice",
    l.includes_tax as "includesTax", l.price_step as "priceStep", l.price_list as "priceList",
    l.price_reason as "priceReason", ${discountOf(sql, 'l')} as discount, l.promotions,
    jsonb_build_object('amount', l.net_amount, 'currency', l.net_currency) as net,
    jsonb_build_object('amount', l.tax_amount, 'currency', l.tax_currency) as tax,
    jsonb_build_object('amount', l.gross_amount, 'currency', l.gross_currency) as gross,
    l.taxes, l.gst, coalesce(r.returned, 0) as returned,
    trim_scale(greatest(l.quantity - coalesce(r.returned, 0), 0)) as returnable
  from sales.sale_line l
    left join sales.line_return r on r.company_id = l.company_id and r.sale_line_id = l.id
  where l.company_id = ${companyId} and l.sale_id = ${id} order by l.position`

const creditNotesOf = ({ sql, companyId }: Context, id: string) => sql`
  select n.id, n.number, n.business_date as "businessDate",
    jsonb_build_object('amount', n.total_amount, 'currency', n.total_currency) as total
  from sales.credit_note n
  where n.company_id = ${companyId} and (n.sale_id = ${id} or n.id in (
    select c.credit_note_id from sales.sale_line l
      join sales.credit_note_line c on c.company_id = l.company_id and c.sale_line_id = l.id
    where l.company_id = ${companyId} and l.sale_id = ${id}))
  order by n.id limit 1000`
