/**
 * Somebody asked for a record of another company by its id. The answer is the same 404 as for an id that nobody has;
 * the audit log of the one who asked tells the difference (abuse A1).
 */
import { type EntityEntry, installation, isId, isRefusal, type Operation } from '#kernel'
import { appendEvents } from '#platform/event-log'
import type { App, Call } from './app.ts'

/** Appended to the asker's own company: which kind of record, the id as asked, and nothing else. */
export const accessRefused = 'access.refused'

/**
 * Notes a refused access in the background: an answer that waited for it would be slower for ids that exist elsewhere
 * and so tell that they do.
 */
export function noteRefusedAccess(app: App, operation: Operation, call: Call, error: unknown): void {
  const { entity, does } = operation
  const id = call.id ?? (does.kind === 'action' ? call.input.id : undefined)
  if (!isRefusal(error) || error.code !== 'NOT_FOUND' || !entity) return
  if (typeof id !== 'string' || !isId(id) || call.companyId === installation) return
  append(app, entity, call, id).catch((err: Error) => app.log.error({ err }, 'a refused access was not noted'))
}

async function append(app: App, entity: EntityEntry, call: Call, id: string): Promise<void> {
  const { relay } = app.db
  const { actor, companyId, requestId } = call
  const [foreign] = await relay`select 1 from ${relay(entity.table)} where id = ${id} and company_id <> ${companyId}`
  if (!foreign) return
  const now = new Date(app.clock()).toISOString()
  await appendEvents(relay, { actor, requestId, now }, [
    { type: accessRefused, companyId, entity: entity.address, id, data: { id } },
  ])
  app.eventsAppended()
}
