/** Codes of the second step are taken once: the database decides which of two equal ones came first. */
import { type Context, refuse } from '#kernel'
import { hashRecoveryCode, identityRefusals, makeRecoveryCodes, verifyTotp } from '#platform/identity'
import { authServices } from '../services.ts'
import { findPerson, type Person } from './person.queries.ts'
import { requirePerson } from './require-person.ts'

/** The place that a sealed secret belongs to; in another person's row it does not open. */
export const placeOf = (userId: string): string => `auth:totp:${userId}`

const wrongCode = () => identityRefusals.refuse('MFA_CODE_INVALID')

/** Takes a code of the app or a recovery code. Refuses MFA_CODE_INVALID. */
export async function takeCode(context: Context, person: Person, code: string): Promise<void> {
  if (/^[\d ]+$/.test(code)) return takeTotp(context, person, code)
  const rows = await context.sql`update auth.recovery_code set used_at = ${context.now}
    where user_id = ${person.id} and hash = ${hashRecoveryCode(code)} and used_at is null returning hash`
  if (rows.length === 0) throw wrongCode()
}

/** Takes a code of the app and remembers its step. Refuses MFA_CODE_INVALID. */
export async function takeTotp({ sql, now, use }: Context, person: Person, code: string): Promise<void> {
  if (person.totpSecret === null) throw wrongCode()
  const secret = use(authServices).secrets.decrypt(person.totpSecret, placeOf(person.id))
  const lastStep = person.totpLastStep ?? undefined
  const step = verifyTotp(code, { secret, lastStep, now: Date.parse(now) })
  const rows = await sql`update auth.user set totp_last_step = ${step}
    where id = ${person.id} and totp_secret = ${person.totpSecret} and coalesce(totp_last_step, -1) < ${step}
    returning id`
  if (rows.length === 0) throw wrongCode()
}

/** The signed-in person. Refuses NOT_FOUND. */
export async function signedInPerson(context: Context): Promise<Person> {
  const person = await findPerson(context.sql, { id: requirePerson(context) })
  if (!person) throw refuse('NOT_FOUND')
  return person
}

/** Ten new codes in place of the old ones; shown once. */
export async function renewRecoveryCodes({ sql }: Context, userId: string): Promise<string[]> {
  const { codes, hashes } = makeRecoveryCodes()
  await sql`delete from auth.recovery_code where user_id = ${userId}`
  await sql`insert into auth.recovery_code (user_id, hash) select ${userId}, unnest(${hashes}::text[])`
  return codes
}
