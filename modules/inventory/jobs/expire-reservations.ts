import { defineJob } from '#kernel'
import { endReservation } from '../reservation/reserve.ts'

/** Promises whose time is over. A run ends at most so many; the next one goes on. */
const batch = 200

/** Ends reservations whose time is over. */
export const expireReservations = defineJob('expire-reservations', {
  says: 'Ends reservations whose time is over, so that their goods can be sold again.',
  schedule: '*/5 * * * *',
  per: 'company',
  run: async (context) => {
    // Skipping rows that somebody is ending right now is safe here: those are not ours to end.
    const due = await context.sql<{ id: string }[]>`
      select id from inventory.reservation
      where company_id = ${context.companyId} and state = 'live' and expires_at <= ${context.now}
      order by expires_at, id limit ${batch} for update skip locked`
    for (const { id } of due) await endReservation(context, { id, as: 'expired' })
  },
})
