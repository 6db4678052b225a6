/** The second step of a sign-in: one-time codes of an app, and recovery codes for when the phone is gone. */
import { boolean, type Context, defineAction, list, text } from '#kernel'
import { enrolTotp } from '#platform/identity'
import { countAttempt, forgiveAttempt, limits } from '../limit/attempts.ts'
import { oweMail } from '../mail/post.ts'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { readChallenge, useChallenge } from '../session/challenge.ts'
import { chooseMembership, startSession } from '../session/start-session.ts'
import { placeOf, renewRecoveryCodes, signedInPerson, takeCode, takeTotp } from './codes.ts'
import { provePassword } from './password.actions.ts'
import { keepField, passwordField, signInFields } from './person.fields.ts'
import { findPerson, type Person } from './person.queries.ts'
import { requirePerson } from './require-person.ts'

const codeField = text({ label: 'Code', help: 'Six digits of the app, or a recovery code', required: true, max: 64 })
const codesFields = {
  recoveryCodes: list(text(), { label: 'Recovery codes', help: 'Shown once; each works once', max: 10 }),
}

export const finishLogin = defineAction('finishLogin', {
  label: 'Second step',
  says: 'Finishes a sign-in with a code of the app or a recovery code.',
  path: '/auth/login/mfa',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  hides: ['challenge', 'code'],
  input: { challenge: text({ label: 'Challenge', required: true, max: 200 }), code: codeField, keep: keepField },
  output: signInFields,
  refuses: ['MFA_CODE_INVALID', 'TOKEN_USED', 'RATE_LIMITED', 'ACCOUNT_DISABLED', 'COMPANY_INACTIVE'],
  emits: ['user.logged_in'],
  example: { challenge: 'mfa_qDyRdg9g0XZUGjfTmx2nryScSakHrvr8IIeb22HekMk', code: '123456' },
  /** Counted per person, not per challenge: who has the password could ask for as many challenges as they like. */
  prepare: async ({ sql, now }, { challenge }) => {
    const pending = await readChallenge(sql, challenge, now)
    if (!pending) throw authRefusals.refuse('TOKEN_USED', 'Sign in again.')
    await countAttempt(sql, now, [limits.secondStep(pending.userId)])
    return pending
  },
  run: async (context, { challenge, code, keep }, { userId, companyId }) => {
    const person = await findPerson(context.sql, { id: userId })
    if (person?.status !== 'active') throw authRefusals.refuse('ACCOUNT_DISABLED')
    await takeCode(context, person, code)
    if (!(await useChallenge(context, challenge))) throw authRefusals.refuse('TOKEN_USED', 'Sign in again.')
    await forgiveAttempt(context.sql, limits.secondStep(userId))
    return startSession(context, person, chooseMembership(person, companyId), keep)
  },
})

export const enableSecondStep = defineAction('enableSecondStep', {
  label: 'Set up second step',
  says: 'Makes a secret for an authenticator app. It counts from the first code on: see confirm.',
  path: '/auth/mfa/enable',
  access: 'signed-in',
  crossCompany: true,
  unrecorded: true,
  hides: ['password'],
  input: { password: passwordField({ label: 'Password', required: true }) },
  output: { secret: text({ label: 'Secret for the app' }), uri: text({ label: 'Address for a QR code', max: 500 }) },
  refuses: ['PASSWORD_WRONG', 'MFA_ALREADY_ENABLED', 'RATE_LIMITED', 'OVERLOADED'],
  example: { password: 'four unrelated words' },
  prepare: (context, { password }) => provePassword(context, password),
  run: async ({ sql, now, use }, _input, person) => {
    const enrolment = enrolTotp('Entrepot', person.email)
    const sealed = use(authServices).secrets.encrypt(enrolment.secret, placeOf(person.id))
    const rows = await sql`update auth.user set totp_secret = ${sealed}, totp_last_step = null, updated_at = ${now}
      where id = ${person.id} and totp_enabled_at is null returning id`
    if (rows.length === 0) throw authRefusals.refuse('MFA_ALREADY_ENABLED')
    return enrolment
  },
})

export const confirmSecondStep = defineAction('confirmSecondStep', {
  label: 'Turn on second step',
  says: 'Turns the second step on with a first code of the app, and answers the recovery codes.',
  path: '/auth/mfa/confirm',
  access: 'signed-in',
  crossCompany: true,
  unrecorded: true,
  hides: ['code'],
  input: { code: codeField },
  output: codesFields,
  refuses: ['MFA_CODE_INVALID', 'MFA_ALREADY_ENABLED', 'RATE_LIMITED'],
  emits: ['user.updated'],
  example: { code: '123456' },
  prepare: (context) => countAttempt(context.sql, context.now, [limits.secondStep(requirePerson(context))]),
  run: async (context, { code }) => {
    const person = await signedInPerson(context)
    if (person.totpEnabledAt) throw authRefusals.refuse('MFA_ALREADY_ENABLED')
    await takeTotp(context, person, code)
    await context.sql`update auth.user set totp_enabled_at = ${context.now} where id = ${person.id}`
    await forgiveAttempt(context.sql, limits.secondStep(person.id))
    await tellChange(context, person, 'on')
    return { recoveryCodes: await renewRecoveryCodes(context, person.id) }
  },
})

export const disableSecondStep = defineAction('disableSecondStep', {
  label: 'Turn off second step',
  says: 'Turns the second step off. Needs the password and a code.',
  path: '/auth/mfa/disable',
  access: 'signed-in',
  crossCompany: true,
  unrecorded: true,
  hides: ['password', 'code'],
  input: { password: passwordField({ label: 'Password', required: true }), code: codeField },
  output: { enabled: boolean({ label: 'On' }) },
  refuses: ['PASSWORD_WRONG', 'MFA_CODE_INVALID', 'MFA_NOT_ENABLED', 'RATE_LIMITED', 'OVERLOADED'],
  emits: ['user.updated'],
  example: { password: 'four unrelated words', code: '123456' },
  prepare: async (context, { password }) => {
    const person = await provePassword(context, password)
    await countAttempt(context.sql, context.now, [limits.secondStep(person.id)])
    return person
  },
  run: async (context, { code }, person) => {
    if (!person.totpEnabledAt) throw authRefusals.refuse('MFA_NOT_ENABLED')
    await takeCode(context, person, code)
    const { sql } = context
    await sql`update auth.user set totp_secret = null, totp_enabled_at = null, totp_last_step = null
      where id = ${person.id}`
    await sql`delete from auth.recovery_code where user_id = ${person.id}`
    await forgiveAttempt(sql, limits.secondStep(person.id), limits.password(person.id))
    await tellChange(context, person, 'off')
    return { enabled: false }
  },
})

export const newRecoveryCodes = defineAction('newRecoveryCodes', {
  label: 'New recovery codes',
  says: 'Answers ten new recovery codes; the old ones stop working.',
  path: '/auth/mfa/recovery-codes',
  access: 'signed-in',
  crossCompany: true,
  unrecorded: true,
  hides: ['code'],
  input: { code: codeField },
  output: codesFields,
  refuses: ['MFA_CODE_INVALID', 'MFA_NOT_ENABLED', 'RATE_LIMITED'],
  example: { code: '123456' },
  prepare: (context) => countAttempt(context.sql, context.now, [limits.secondStep(requirePerson(context))]),
  run: async (context, { code }) => {
    const person = await signedInPerson(context)
    if (!person.totpEnabledAt) throw authRefusals.refuse('MFA_NOT_ENABLED')
    await takeCode(context, person, code)
    await forgiveAttempt(context.sql, limits.secondStep(person.id))
    return { recoveryCodes: await renewRecoveryCodes(context, person.id) }
  },
})

/** Who did not do this learns of it by mail. */
async function tellChange(context: Context, person: Person, to: 'on' | 'off'): Promise<void> {
  await oweMail(context, 'second-step-changed', person.email, { to })
  context.emit('user.updated', { entity: 'auth.user', id: person.id, data: { userId: person.id, secondStep: to } })
}
