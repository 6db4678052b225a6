/** A credit note with its lines and what was paid back, in two round trips. */
import { methods } from '#engines/tender'
import {
  type Context,
  choice,
  type Decimal,
  defineAction,
  group,
  integer,
  list,
  type Money,
  money,
  refuse,
  text,
} from '#kernel'
import { customerNameOf } from '#modules/crm'
import { paymentOf } from '#modules/payments'
import { registerNameOf } from '#modules/shops'
import { documentId } from '../sale/sale.entity.ts'
import { discountOf } from '../sale/sale.queries.ts'
import { creditNote } from './credit-note.entity.ts'
import { creditNoteLine } from './credit-note-line.entity.ts'

const { creditNote: _whole, ...lineFields } = creditNoteLine.fields

export const readCreditNote = defineAction('read', {
  label: 'Credit note',
  says: 'Reads one credit note with what came back and what was paid back for it.',
  entity: () => creditNote,
  method: 'GET',
  path: '/erp/credit-notes/:id',
  input: { id: documentId },
  output: {
    ...{ id: documentId, version: integer({ required: true }), ...creditNote.fields },
    saleNumber: text({ label: 'Number of the sale' }),
    customerName: text({ label: 'Customer name', help: 'For those who may see customers' }),
    registerName: text({ label: 'Register name' }),
    lines: list(group({ id: documentId, ...lineFields }), { required: true, max: 10_000 }),
    refunds: list(group({ method: choice(methods, { required: true }), amount: money({ required: true }) }), {
      help: 'None where the sale is not known',
      max: 20,
    }),
  },
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => wholeCreditNote(context, id),
})

type Tax = { code: string; label: string; percent: Decimal; net: Money; tax: Money }
type Line = {
  name: string
  sku: string
  quantity: Decimal
  unit: string
  discount: Money | null
  gross: Money
  reason: string | null
}

/** `refunds` are those of the sale's payment; goods without a known sale have none here. */
export type WholeCreditNote = {
  id: string
  number: string
  saleId: string | null
  saleNumber: string | null
  shopId: string
  registerId: string | null
  customerId: string | null
  cashierName: string
  returnedAt: string
  net: Money
  tax: Money
  total: Money
  discount: Money | null
  taxes: Tax[]
  note: string | null
  lines: Line[]
  refunds: { method: string; amount: Money }[]
}

/** Refuses NOT_FOUND alike for missing, foreign and unreachable ones. */
export async function wholeCreditNote(context: Context, id: string): Promise<WholeCreditNote> {
  const [header, lines] = await Promise.all([headerOf(context, id), linesOf(context, id)])
  const { saleId } = header
  const payment = saleId ? await paymentOf(context, { entity: 'sales.sale', id: saleId }) : undefined
  const refunds = (payment?.refunds ?? []).filter(({ sourceId }) => sourceId === id)
  return { ...header, lines, refunds: refunds.map(({ method, amount }) => ({ method, amount })) }
}

type Header = Omit<WholeCreditNote, 'lines' | 'refunds'>

async function headerOf({ sql, companyId, scope, actor, may }: Context, id: string): Promise<Header> {
  const customerName = may('crm.customer.read') ? customerNameOf(sql, 'n.customer_id') : sql`null`
  const [row] = await sql<Header[]>`
    select n.id, n.version, n.number, n.external_number as "externalNumber", n.sale_id as "saleId",
      s.number as "saleNumber", n.shop_id as "shopId", n.register_id as "registerId",
      ${registerNameOf(sql, 'n.register_id')} as "registerName", n.customer_id as "customerId",
      ${customerName} as "customerName", n.cashier_id as "cashierId", n.cashier_name as "cashierName",
      n.business_date as "businessDate", n.returned_at as "returnedAt", n.taxes, n.note,
      n.created_at as "createdAt", n.updated_at as "updatedAt",
      jsonb_build_object('amount', n.net_amount, 'currency', n.net_currency) as net,
      jsonb_build_object('amount', n.tax_amount, 'currency', n.tax_currency) as tax,
      jsonb_build_object('amount', n.total_amount, 'currency', n.total_currency) as total
    from sales.credit_note n left join sales.sale s on s.company_id = n.company_id and s.id = n.sale_id
    where n.company_id = ${companyId} and n.id = ${id} and (${scope} in ('all', 'company')
      or ${scope} = 'shop' and n.shop_id = any(${[...actor.shopIds]}::uuid[])
      or ${scope} = 'own' and n.customer_id = ${actor.customerId}::uuid)`
  if (!row) throw refuse('NOT_FOUND')
  return { ...row }
}

const linesOf = ({ sql, companyId }: Context, id: string): Promise<Line[]> =>
  sql<Line[]>`
    select id, position, sale_line_id as "saleLineId", product_id as "productId", name, sku, kind, quantity, unit,
      restocked, reason, taxes, ${discountOf(sql, 'l')} as discount,
      jsonb_build_object('amount', net_amount, 'currency', net_currency) as net,
      jsonb_build_object('amount', tax_amount, 'currency', tax_currency) as tax,
      jsonb_build_object('amount', gross_amount, 'currency', gross_currency) as gross
    from sales.credit_note_line l where company_id = ${companyId} and credit_note_id = ${id}
    order by position limit 10000`.then((rows) => [...rows])
