import { defineJob } from '#kernel'
import { cancelOrder } from '../order/cancel-order.ts'
import { lockOrder } from '../order/order.record.ts'

/** Orders whose time is over. A run ends at most so many; the next one goes on. */
const batch = 200

/** Cancels orders and quotes that nobody confirmed or paid in time; their goods are free again. */
export const expireOrders = defineJob('expire-orders', {
  says: 'Cancels orders and quotes that were not confirmed or paid in time, so that their goods can be sold again.',
  schedule: '*/5 * * * *',
  per: 'company',
  run: async (context) => {
    // Skipping rows that somebody works on right now is safe: what they are about to become decides, at the next run.
    const due = await context.sql<{ id: string }[]>`
      select id from sales.sales_order
      where company_id = ${context.companyId} and status in ('quote', 'pending') and held_until <= ${context.now}
        and captured_amount = refunded_amount
      order by held_until, id limit ${batch} for update skip locked`
    for (const { id } of due) {
      await cancelOrder(context, await lockOrder(context, id), { reason: 'Not confirmed in time', refund: false })
    }
  },
})
