/**
 * Signing up. Nothing but a waiting registration is stored until the mailbox is proven, so the answer, its time and
 * what happens afterwards tell nobody whether an address is known, and nobody can take an address before its owner
 * does.
 */
import { boolean, code, defineAction, email, installation, refuse, text } from '#kernel'
import { normaliseEmail } from '#platform/identity'
import { countAttempt, limits } from '../limit/attempts.ts'
import { useLink } from '../link/links.ts'
import { oweMail } from '../mail/post.ts'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { passwordField } from './person.fields.ts'

/** Hours that a registration waits for its mailbox to be proven. */
const waitingHours = 48

export const register = defineAction('register', {
  label: 'Sign up',
  says:
    'Takes a registration and sends a link that proves the address. With the slug of a company one becomes its ' +
    'customer. The answer is the same for a known address; its owner gets another mail.',
  path: '/auth/register',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  status: 201,
  hides: ['password'],
  input: {
    email: email({ label: 'E-mail', required: true }),
    password: passwordField({ label: 'Password', required: true }),
    name: text({ label: 'Name', required: true, max: 120 }),
    companySlug: code({ label: 'Company', help: 'The shop whose customer one becomes' }),
  },
  output: { accepted: boolean({ label: 'Accepted' }) },
  refuses: ['VALIDATION_FAILED', 'PASSWORD_COMPROMISED', 'REFERENCE_NOT_FOUND', 'RATE_LIMITED', 'OVERLOADED'],
  example: { email: 'new@person.example', password: 'four unrelated words', name: 'New Person' },
  prepare: async ({ sql, now, origin, use }, input) => {
    const address = normaliseEmail(input.email)
    const { passwords, directory } = use(authServices)
    await countAttempt(sql, now, [limits.mailTo(address), limits.mailFrom(origin.address)])
    const company = input.companySlug ? await directory?.company(sql, { slug: input.companySlug }) : undefined
    if (input.companySlug && !company) {
      throw refuse('REFERENCE_NOT_FOUND', [{ field: 'companySlug', message: 'does not exist' }])
    }
    const hash = await passwords.hash(input.password, [address, input.name])
    return { address, hash, customerOf: company?.id ?? null }
  },
  run: async (context, { name }, { address, hash, customerOf }) => {
    const { sql, now } = context
    const id = context.newId()
    await sql`insert into auth.registration (id, email, name, password_hash, customer_of, created_at, expires_at)
      values (${id}, ${address}, ${name}, ${hash}, ${customerOf}, ${now},
        ${now}::timestamptz + make_interval(hours => ${waitingHours}))`
    await oweMail(context, 'register', address, { registrationId: id })
    return { accepted: true }
  },
})

export const verifyEmail = defineAction('verifyEmail', {
  label: 'Confirm address',
  says: 'Opens the account whose link was sent to its mailbox. The link works once.',
  path: '/auth/email/verify',
  access: 'public',
  crossCompany: true,
  unrecorded: true,
  hides: ['token'],
  input: { token: text({ label: 'Token of the link', required: true, max: 200 }) },
  output: { verified: boolean({ label: 'Verified' }) },
  refuses: ['TOKEN_USED'],
  emits: ['user.registered'],
  example: { token: 'qDyRdg9g0XZUGjfTmx2nryScSakHrvr8IIeb22HekMk' },
  run: async (context, { token }) => {
    const { sql, now } = context
    const registrationId = await useLink(context, 'verify', token)
    const [waiting] = await sql`delete from auth.registration where id = ${registrationId} and expires_at > ${now}
      returning email, name, password_hash as hash, customer_of as "customerOf"`
    if (!waiting) throw authRefusals.refuse('TOKEN_USED')
    const id = context.newId()
    const [made] = await sql`
      insert into auth.user (id, email, name, password_hash, email_verified_at, created_at, updated_at)
      values (${id}, ${waiting.email}, ${waiting.name}, ${waiting.hash}, ${now}, ${now}, ${now})
      on conflict (email) do nothing returning id`
    // Who proved the address meanwhile keeps the password that they have.
    if (!made) throw authRefusals.refuse('TOKEN_USED')
    if (waiting.customerOf) {
      await sql`insert into auth.membership (company_id, id, user_id, role, created_at, updated_at)
        values (${waiting.customerOf}, ${context.newId()}, ${id}, 'customer', ${now}, ${now})`
    }
    const role = waiting.customerOf ? 'customer' : 'none'
    context.emit('user.registered', {
      entity: 'auth.user',
      id,
      companyId: waiting.customerOf ?? installation,
      data: { userId: id, email: waiting.email, name: waiting.name, role },
    })
    return { verified: true }
  },
})
