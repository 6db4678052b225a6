/** Completes and checks a shop before it is written. */
import { gstinProblem, panOf, stateByName, stateName, stateOf } from '#engines/gst'
import { type Context, isTimeZone, refuse } from '#kernel'
import { companySettings } from '#modules/companies'

/**
 * A shop keeps the company's zone and country where it names none. Refuses VALIDATION_FAILED for an unknown zone, and
 * for a GSTIN that is none, is of another company, or is of another state than the shop's.
 */
export async function guardShop(context: Context, next: Record<string, unknown>): Promise<void> {
  if (!next.timeZone || !next.country || next.gstin) {
    const { timeZone, country, gst } = await companySettings(context)
    refuseGstin(next, gst?.gstin)
    next.timeZone ??= timeZone
    next.country ??= country
  }
  if (!isTimeZone(String(next.timeZone))) {
    throw refuse('VALIDATION_FAILED', [
      { field: 'timeZone', message: 'Use a time zone of the IANA database, such as Europe/London.' },
    ])
  }
}

/** One company has one PAN, and one GSTIN for each state that it sells from. */
function refuseGstin({ gstin, state }: Record<string, unknown>, ofCompany: string | undefined): void {
  const problem = gstin ? gstinFault(String(gstin), state ? String(state) : undefined, ofCompany) : undefined
  if (problem) throw refuse('VALIDATION_FAILED', [{ field: 'gstin', message: problem }])
}

function gstinFault(gstin: string, state: string | undefined, ofCompany: string | undefined): string | undefined {
  const problem = gstinProblem(gstin)
  if (problem) return problem
  if (ofCompany && panOf(gstin) !== panOf(ofCompany)) return `The PAN in it is not ${panOf(ofCompany)}, the company's.`
  const code = state && stateByName(state)
  if (!code || code === stateOf(gstin)) return undefined
  return `It is of ${stateName(stateOf(gstin))}, but the shop is in ${stateName(code)} (${code}).`
}
