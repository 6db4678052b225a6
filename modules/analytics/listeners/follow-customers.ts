import { defineListener } from '#kernel'

export const customerTables = ['analytics.customer'] as const

/** Keeps since when each customer is one, so that nobody has to count tables of other modules. */
export const followCustomers = defineListener('follow-customers', {
  says: 'Keeps since when each customer of a company is one.',
  on: ['customer.created', 'customer.deleted'],
  rebuilds: customerTables,
  run: async ({ sql, companyId }, events) => {
    const last = new Map(events.map((event) => [event.subjectId, event]))
    const isGone = ({ type }: { type: string }) => type === 'customer.deleted'
    const gone = events.filter(isGone).map(({ subjectId }) => subjectId)
    const here = [...last.values()].filter((event) => !isGone(event))
    const came = here.map(({ subjectId, at }) => ({ id: subjectId, since: at }))
    await Promise.all([
      sql`
        delete from analytics.customer
        where company_id = ${companyId} and customer_id = any(${gone}::uuid[])`,
      sql`
        insert into analytics.customer (company_id, customer_id, since)
        select ${companyId}, id, since from jsonb_to_recordset(${sql.json(came)}) as r(id uuid, since timestamptz)
        on conflict do nothing`,
    ])
  },
})
