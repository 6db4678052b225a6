/** Appends events in the transaction of their change. All of one call go in one statement. */
import type { Context, Sql } from '#kernel'

/** An event as the pipeline collected it. */
export type Appended = {
  type: string
  companyId: string
  entity: string
  id: string
  version?: number
  shopId?: string | null
  data: Record<string, unknown>
}

/** Sends the insert without waiting: it travels together with COMMIT. */
export function appendEvents(
  sql: Sql,
  { actor, requestId, now }: Pick<Context, 'actor' | 'requestId' | 'now'>,
  events: readonly Appended[],
): PromiseLike<unknown> {
  const who = { kind: actor.kind, id: actor.id, name: actor.name }
  const rows = events.map((event) => ({
    company_id: event.companyId,
    type: event.type,
    entity: event.entity,
    subject_id: event.id,
    version: event.version ?? null,
    shop_id: event.shopId ?? null,
    data: event.data,
  }))
  return sql`
    insert into event_log.event (company_id, type, entity, subject_id, version, shop_id, data, actor, request_id, at)
    select company_id, type, entity, subject_id, version, shop_id, data, ${sql.json(who)}, ${requestId}, ${now}
    from jsonb_to_recordset(${sql.json(rows as never)}) as e(company_id uuid, type text, entity text, subject_id uuid,
      version int, shop_id uuid, data jsonb)`.execute()
}
