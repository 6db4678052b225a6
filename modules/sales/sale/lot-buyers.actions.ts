/** Who bought of a batch: what a recall begins with. */
import { type Context, type Decimal, defineAction, group, instant, integer, link, list, quantity, text } from '#kernel'
import { customer } from '#modules/crm'
import { lotOuts } from '#modules/inventory'
import { documentId, sale } from './sale.entity.ts'

type Buyer = {
  saleId: string
  number: string
  soldAt: string
  customerId: string | null
  quantity: Decimal
  returned: Decimal
}

export const lotBuyers = defineAction('lotBuyers', {
  label: 'Who bought of a batch',
  says: 'The sales that a batch or serial number went out with, the latest first, and what of it came back.',
  entity: () => sale,
  method: 'GET',
  path: '/erp/lots/:id/sales',
  permission: 'sales.sale.read',
  input: {
    id: documentId,
    limit: integer({ label: 'Limit', min: 1, max: 5000, default: 1000 }),
  },
  output: {
    sales: list(
      group({
        sale: link({ to: () => sale, required: true }),
        number: text({ required: true }),
        soldAt: instant({ required: true }),
        customer: link({ to: () => customer }),
        quantity: quantity({ required: true }),
        returned: quantity({ required: true }),
      }),
      { required: true, max: 5000 },
    ),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { id, limit = 1000 }) => ({ sales: await buyersOf(context, id, limit) }),
})

async function buyersOf(context: Context, lotId: string, limit: number): Promise<Buyer[]> {
  const { sql, companyId } = context
  const outs = await lotOuts(context, { lotId, source: 'sales.sale', limit })
  const rows = await sql<Omit<Buyer, 'quantity' | 'returned'>[]>`
    select id as "saleId", number, sold_at as "soldAt", customer_id as "customerId" from sales.sale
    where company_id = ${companyId} and id = any(${outs.map(({ documentId }) => documentId)}::uuid[])`
  const sales = new Map(rows.map((row) => [row.saleId, row]))
  return outs.flatMap(({ documentId, quantity, returned }) => {
    const found = sales.get(documentId)
    return found ? [{ ...found, quantity, returned }] : []
  })
}
