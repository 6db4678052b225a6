/** Series of numbers that are leased to offline tills: one for each epoch of a register. */
import type { Context } from '#kernel'
import { digits, type GivenNumber, prefixOf } from './next-number.ts'

export const offlineDigits = digits

export type OfflineSeries = { registerId: string; epoch: number }
/** `next` is the number that comes next; `prefix` stands before it. */
export type OfflineSeriesState = { prefix: string; next: number }

export const offlineKey = ({ registerId, epoch }: OfflineSeries): Omit<GivenNumber, 'sequence'> => ({
  ...{ scope: registerId, kind: 'offline', fiscalYear: `F${epoch}` },
})

/** Makes the series of a new epoch. */
export async function openOfflineSeries(
  { sql, companyId, newId, now }: Context,
  { registerId, epoch, code, shopId }: OfflineSeries & { code: string; shopId: string },
): Promise<OfflineSeriesState> {
  const { scope, kind, fiscalYear } = offlineKey({ registerId, epoch })
  const prefix = prefixOf({ code, fiscalYear, kind })
  await sql`
    insert into sales.number_series
      (company_id, id, created_at, updated_at, scope, kind, fiscal_year, prefix, next, skipped, shop_id)
    values (${companyId}, ${newId()}, ${now}, ${now}, ${scope}, ${kind}, ${fiscalYear}, ${prefix}, 1, 0, ${shopId})`
  return { prefix, next: 1 }
}

/** The series of an epoch; undefined where there was no such epoch. */
export async function offlineSeries(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  series: OfflineSeries,
): Promise<OfflineSeriesState | undefined> {
  const { scope, kind, fiscalYear } = offlineKey(series)
  const [row] = await sql<OfflineSeriesState[]>`
    select prefix, next from sales.number_series
    where company_id = ${companyId} and scope = ${scope} and kind = ${kind} and fiscal_year = ${fiscalYear}`
  return row && { ...row }
}

/** Passes over a number that no document will have: its ticket was not booked, or under another number. */
export async function skipOfflineNumber(
  { sql, companyId, now }: Context,
  { sequence, ...series }: OfflineSeries & { sequence: number },
): Promise<void> {
  const { scope, kind, fiscalYear } = offlineKey(series)
  await sql`
    update sales.number_series s set next = greatest(s.next, ${sequence}::bigint + 1), updated_at = ${now},
      skipped = s.skipped + greatest(${sequence}::bigint + 1 - s.next, 0)
    where company_id = ${companyId} and scope = ${scope} and kind = ${kind} and fiscal_year = ${fiscalYear}`
}
