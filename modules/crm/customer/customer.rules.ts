/** What a customer's record must keep to, beyond the shapes of its fields. */
import { type BuyerKind, gstinProblem, uinProblem } from '#engines/gst'
import { type Context, refuse } from '#kernel'
import { normaliseEmail } from '#platform/identity'

/** What customers may change of their own record; prices, numbers and notes are the company's to decide. */
const ownFields: ReadonlySet<string> = new Set([
  ...['name', 'email', 'phone', 'taxNumber', 'country'],
  ...['gstin', 'gstKind', 'gstState'],
])

/**
 * Brings the e-mail address into its one spelling and keeps customers to what is theirs to change. Refuses
 * VALIDATION_FAILED for an address or a GSTIN that is none, FORBIDDEN naming the field that a customer may not set.
 */
export function guardCustomer(
  { scope }: Pick<Context, 'scope'>,
  next: Record<string, unknown>,
  before?: Record<string, unknown>,
): void {
  if (next.email !== undefined && next.email !== null && next.email !== before?.email) {
    next.email = normaliseEmail(String(next.email))
  }
  const problem = gstinFault(next)
  if (problem) throw refuse('VALIDATION_FAILED', [{ field: 'gstin', message: problem }])
  if (scope !== 'own' || !before) return
  const beyond = Object.keys(next).find(
    (name) => !ownFields.has(name) && JSON.stringify(next[name] ?? null) !== JSON.stringify(before[name] ?? null),
  )
  if (beyond) throw refuse('FORBIDDEN', [{ field: beyond, message: 'Ask the company to change this.' }])
}

/** Who is registered has a number, and who has a number is registered. */
function gstinFault({ gstin, gstKind }: Record<string, unknown>): string | undefined {
  const kind = (gstKind ?? 'unregistered') as BuyerKind
  if (!gstin) return kind === 'unregistered' ? undefined : 'Give the number of the registration.'
  if (kind === 'uin') return uinProblem(String(gstin))
  return gstinProblem(String(gstin))
}
