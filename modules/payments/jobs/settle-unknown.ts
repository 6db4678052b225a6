import { type Context, defineJob } from '#kernel'
import { applyLookUp, lookUp } from '../intent/look-up.ts'

/** Look-ups of one run; the next one goes on. Each may take as long as a call may. */
const batch = 20

/**
 * What was asked of a gateway and not heard of: the process died, the line broke, or the gateway is still at it. Each
 * is looked up by its reference or key and settled, so that money is neither lost nor taken twice.
 */
export const settleUnknown = defineJob('settle-unknown', {
  says: 'Asks gateways what became of payments of which nothing was heard.',
  schedule: '* * * * *',
  per: 'company',
  prepare: async (preparation) => {
    for (const id of await preparation.commit(dueOf)) {
      const found = await lookUp(preparation, id)
      if (found) await preparation.commit((context) => applyLookUp(context, found))
    }
  },
  run: async () => undefined,
})

async function dueOf({ sql, companyId, now }: Context): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select intent_id as id from payments.gateway_operation
    where company_id = ${companyId} and state in ('sent', 'unknown') and look_at <= ${now}
    order by look_at, id limit ${batch}`
  return rows.map(({ id }) => id)
}
