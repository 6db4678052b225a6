/** The state between a right password and the second step: a challenge that opens nothing by itself. */
import type { Context, Sql } from '#kernel'
import { hashOpaqueToken, makeOpaqueToken } from '#platform/identity'
import type { AuthServices } from '../services.ts'

/** Seconds that a challenge waits for its code. */
const life = 300
const mark = 'mfa_'

/** Whose sign-in it is, and in which company it goes on. */
export type Challenge = { userId: string; companyId: string | null }

const hashOf = (text: string): string => hashOpaqueToken(text.startsWith(mark) ? text.slice(mark.length) : '')

/** Makes a challenge for a person whose password was right. */
export async function makeChallenge(context: Context, { userId, companyId }: Challenge): Promise<string> {
  const { token, hash } = makeOpaqueToken()
  await context.sql`insert into auth.link (hash, purpose, subject_id, data, created_at, expires_at)
    values (${hash}, 'mfa', ${userId}, ${context.sql.json({ companyId })}, ${context.now},
      ${context.now}::timestamptz + make_interval(secs => ${life}))`
  return mark + token
}

/** The challenge while it is neither used nor expired. */
export async function readChallenge(sql: Sql, text: string, now: string): Promise<Challenge | undefined> {
  const [row] = await sql`select subject_id as "userId", data ->> 'companyId' as "companyId" from auth.link
    where hash = ${hashOf(text)} and purpose = 'mfa' and used_at is null and expires_at > ${now}`
  return row as Challenge | undefined
}

/** Uses the challenge up; answers whether it was this call that did. */
export async function useChallenge({ sql, now }: Context, text: string): Promise<boolean> {
  const rows = await sql`update auth.link set used_at = ${now}
    where hash = ${hashOf(text)} and purpose = 'mfa' and used_at is null and expires_at > ${now} returning hash`
  return rows.length > 0
}

/** Whether somebody presents a challenge where an access token belongs. */
export async function isPendingChallenge({ relay, clock }: AuthServices, text: string): Promise<boolean> {
  if (!text.startsWith(mark)) return false
  return (await readChallenge(relay, text, new Date(clock()).toISOString())) !== undefined
}
