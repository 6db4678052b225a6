/** Completes and checks a shop before it is written. */
import { type Context, isTimeZone, refuse } from '#kernel'
import { companySettings } from '#modules/companies'

/** A shop keeps the company's zone and country where it names none. Refuses VALIDATION_FAILED for an unknown zone. */
export async function guardShop(context: Context, next: Record<string, unknown>): Promise<void> {
  if (!next.timeZone || !next.country) {
    const { timeZone, country } = await companySettings(context)
    next.timeZone ??= timeZone
    next.country ??= country
  }
  if (!isTimeZone(String(next.timeZone))) {
    throw refuse('VALIDATION_FAILED', [
      { field: 'timeZone', message: 'Use a time zone of the IANA database, such as Europe/London.' },
    ])
  }
}
