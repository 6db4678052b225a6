/** People as actors where no request tells who calls: the command line, and imports that a restart goes on with. */
import type { Actor } from '#kernel'
import { grantsOf } from '#modules/auth'
import { type App, systemActor } from '#platform/execution'

/** An active member of a company with the rights of today; undefined where there is none. */
export async function memberActor(
  app: App,
  companyId: string,
  by: { id: string } | { email: string },
): Promise<Actor | undefined> {
  const sql = app.db.relay
  const which = 'id' in by ? sql`u.id = ${by.id}` : sql`u.email = ${by.email.toLowerCase()}`
  const [row] = await sql`
    select u.id, u.name, m.role, m.shop_ids, m.customer_id from auth.membership m join auth.user u on u.id = m.user_id
    where m.company_id = ${companyId} and ${which} and m.status = 'active'`
  if (!row) return undefined
  return {
    kind: 'user',
    id: row.id,
    name: row.name,
    role: row.role,
    companyId,
    shopIds: row.shop_ids,
    customerId: row.customer_id,
    sessionId: null,
    grants: grantsOf(row.role, app.registry.permissions),
  }
}

/** Who a stored actor is today. */
export const storedActor =
  (app: App) =>
  async (companyId: string, { kind, id, name }: Pick<Actor, 'kind' | 'id' | 'name'>): Promise<Actor | undefined> =>
    kind === 'system' ? systemActor(app, name, companyId) : memberActor(app, companyId, { id })
