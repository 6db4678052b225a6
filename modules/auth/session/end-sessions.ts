/** Sessions end: here for this transaction, in this process at its commit, in the others within five seconds. */
import type { Context } from '#kernel'
import { authServices } from '../services.ts'

/** Which of a person's sessions, and the word that says why. */
export type Ending = {
  userId: string
  why: 'logged_out' | 'revoked' | 'password_changed' | 'token_reused' | 'member_disabled'
  sessionId?: string
  exceptSessionId?: string | null
  companyId?: string
}

/** Ends them and emits session.revoked for each. Answers how many there were. */
export async function endSessions(context: Context, ending: Ending): Promise<number> {
  const { sql, now } = context
  const { userId, why, sessionId, exceptSessionId, companyId } = ending
  const rows = await sql`
    update auth.session set revoked_at = ${now}, revoked_for = ${why}
    where user_id = ${userId} and revoked_at is null and expires_at > ${now}
      ${sessionId ? sql`and id = ${sessionId}` : sql``}
      ${exceptSessionId ? sql`and id <> ${exceptSessionId}` : sql``}
      ${companyId ? sql`and company_id = ${companyId}` : sql``}
    returning id, company_id as "companyId"`
  for (const row of rows) {
    const data = { sessionId: row.id, userId, why }
    context.emit('session.revoked', { entity: 'auth.session', id: row.id, companyId: row.companyId, data })
  }
  forgetAtCommit(context, userId)
  return rows.length
}

/** Makes this process look the person up again from the commit on. */
export function forgetAtCommit(context: Context, userId: string): void {
  const { actors } = context.use(authServices)
  context.afterCommit(() => actors.forgetUser(userId))
}
