/**
 * Writes the audit log from the event log. Each entry is sealed together with the seal before it, so that a changed or
 * missing entry breaks the chain from there on. Only this listener writes, one batch at a time: the chain never forks.
 */
import { type Context, defineListener, type JsonObject, type LoggedEvent } from '#kernel'

export const writeEntries = defineListener('write-entries', {
  on: ['*'],
  says: 'Writes who did what, before and after, into the chained audit log.',
  run: async (context, events) => {
    await context.sql`insert into audit.chain (company_id) values (${context.companyId}) on conflict do nothing`
    await appendEntries(
      context,
      events.map((event) => ({ id: context.newId(), ...entryOf(event) })),
    )
  },
})

/** What of an event is audited. Changes carry before and after; other events are what happened, as `after`. */
export function entryOf(event: LoggedEvent): JsonObject {
  const { before, after, changed, ...rest } = event.data
  const isChange = before !== undefined || after !== undefined
  return {
    at: event.at,
    action: event.type,
    resource_type: event.entity,
    resource_id: event.subjectId,
    resource_version: event.version,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    actor_name: event.actor.name,
    before: before ?? null,
    after: isChange ? (after ?? null) : rest,
    changed: changed ?? null,
    request_id: event.requestId,
    event_seq: event.seq,
  }
}

async function appendEntries({ sql, companyId }: Context, entries: readonly JsonObject[]): Promise<void> {
  await sql`
    with head as (select position, seal from audit.chain where company_id = ${companyId} for update),
    given as (
      select e.*, row_number() over (order by e.event_seq) as place
      from jsonb_to_recordset(${sql.json(entries as never)}) as e(id uuid, at timestamptz, action text,
        resource_type text, resource_id text, resource_version int, actor_kind text, actor_id text, actor_name text,
        before jsonb, after jsonb, changed text[], request_id text, event_seq bigint)
      -- With the offset, one look into the index for each event, however many entries there are.
      where not exists (
        select 1 from audit.entry k where k.company_id = ${companyId} and k.event_seq = e.event_seq offset 0)
    ),
    sealed as (
      select g.*, h.position + g.place as position, h.seal as first_seal,
        audit.chained_seal(h.seal, audit.content_of(h.position + g.place, g.at, g.action, g.resource_type,
          g.resource_id, g.resource_version, g.actor_kind, g.actor_id, g.actor_name, g.before, g.after, g.request_id,
          g.event_seq)) over (order by g.place rows unbounded preceding) as seal
      from given g, head h
    ),
    chained as (select s.*, lag(s.seal, 1, s.first_seal) over (order by s.place) as previous_seal from sealed s),
    written as (
      insert into audit.entry (company_id, id, position, at, action, resource_type, resource_id, resource_version,
        actor_kind, actor_id, actor_name, before, after, changed, request_id, event_seq, previous_seal, seal)
      select ${companyId}, id, position, at, action, resource_type, resource_id, resource_version, actor_kind, actor_id,
        actor_name, before, after, changed, request_id, event_seq, previous_seal, seal from chained
      returning position, seal
    )
    update audit.chain c set position = w.position, seal = w.seal
    from (select position, seal from written order by position desc limit 1) w where c.company_id = ${companyId}`
}
