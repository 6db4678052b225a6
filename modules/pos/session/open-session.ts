import { type Context, type Money, refuse } from '#kernel'
import { companySettings } from '#modules/companies'
import { assignDrawer } from '#modules/payments'
import { findRegister } from '#modules/shops'
import { posRefusals } from '../refusals.ts'
import { answerOf } from './session.queries.ts'
import { type SessionRecord, sessionColumns } from './session.record.ts'
import { checkCount, type Denomination } from './session.rules.ts'

type Opening = {
  id?: string | undefined
  registerId: string
  openingFloat: Money
  denominations?: Denomination[] | undefined
}

/** Opens the session and puts the register's drawer into it. Refuses REGISTER_SESSION_OPEN where one is open. */
export async function openSession(context: Context, opening: Opening) {
  const { registerId, openingFloat, denominations } = opening
  const [{ currency }, place] = await Promise.all([companySettings(context), findRegister(context, registerId)])
  if (!place?.isOpen) {
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'registerId', message: 'There is no such register in use.' }])
  }
  checkCount('openingFloat', openingFloat, { currency, denominations })
  const id = opening.id ?? context.newId()
  const [session] = await Promise.all([
    insertSession(context, { ...opening, id, shopId: place.shopId }),
    assignDrawer(context, { registerId, sessionId: id }),
  ])
  const about = { entity: 'pos.registerSession', id, version: 1, shopId: place.shopId }
  context.emit('register_session.opened', { ...about, data: { after: { ...session } } })
  return answerOf(session, place)
}

async function insertSession(
  { sql, companyId, now, actor }: Context,
  { id, registerId, shopId, openingFloat, denominations }: Opening & { id: string; shopId: string },
): Promise<SessionRecord> {
  const [row] = await sql<SessionRecord[]>`
    insert into pos.register_session as s (company_id, id, created_at, updated_at, register_id, shop_id, opened_at,
      opened_by_id, opened_by_name, opening_float_amount, opening_float_currency, opening_denominations)
    values (${companyId}, ${id}, ${now}, ${now}, ${registerId}, ${shopId}, ${now}, ${actor.id}, ${actor.name},
      ${openingFloat.amount}, ${openingFloat.currency}, ${denominations ? sql.json(denominations) : null})
    on conflict (company_id, register_id) where status = 'open' do nothing
    returning ${sessionColumns(sql)}`
  if (row) return { ...row }
  throw posRefusals.refuse('REGISTER_SESSION_OPEN', [{ field: 'registerId', message: 'has an open session' }])
}
