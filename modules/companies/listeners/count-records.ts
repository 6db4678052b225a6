import { defineListener } from '#kernel'

/** What is counted, by the first word of the event type. */
const counted = ['shop', 'product', 'customer'] as const

/** Keeps how many records of each kind a company has, so that nobody has to count tables of other modules. */
export const countRecords = defineListener('count-records', {
  says: 'Counts shops, products and customers of a company.',
  on: counted.flatMap((what) => [`${what}.created`, `${what}.deleted`]),
  rebuilds: ['companies.record_count'],
  run: async ({ sql, companyId }, events) => {
    const rows = events.map(({ type }) => ({ what: type.split('.')[0], added: type.endsWith('.deleted') ? -1 : 1 }))
    await sql`
      insert into companies.record_count (company_id, what, count)
      select ${companyId}, what, sum(added)
      from jsonb_to_recordset(${sql.json(rows as never)}) as r(what text, added int)
      group by what order by what
      on conflict (company_id, what) do update set count = record_count.count + excluded.count`
  },
})
