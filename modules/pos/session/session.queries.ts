/** Reads of register sessions. */
import { type Context, refuse } from '#kernel'
import { findRegister } from '#modules/shops'
import { type SessionRecord, sessionColumns } from './session.record.ts'

/** The open session of a register, null where it has none. Refuses NOT_FOUND for a register beyond reach. */
export async function openSessionOf(context: Context, registerId: string) {
  const { sql, companyId } = context
  const [place, [row]] = await Promise.all([
    findRegister(context, registerId),
    sql<SessionRecord[]>`
      select ${sessionColumns(sql)} from pos.register_session s
      where s.company_id = ${companyId} and s.register_id = ${registerId} and s.status = 'open'`,
  ])
  if (!place) throw refuse('NOT_FOUND')
  return row ? answerOf(row, place) : null
}

/** The session, locked for change where asked. Refuses NOT_FOUND alike for missing, foreign and unreachable ones. */
export async function sessionById(context: Context, id: string, lock = false): Promise<SessionRecord> {
  const { sql, companyId } = context
  const [row] = await sql<SessionRecord[]>`
    select ${sessionColumns(sql)} from pos.register_session s
    where s.company_id = ${companyId} and s.id = ${id} ${lock ? sql`for update` : sql``}`
  if (!row) throw refuse('NOT_FOUND')
  context.requireShop(row.shopId)
  return { ...row }
}

export const answerOf = (
  session: SessionRecord,
  { registerCode, registerName }: { registerCode: string; registerName: string },
) => ({ ...session, registerCode, registerName })
