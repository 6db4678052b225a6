/** Changing a password one knows, and setting one that was forgotten. Either way every other session ends. */
import { boolean, type Context, defineAction, email, type Preparation, refuse, text } from '#kernel'
import { normaliseEmail } from '#platform/identity'
import { countAttempt, forgiveAttempt, limits } from '../limit/attempts.ts'
import { lookAtLink, useLink } from '../link/links.ts'
import { oweMail } from '../mail/post.ts'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { endSessions } from '../session/end-sessions.ts'
import { passwordField } from './person.fields.ts'
import { findPerson, type Person } from './person.queries.ts'
import { requirePerson } from './require-person.ts'

const accepted = { accepted: boolean({ label: 'Accepted' }) }

export const changePassword = defineAction('changePassword', {
  label: 'Change password',
  says: 'Changes your password. Your other sessions end.',
  path: '/auth/change-password',
  access: 'signed-in',
  crossCompany: true,
  unrecorded: true,
  hides: ['currentPassword', 'newPassword'],
  input: {
    currentPassword: passwordField({ label: 'Current password', required: true }),
    newPassword: passwordField({ label: 'New password', required: true }),
  },
  output: accepted,
  refuses: ['PASSWORD_WRONG', 'PASSWORD_COMPROMISED', 'VALIDATION_FAILED', 'RATE_LIMITED', 'OVERLOADED'],
  emits: ['user.password_changed', 'session.revoked'],
  example: { currentPassword: 'four unrelated words', newPassword: 'five quite unrelated words' },
  prepare: async (context, { currentPassword, newPassword }) => {
    const person = await provePassword(context, currentPassword)
    return { person, hash: await hashNew(context, person, newPassword) }
  },
  run: async (context, _input, { person, hash }) => {
    await forgiveAttempt(context.sql, limits.password(person.id))
    await setPassword(context, { person, hash, keepSessionId: context.actor.sessionId })
    return { accepted: true }
  },
})

export const forgotPassword = defineAction('forgotPassword', {
  label: 'Forgot password',
  says: 'Sends a link for a new password, if somebody has an account with this address. The answer is the same if not.',
  path: '/auth/password/forgot',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  status: 202,
  input: { email: email({ label: 'E-mail', required: true }) },
  output: accepted,
  refuses: ['RATE_LIMITED', 'VALIDATION_FAILED'],
  example: { email: 'admin@demo.example' },
  prepare: async ({ sql, now, origin }, input) => {
    const address = normaliseEmail(input.email)
    await countAttempt(sql, now, [limits.mailTo(address), limits.mailFrom(origin.address)])
    return address
  },
  run: async (context, _input, address) => {
    await oweMail(context, 'reset', address)
    return { accepted: true }
  },
})

export const resetPassword = defineAction('resetPassword', {
  label: 'Set a new password',
  says: 'Sets a new password with the link that was sent. The link works once, and every session ends.',
  path: '/auth/password/reset',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  hides: ['token', 'password'],
  input: {
    token: text({ label: 'Token of the link', required: true, max: 200 }),
    password: passwordField({ label: 'New password', required: true }),
  },
  output: accepted,
  refuses: ['TOKEN_USED', 'PASSWORD_COMPROMISED', 'VALIDATION_FAILED', 'OVERLOADED'],
  emits: ['user.password_changed', 'session.revoked'],
  example: { token: 'qDyRdg9g0XZUGjfTmx2nryScSakHrvr8IIeb22HekMk', password: 'five quite unrelated words' },
  /** A look at the link first: nobody makes us hash passwords with made-up tokens. */
  prepare: async (context, { token, password }) => {
    const userId = await lookAtLink(context.sql, context.now, 'reset', token)
    const person = await findPerson(context.sql, { id: userId })
    if (person?.status !== 'active') throw authRefusals.refuse('TOKEN_USED')
    return { person, hash: await hashNew(context, person, password) }
  },
  run: async (context, { token }, { person, hash }) => {
    await useLink(context, 'reset', token)
    await setPassword(context, { person, hash, keepSessionId: null })
    await forgiveAttempt(context.sql, limits.signIn(person.email))
    return { accepted: true }
  },
})

/** The signed-in person, once the password given is theirs. Counted; refuses PASSWORD_WRONG and RATE_LIMITED. */
export async function provePassword(context: Preparation, password: string): Promise<Person> {
  const { sql, now } = context
  const id = requirePerson(context)
  const [, person] = await Promise.all([countAttempt(sql, now, [limits.password(id)]), findPerson(sql, { id })])
  if (!person) throw refuse('NOT_FOUND')
  const { ok } = await context.use(authServices).passwords.verify(password, person.passwordHash ?? undefined)
  if (!ok) throw authRefusals.refuse('PASSWORD_WRONG')
  return person
}

const hashNew = ({ use }: Preparation, { email: address, name }: Person, password: string): Promise<string> =>
  use(authServices).passwords.hash(password, [address, name])

type NewPassword = { person: Person; hash: string; keepSessionId: string | null }

/** Stores it, ends the sessions, strikes out links that were under way, and tells the person. */
async function setPassword(context: Context, { person, hash, keepSessionId }: NewPassword): Promise<void> {
  const { sql, now } = context
  await sql`update auth.user set password_hash = ${hash}, password_changed_at = ${now}, updated_at = ${now},
      version = version + 1, email_verified_at = coalesce(email_verified_at, ${now})
    where id = ${person.id}`
  await sql`update auth.link set used_at = ${now}
    where subject_id = ${person.id} and purpose in ('reset', 'mfa') and used_at is null`
  await endSessions(context, { userId: person.id, why: 'password_changed', exceptSessionId: keepSessionId })
  await oweMail(context, 'password-changed', person.email)
  const companyId = person.memberships[0]?.companyId ?? context.companyId
  context.emit('user.password_changed', { entity: 'auth.user', id: person.id, companyId, data: { userId: person.id } })
}
