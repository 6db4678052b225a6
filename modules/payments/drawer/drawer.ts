/**
 * The drawer of a register: which register session its cash belongs to. A payment takes the session from the drawer's
 * row, which it locks shared, so that whoever empties the drawer waits for the payments under way and none comes after.
 */
import type { Method } from '#engines/tender'
import type { Context } from '#kernel'

/** From now on the register's payments belong to the session. */
export async function assignDrawer(
  { sql, companyId }: Context,
  { registerId, sessionId }: { registerId: string; sessionId: string },
): Promise<void> {
  await sql`
    insert into payments.drawer (company_id, register_id, session_id) values (${companyId}, ${registerId}, ${sessionId})
    on conflict (company_id, register_id) do update set session_id = excluded.session_id`
}

/** No further payment belongs to the session. Waits for those under way. */
export async function releaseDrawer(
  { sql, companyId }: Context,
  { registerId, sessionId }: { registerId: string; sessionId: string },
): Promise<void> {
  await sql`
    update payments.drawer set session_id = null
    where company_id = ${companyId} and register_id = ${registerId} and session_id = ${sessionId}`
}

/** A statement part for `with drawer as (...)`: the session that the register's money belongs to, if any. */
export const drawerOf = ({ sql, companyId }: Pick<Context, 'sql' | 'companyId'>, registerId: string | null) => sql`
  select session_id from payments.drawer
  where company_id = ${companyId} and register_id = ${registerId}::uuid for share`

/** What a method took and gave in a session, in minor units; `change` was given out of `taken`. */
export type MethodFigures = { method: Method; count: number; taken: number; change: number; refunded: number }
/** `sources` are the documents behind it, as they are named in payments and refunds. */
export type DrawerFigures = {
  methods: MethodFigures[]
  payments: { entity: string; id: string }[]
  refunds: { entity: string; id: string }[]
}

/** What the payments and refunds of a session come to, in one round trip. */
export async function drawerFigures(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  sessionId: string,
): Promise<DrawerFigures> {
  const [methods, payments, refunds] = await Promise.all([
    sql<MethodFigures[]>`
      select method, sum(count)::int as count, sum(taken)::bigint as taken, sum(change)::bigint as change,
        sum(refunded)::bigint as refunded
      from (
        select t.method, 1 as count, t.amount_amount as taken, t.change_amount as change, 0 as refunded
        from payments.payment p
          join payments.tender t on t.company_id = p.company_id and t.payment_id = p.id
        where p.company_id = ${companyId} and p.register_session_id = ${sessionId}
        union all
        select method, 0, 0, 0, amount_amount from payments.refund
        where company_id = ${companyId} and register_session_id = ${sessionId}) entry
      group by method order by method`,
    sql<{ entity: string; id: string }[]>`
      select source_entity as entity, source_id as id from payments.payment
      where company_id = ${companyId} and register_session_id = ${sessionId}`,
    sql<{ entity: string; id: string }[]>`
      select distinct source_entity as entity, source_id as id from payments.refund
      where company_id = ${companyId} and register_session_id = ${sessionId}`,
  ])
  return { methods: methods.map((row) => ({ ...row })), payments: [...payments], refunds: [...refunds] }
}

/** The cash that a session's payments brought in, less change and refunds, in minor units. */
export const cashOf = ({ methods }: Pick<DrawerFigures, 'methods'>): number =>
  methods.reduce(
    (sum, { method, taken, change, refunded }) => sum + (method === 'cash' ? taken - change - refunded : 0),
    0,
  )
