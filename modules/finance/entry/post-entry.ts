/** Posts one entry on its day, for a person who is there to be told where that is not possible. */
import { businessDate, type Context, msOf, startOfMonth } from '#kernel'
import { companySettings } from '#modules/companies'
import { ensurePeriods } from '../period/ensure-periods.ts'
import { financeRefusals } from '../refusals.ts'
import { type NewEntry, writeEntries } from './write-entries.ts'

export type EntryToPost = Pick<NewEntry, 'kind' | 'memo' | 'lines' | 'reverses' | 'source' | 'sourceId'> & {
  /** Today in the time zone of the company unless told. */
  date: string | undefined
}

/** Writes an entry into an open period and answers its id. Refuses PERIOD_LOCKED, naming `field`. */
export async function postToOpenPeriod(
  context: Context,
  { date: given, ...entry }: EntryToPost,
  field = 'businessDate',
): Promise<string> {
  const day = given ?? (await today(context))
  const period = (await ensurePeriods(context, [day])).get(startOfMonth(day))
  if (!period) throw new Error(`no period was made for ${day}`)
  if (period.state === 'locked') {
    const message = `the period that starts on ${period.startsOn} is locked`
    throw financeRefusals.refuse('PERIOD_LOCKED', [{ field, message }])
  }
  const id = context.newId()
  await writeEntries(context, [{ ...entry, id, businessDate: day, occurredOn: day, periodId: period.id }])
  return id
}

/** Today in the time zone of the company. */
export async function today(context: Context): Promise<string> {
  const { timeZone } = await companySettings(context)
  return businessDate(msOf(context.now), timeZone)
}
