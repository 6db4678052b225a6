import { businessDate, type Context, msOf, refuse } from '#kernel'
import { findRegister } from '#modules/shops'

/** The trading date at a register now. */
export async function tradingDate(context: Context, registerId: string): Promise<string> {
  const place = await findRegister(context, registerId)
  if (!place) throw refuse('NOT_FOUND')
  return businessDate(msOf(context.now), place.timeZone, place.dayStart)
}
