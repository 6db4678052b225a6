import { type Context, refuse } from '#kernel'
import { companySettings } from '#modules/companies'
import { offlineDigits, offlineSeries } from '#modules/sales'
import { findRegister } from '#modules/shops'
import { policyAt } from '../policy/policy.queries.ts'

type Lease = { epoch: number; lastSequence: number; lastSyncAt: string | null }
type Counts = { accepted: number; refused: number }

/** How far a till's sales have come, and what it may do alone. Refuses NOT_FOUND beyond reach. */
export async function statusOf(context: Context, { registerId }: { registerId: string }) {
  const { sql, companyId } = context
  const [place, { currency }, [lease], [counts], [open]] = await Promise.all([
    findRegister(context, registerId),
    companySettings(context),
    sql<Lease[]>`
      select epoch, last_sequence as "lastSequence", last_sync_at as "lastSyncAt" from pos.offline_register
      where company_id = ${companyId} and register_id = ${registerId}`,
    sql<Counts[]>`
      select count(*) filter (where outcome <> 'refused')::int as accepted,
        count(*) filter (where outcome = 'refused')::int as refused
      from pos.offline_ticket where company_id = ${companyId} and register_id = ${registerId}`,
    sql<{ flagged: number }[]>`
      select count(*)::int as flagged from pos.sale_exception
      where company_id = ${companyId} and register_id = ${registerId} and status = 'open'`,
  ])
  if (!place) throw refuse('NOT_FOUND')
  const [policy, series] = await Promise.all([
    policyAt(context, { shopId: place.shopId, currency }),
    lease && offlineSeries(context, { registerId, epoch: lease.epoch }),
  ])
  return {
    registerId,
    epoch: lease?.epoch ?? null,
    prefix: series?.prefix ?? null,
    digits: offlineDigits,
    lastSequence: lease?.lastSequence ?? 0,
    nextSequence: series?.next ?? 1,
    accepted: counts?.accepted ?? 0,
    refused: counts?.refused ?? 0,
    flagged: open?.flagged ?? 0,
    lastSyncAt: lease?.lastSyncAt ?? null,
    limits: {
      cardTicketMax: policy.offlineCardTicketMax,
      cardTotalMax: policy.offlineCardTotalMax,
      hoursMax: policy.offlineHoursMax,
    },
  }
}
