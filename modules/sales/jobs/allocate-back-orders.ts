import { defineJob } from '#kernel'
import { allocate } from '../order/allocate.ts'
import { lockOrder } from '../order/order.record.ts'

/** Orders that wait for goods. A run looks at the oldest so many that could get something. */
const batch = 100

/** Holds goods that have come in for orders that wait for them, the oldest order first. */
export const allocateBackOrders = defineJob('allocate-back-orders', {
  says: 'Holds goods that have come in for orders that wait for them, the oldest order first.',
  schedule: '*/5 * * * *',
  per: 'company',
  run: async (context) => {
    const { sql, companyId } = context
    // Somebody who works on an order right now decides about it; it is looked at again in the next run.
    const waiting = await sql<{ id: string }[]>`
      select o.id from sales.sales_order o
      where o.company_id = ${companyId} and o.status in ('pending', 'confirmed', 'processing') and o.allows_back_order
        and exists (select from sales.order_line l
          where l.company_id = o.company_id and l.sales_order_id = o.id and l.stocked and l.reserved < l.open)
      order by o.ordered_at, o.id limit ${batch} for update skip locked`
    for (const { id } of waiting) await allocate(context, await lockOrder(context, id))
  },
})
