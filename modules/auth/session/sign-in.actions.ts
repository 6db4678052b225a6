/** Sign-in: the password, and where it is on, the second step. */
import { type Context, defineAction, email, installation, LastingRefusal, refuse } from '#kernel'
import { normaliseEmail } from '#platform/identity'
import { countAttempt, forgiveAttempt, limits } from '../limit/attempts.ts'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { idField, keepField, passwordField, signInFields } from '../user/person.fields.ts'
import { findPerson, type Person } from '../user/person.queries.ts'
import { makeChallenge } from './challenge.ts'
import { chooseMembership, startSession } from './start-session.ts'

export const login = defineAction('login', {
  label: 'Sign in',
  says: 'Answers an access and a refresh token (or a page token), or a challenge where the second step is on.',
  path: '/auth/login',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  hides: ['password'],
  input: {
    email: email({ label: 'E-mail', required: true }),
    password: passwordField({ label: 'Password', required: true }),
    companyId: idField({ label: 'Company', example: '01890000-0000-7000-8000-000000000001' }),
    keep: keepField,
  },
  output: signInFields,
  refuses: [
    'CREDENTIALS_INVALID',
    'ACCOUNT_DISABLED',
    'COMPANY_INACTIVE',
    'TENANT_MISMATCH',
    'RATE_LIMITED',
    'OVERLOADED',
    'VALIDATION_FAILED',
  ],
  emits: ['user.logged_in', 'user.login_failed'],
  example: { email: 'admin@demo.example', password: 'four unrelated words' },
  /** The attempt is counted and the password compared before any transaction; unknown people cost the same time. */
  prepare: async ({ sql, now, origin, use }, input) => {
    const address = normaliseEmail(input.email)
    const [, person] = await Promise.all([
      countAttempt(sql, now, [limits.signIn(address), limits.signInFrom(origin.address)]),
      findPerson(sql, { email: address }),
    ])
    const { passwords } = use(authServices)
    const verdict = await passwords.verify(input.password, person?.passwordHash ?? undefined)
    const upgraded = verdict.ok && verdict.needsUpgrade ? await rehash(passwords, input.password) : undefined
    return { address, person: person, isRight: verdict.ok, upgraded }
  },
  run: async (context, { companyId, keep }, { address, person, isRight, upgraded }) => {
    if (!person || !isRight) return failed(context, person, address)
    if (person.status === 'disabled') throw authRefusals.refuse('ACCOUNT_DISABLED')
    const member = chooseMembership(person, companyId)
    if (companyId && !member) throw refuse('TENANT_MISMATCH', [{ field: 'companyId', message: 'You are no member.' }])
    const { sql, now } = context
    if (upgraded) {
      await sql`update auth.user set password_hash = ${upgraded}, updated_at = ${now}
        where id = ${person.id} and password_hash = ${person.passwordHash}`
    }
    const answer = person.totpEnabledAt
      ? {
          mfaRequired: true,
          challenge: await makeChallenge(context, { userId: person.id, companyId: companyId ?? null }),
        }
      : await startSession(context, person, member, keep)
    // Last, for everybody behind one address counts on the same row.
    await forgiveAttempt(sql, limits.signIn(address), limits.signInFrom(context.origin.address))
    return answer
  },
})

/** A password of an old algorithm is stored anew while it is at hand; one that is too short today stays as it is. */
async function rehash(
  passwords: { hash: (password: string) => Promise<string> },
  password: string,
): Promise<string | undefined> {
  return passwords.hash(password).catch(() => undefined)
}

/** The same answer, from the same statements, for a wrong password and an unknown address. Both are on record. */
function failed(context: Context, person: Person | undefined, address: string): LastingRefusal {
  const userId = person?.id ?? null
  context.emit('user.login_failed', {
    entity: 'auth.user',
    id: userId ?? installation,
    companyId: person?.memberships[0]?.companyId ?? installation,
    data: { userId, email: address, address: context.origin.address },
  })
  return new LastingRefusal(authRefusals.refuse('CREDENTIALS_INVALID'))
}
