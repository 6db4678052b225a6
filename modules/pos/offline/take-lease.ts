import { type Context, refuse } from '#kernel'
import { offlineDigits, openOfflineSeries } from '#modules/sales'
import { findRegister } from '#modules/shops'

type Lease = { id: string; version: number; epoch: number }

/** Gives the register its next epoch. Whoever held the one before goes on with a lease that has ended. */
export async function takeLease(
  context: Context,
  { registerId, device = null }: { registerId: string; device?: string | null | undefined },
) {
  const place = await findRegister(context, registerId)
  if (!place) throw refuse('NOT_FOUND')
  const { sql, companyId, now, newId, actor } = context
  const { shopId, registerCode } = place
  const [lease] = await sql<Lease[]>`
    insert into pos.offline_register as r (company_id, id, created_at, updated_at, register_id, shop_id, epoch,
      last_sequence, leased_at, leased_by_id, leased_by_name, device)
    values (${companyId}, ${newId()}, ${now}, ${now}, ${registerId}, ${shopId}, 1, 0, ${now}, ${actor.id},
      ${actor.name}, ${device})
    on conflict (company_id, register_id) do update set epoch = r.epoch + 1, last_sequence = 0, leased_at = ${now},
      leased_by_id = ${actor.id}, leased_by_name = ${actor.name}, device = ${device}, version = r.version + 1,
      updated_at = ${now}
    returning id, version, epoch`
  if (!lease) throw new Error('a lease was neither made nor renewed')
  const { id, version, epoch } = lease
  const { prefix, next } = await openOfflineSeries(context, { registerId, epoch, code: registerCode, shopId })
  context.emit('offline_register.leased', {
    ...{ entity: 'pos.offlineRegister', id, version, shopId },
    data: { after: { registerId, shopId, epoch, prefix, device } },
  })
  return { registerId, epoch, prefix, digits: offlineDigits, nextSequence: next }
}
