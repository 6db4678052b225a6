/** The mails of auth, in words. Links begin with the configured address and carry their token behind the #. */

import { makeOpaqueToken } from '#platform/identity'
import type { Mail } from '#platform/mail'
import type { Owed, OwedKind, Writing } from './owed.ts'

/** Hours that the links live. */
const resetHours = 1
const verifyHours = 48

/** Writes a mail; undefined when it has become pointless, as for an address that nobody has. */
export const compose = (writing: Writing, owed: Owed): Promise<Mail | undefined> => writers[owed.kind](writing, owed)

type Writer = (writing: Writing, owed: Owed) => Promise<Mail | undefined>

const writers: Record<OwedKind, Writer> = {
  register: async (writing, owed) => {
    const { email, data } = owed
    if (await findUser(writing, email)) {
      return letter(email, 'You have an account already', [
        'Somebody, probably you, tried to sign up with this address, which has an account.',
        `Sign in, or set a new password: ${writing.publicUrl}/forgot-password`,
      ])
    }
    const url = await makeLink(writing, { purpose: 'verify', subject: data.registrationId ?? '', hours: verifyHours })
    return letter(email, 'Confirm your address', [
      `Confirm that this address is yours: ${url}`,
      `The link works once, for ${verifyHours} hours. If you did not sign up, ignore this mail: nothing happens.`,
    ])
  },
  reset: async (writing, { email }) => {
    const user = await findUser(writing, email)
    if (user?.status !== 'active') return undefined
    const url = await makeLink(writing, { purpose: 'reset', subject: user.id, hours: resetHours })
    return letter(email, 'Set a new password', [
      `Set a new password here: ${url}`,
      `The link works once, for ${resetHours} hour. If you did not ask for it, ignore this mail: nothing changes.`,
    ])
  },
  invite: async (writing, { email, data }) => {
    const { token, hash } = makeOpaqueToken()
    const [row] = await writing.relay`
      update auth.invitation set token_hash = ${hash}
      where id = ${data.invitationId ?? ''} and used_at is null and revoked_at is null
        and expires_at > ${nowOf(writing)} returning company_name as company, invited_by as by`
    if (!row) return undefined
    const subject = row.company ? `Invitation to ${clean(row.company)}` : 'You are invited'
    return letter(email, subject, [
      `${clean(row.by)} invites you${row.company ? ` to ${clean(row.company)}` : ''}.`,
      `Accept here: ${writing.publicUrl}/invitation#token=${token}`,
      'The link works once. If you do not know what this is about, ignore this mail.',
    ])
  },
  'token-reused': async (writing, { email, data }) =>
    letter(email, 'One of your sessions was ended', [
      `A token of your session was used twice, the second time from ${data.address || 'an unknown address'}.`,
      'That happens when somebody has copied it. We ended the session.',
      `If it was not you, set a new password: ${writing.publicUrl}/forgot-password`,
    ]),
  'password-changed': async (writing, { email }) =>
    letter(email, 'Your password was changed', [
      'Your password was changed, and your other sessions have ended.',
      `If it was not you, set a new one at once: ${writing.publicUrl}/forgot-password`,
    ]),
  'second-step-changed': async (_writing, { email, data }) =>
    letter(email, 'Your second step was changed', [
      `The second step of your sign-in was turned ${data.to === 'on' ? 'on' : 'off'}.`,
      'If it was not you, change your password and tell your administrator.',
    ]),
}

const nowOf = ({ clock }: Writing): string => new Date(clock()).toISOString()

/** Names that people chose become part of a subject: no line of theirs may become a header or a link. */
const clean = (name: string): string =>
  name
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll('://', ' ')
    .slice(0, 100)

const letter = (to: string, subject: string, lines: readonly string[]): Mail => ({
  to,
  subject,
  text: `${lines.join('\n\n')}\n`,
})

async function findUser({ relay }: Writing, email: string): Promise<{ id: string; status: string } | undefined> {
  const [row] = await relay`select id, status from auth.user where email = ${email}`
  return row as { id: string; status: string } | undefined
}

const pages = { reset: 'reset-password', verify: 'verify-email' } as const
type Wanted = { purpose: keyof typeof pages; subject: string; hours: number }

/** Makes a link that works once. One that was sent before for the same subject keeps working until its end. */
async function makeLink(writing: Writing, { purpose, subject, hours }: Wanted): Promise<string> {
  const { token, hash } = makeOpaqueToken()
  const now = nowOf(writing)
  await writing.relay`insert into auth.link (hash, purpose, subject_id, created_at, expires_at)
    values (${hash}, ${purpose}, ${subject}, ${now}, ${now}::timestamptz + make_interval(hours => ${hours}))`
  return `${writing.publicUrl}/${pages[purpose]}#token=${token}`
}
