/** Links that work once: whoever uses one first has it, and everybody after is told so. */
import type { Context, Sql } from '#kernel'
import { hashOpaqueToken } from '#platform/identity'
import { authRefusals } from '../refusals.ts'

type Purpose = 'reset' | 'verify'

/**
 * Whom a link that still works is about. Refuses TOKEN_USED; for a look before costly work, not instead of `useLink`.
 */
export async function lookAtLink(sql: Sql, now: string, purpose: Purpose, token: string): Promise<string> {
  const [row] = await sql`select subject_id as subject from auth.link where hash = ${hashOpaqueToken(token)}
    and purpose = ${purpose} and used_at is null and expires_at > ${now}`
  if (!row) throw authRefusals.refuse('TOKEN_USED')
  return row.subject
}

/** Uses the link up in this transaction and says whom it is about. Refuses TOKEN_USED. */
export async function useLink({ sql, now }: Context, purpose: Purpose, token: string): Promise<string> {
  const [row] = await sql`update auth.link set used_at = ${now} where hash = ${hashOpaqueToken(token)}
    and purpose = ${purpose} and used_at is null and expires_at > ${now} returning subject_id as subject`
  if (!row) throw authRefusals.refuse('TOKEN_USED')
  return row.subject
}
