/** The event log's door: appending, and the listeners that read it. */
export { type Announcer, announceEvents } from './event-log/announce.ts'
export { type Appended, appendEvents } from './event-log/append.ts'
export {
  browseEvents,
  cursorOf,
  type FoundEvent,
  placeOf,
  retainedSince,
} from './event-log/browse.ts'
export { cursorAt, positionOf } from './event-log/cursor-text.ts'
export { dismissEvent, type FailedEvent, failedEvents, type ParkedEvent } from './event-log/deliveries.ts'
export { type Lag, lagOf } from './event-log/lag.ts'
export {
  type ListenerOptions,
  type ListenerStatus,
  type Listeners,
  listenersService,
  startListeners,
} from './event-log/listeners.ts'
export { type LookBack, type LookedBack, lookBack } from './event-log/look-back.ts'
export { type Dropped, dropOldPartitions, ensurePartitions, type Retention } from './event-log/partitions.ts'
export { isBefore, origin, type Position } from './event-log/position.ts'
export { type ReadEvent, readRecent } from './event-log/read.ts'
export type { Fault } from './event-log/reader.ts'
export { type Stretch, Tail, type TailOptions } from './event-log/tail.ts'
export { eventLogUpkeep, makeUpkeep, type UpkeepOptions, upkeepJob } from './event-log/upkeep.ts'
