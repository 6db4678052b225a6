/** What a company's record must keep to, beyond the shapes of its fields. */
import { gstinProblem } from '#engines/gst'
import { isCurrency, isTimeZone, type RefusalDetail, refuse } from '#kernel'

/**
 * Completes the short name from the name. Refuses VALIDATION_FAILED for a currency or time zone that does not exist,
 * for a name of which no short name can be made, and for a GSTIN that is none or is missing, naming the field.
 */
export function guardCompany(next: Record<string, unknown>): void {
  const { currency, timeZone, name } = next
  next.slug ||= slugOf(String(name))
  const details: RefusalDetail[] = []
  if (!isCurrency(String(currency))) {
    details.push({ field: 'currency', message: 'Use a currency code of ISO 4217, such as GBP.' })
  }
  if (!isTimeZone(String(timeZone))) {
    details.push({ field: 'timeZone', message: 'Use a time zone of the IANA database, such as Europe/London.' })
  }
  if (!next.slug) details.push({ field: 'slug', message: 'Give a short name of letters a-z and digits.' })
  details.push(...gstFaults(next))
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
}

/** A registration needs its number; a number keeps to its checks. */
function gstFaults({ gstin, gstRegistration }: Record<string, unknown>): RefusalDetail[] {
  if (gstRegistration && !gstin) return [{ field: 'gstin', message: 'Give the GSTIN of the registration.' }]
  const problem = gstin ? gstinProblem(String(gstin)) : undefined
  return problem ? [{ field: 'gstin', message: problem }] : []
}

/** A short name from a name: "Café du Nord" is "cafe-du-nord". Empty where no letter or digit of ASCII is left. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63)
    .replace(/-$/, '')
