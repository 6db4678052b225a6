/** Events that a listener gave up on: looked at, applied again, or left. */
import { boolean, type Context, code, defineAction, group, instant, integer, record, refuse, text } from '#kernel'
import { dismissEvent, type FailedEvent, failedEvents, listenersService } from '#platform/event-log'
import { registryService } from '#platform/execution'
import { hideFields } from '../event/see.rules.ts'
import { systemRefusals } from '../refusals.ts'
import { ofWhose } from '../whose.rules.ts'
import { idOf, partsOf, reasonOf } from './parked.rules.ts'

const idField = code({ label: 'Parked event', required: true, max: 120, help: 'Listener and number of the event.' })
const output = {
  id: idField,
  listener: text({ required: true }),
  companyId: text({ required: true }),
  eventSeq: integer({ required: true }),
  eventAt: instant({ required: true }),
  attempts: integer({ required: true }),
  isParked: boolean({ required: true, help: 'Not tried again by itself.' }),
  nextAt: instant({ help: 'When it is tried again.' }),
  failedAt: instant({ required: true }),
  error: text({ required: true, max: 4000 }),
  event: group({
    id: text({ required: true }),
    type: text({ required: true }),
    entity: text({ required: true }),
    subjectId: text({ required: true }),
    actor: record({ required: true }),
    data: record({ required: true }),
  }),
}

export const listParked = defineAction('listParked', {
  label: 'Parked events',
  says: 'Lists events that a listener could not apply, the latest first, with the error.',
  method: 'GET',
  path: '/system/parked',
  answersList: true,
  crossCompany: true,
  input: {
    listener: text({ max: 100 }),
    before: integer({ min: 1, max: Number.MAX_SAFE_INTEGER, help: 'Only events before this number.' }),
    isParked: boolean({ help: 'true: only those that nothing tries again; false: only those still tried.' }),
    limit: integer({ min: 1, max: 200, default: 50 }),
  },
  output,
  run: async (context, { limit = 50, ...query }) => {
    const failed = await failedEvents(context.sql, { ...query, ...ofWhose(context), limit })
    return failed.map((each) => shown(context, each))
  },
})

export const replayParked = defineAction('replayParked', {
  label: 'Apply again',
  says: 'Has the listener apply the event again now, once. When it fails again, the event stays parked.',
  path: '/system/parked/:id/replay',
  crossCompany: true,
  input: { id: idField },
  output: { id: idField, isApplied: boolean({ required: true }) },
  refuses: ['NOT_FOUND', 'STILL_FAILING'],
  emits: ['event.replayed'],
  example: {},
  // The listener works in a transaction of its own; none of ours may be open meanwhile.
  prepare: async (context, { id }) => {
    const failed = await requireFailed(context, id)
    try {
      await context.use(listenersService).replay(failed.listener, failed.eventSeq)
    } catch (error) {
      throw systemRefusals.refuse('STILL_FAILING', [{ message: reasonOf(error) }])
    }
    return failed
  },
  run: async (context, { id }, failed) => {
    tell(context, 'event.replayed', failed, {})
    return { id, isApplied: true }
  },
})

export const dismissParked = defineAction('dismissParked', {
  isDangerous: true,
  label: 'Dismiss',
  says: 'Leaves a parked event for good: the listener goes on without it. The reason is kept in the audit log.',
  path: '/system/parked/:id/dismiss',
  crossCompany: true,
  input: { id: idField, reason: text({ label: 'Reason', required: true, min: 3, max: 500 }) },
  output: { id: idField },
  refuses: ['NOT_FOUND'],
  emits: ['event.dismissed'],
  example: { reason: 'Entered by hand' },
  run: async (context, { id, reason }) => {
    const failed = await requireFailed(context, id)
    if (!(await dismissEvent(context.sql, failed.listener, failed.eventSeq))) throw refuse('NOT_FOUND')
    tell(context, 'event.dismissed', failed, { reason })
    return { id }
  },
})

/** Refuses NOT_FOUND alike for what does not exist and what is another company's. */
async function requireFailed(context: Pick<Context, 'sql' | 'scope' | 'companyId'>, id: string): Promise<FailedEvent> {
  const parts = partsOf(id)
  const [failed] = parts ? await failedEvents(context.sql, { ...parts, ...ofWhose(context), limit: 1 }) : []
  if (!failed) throw refuse('NOT_FOUND')
  return failed
}

function tell(context: Context, type: string, failed: FailedEvent, more: Record<string, unknown>): void {
  const { listener, eventSeq, companyId, error, event } = failed
  context.emit(type, {
    entity: 'system.event',
    id: event?.id ?? context.newId(),
    companyId,
    data: { listener, eventSeq, type: event?.type ?? null, error, ...more },
  })
}

function shown(context: Context, failed: FailedEvent) {
  const { event } = failed
  return {
    id: idOf(failed),
    ...failed,
    nextAt: failed.isParked ? null : failed.nextAt,
    event: event && { ...event, data: hideFields(context.use(registryService), event.entity, event.data, context.may) },
  }
}
