import { defineListener } from '#kernel'
import { tallyEvents } from '../figures/tally.rules.ts'
import { addTally } from '../figures/write.ts'

/** The tables that follow the sales. */
export const salesTables = [
  'analytics.shop',
  'analytics.progress',
  'analytics.daily_sales',
  'analytics.hourly_sales',
  'analytics.product_daily',
  'analytics.customer_daily',
  'analytics.tender_daily',
] as const

/** Keeps what was sold: a batch is summed here and added by one statement a table, however many events it has. */
export const sumSales = defineListener('sum-sales', {
  says: 'Sums sales and returns by day, hour, product, customer and method of payment.',
  on: ['shop.created', 'shop.updated', 'sale.completed', 'sale.returned'],
  rebuilds: salesTables,
  run: async (context, events) => {
    const { sql, companyId } = context
    const shops = await sql<{ id: string; timeZone: string }[]>`
      select shop_id as id, time_zone as "timeZone" from analytics.shop where company_id = ${companyId}`
    await addTally(context, tallyEvents(events, new Map(shops.map(({ id, timeZone }) => [id, timeZone]))))
  },
})
