/** The lease of a register, held while its tickets are booked: two syncs of one register come one after the other. */
import type { Context } from '#kernel'

export type Lease = {
  id: string
  version: number
  epoch: number
  lastSequence: number
  leasedAt: string
  lastSyncAt: string | null
  /** Minor units that came in by card since the till lost the server. */
  cardTotal: number
}

/** Locks the lease; undefined where the register has none. */
export async function lockLease({ sql, companyId }: Context, registerId: string): Promise<Lease | undefined> {
  const [row] = await sql<Lease[]>`
    select id, version, epoch, last_sequence as "lastSequence", leased_at as "leasedAt", last_sync_at as "lastSyncAt",
      coalesce(card_total_amount, 0) as "cardTotal"
    from pos.offline_register where company_id = ${companyId} and register_id = ${registerId} for update`
  return row && { ...row }
}

/** Notes how far the register has come. */
export async function noteSync(
  { sql, companyId, now }: Context,
  { id, lastSequence, cardTotal, currency }: Pick<Lease, 'id' | 'lastSequence' | 'cardTotal'> & { currency: string },
): Promise<void> {
  await sql`
    update pos.offline_register set last_sequence = ${lastSequence}, last_sync_at = ${now},
      card_total_amount = ${cardTotal}, card_total_currency = ${currency}, version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and id = ${id}`
}
