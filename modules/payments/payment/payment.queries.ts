/** A payment with its tenders and refunds, in one statement. */
import type { Method } from '#engines/tender'
import { type Context, code, defineAction, group, list, type Money, money, refuse, text } from '#kernel'
import { payment } from './payment.entity.ts'
import type { Source } from './record.ts'
import { tender } from './tender.entity.ts'

const id = code({ label: 'Id', required: true, max: 36, pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const { method, amount, change, reference } = tender.fields

export const readPayment = defineAction('read', {
  label: 'Payment',
  says: 'Reads one payment with its tenders and refunds.',
  entity: () => payment,
  method: 'GET',
  path: '/payments/:id',
  input: { id },
  output: {
    ...payment.fields,
    id,
    tenders: list(group({ method, amount, change, reference }), { max: 20 }),
    refunds: list(group({ method, amount: money({ required: true }), sourceEntity: text(), sourceId: id }), {
      max: 1000,
    }),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, input) => {
    const [row] = await context.sql<PaymentWithEntries[]>`${selectPayment(context)} and p.id = ${input.id}`
    const { scope, actor } = context
    const isReached =
      scope === 'all' || scope === 'company' || (scope === 'shop' && row && actor.shopIds.includes(row.shopId))
    if (!row || !isReached) throw refuse('NOT_FOUND')
    return row
  },
})

export type PaymentWithEntries = {
  id: string
  version: number
  sourceEntity: string
  sourceId: string
  shopId: string
  registerId: string | null
  registerSessionId: string | null
  businessDate: string
  captured: Money
  refunded: Money
  tenders: { method: Method; amount: Money; change: Money; reference: string | null }[]
  refunds: { method: Method; amount: Money; sourceEntity: string; sourceId: string }[]
}

/**
 * The payment of a document with its entries, in one statement. The caller has checked that the document is reached.
 */
export async function paymentOf(context: Context, source: Source): Promise<PaymentWithEntries | undefined> {
  const [row] = await context.sql<PaymentWithEntries[]>`
    ${selectPayment(context)} and p.source_entity = ${source.entity} and p.source_id = ${source.id}`
  return row
}

const selectPayment = ({ sql, companyId }: Context) => sql`
  select p.id, p.version, p.source_entity as "sourceEntity", p.source_id as "sourceId", p.shop_id as "shopId",
    p.register_id as "registerId", p.register_session_id as "registerSessionId", p.business_date as "businessDate",
    jsonb_build_object('amount', p.captured_amount, 'currency', p.captured_currency) as captured,
    jsonb_build_object('amount', p.refunded_amount, 'currency', p.refunded_currency) as refunded,
    (select coalesce(jsonb_agg(jsonb_build_object('method', t.method, 'reference', t.reference,
      'amount', jsonb_build_object('amount', t.amount_amount, 'currency', t.amount_currency),
      'change', jsonb_build_object('amount', t.change_amount, 'currency', t.change_currency)) order by t.id), '[]')
      from payments.tender t where t.company_id = p.company_id and t.payment_id = p.id) as tenders,
    (select coalesce(jsonb_agg(jsonb_build_object('method', r.method,
      'sourceEntity', r.source_entity, 'sourceId', r.source_id,
      'amount', jsonb_build_object('amount', r.amount_amount, 'currency', r.amount_currency)) order by r.id), '[]')
      from payments.refund r where r.company_id = p.company_id and r.payment_id = p.id) as refunds,
    p.created_at as "createdAt", p.updated_at as "updatedAt"
  from payments.payment p where p.company_id = ${companyId}`
