/** The event log's door: appending, and the listeners that read it. */
export { type Announcer, announceEvents } from './event-log/announce.ts'
export { type Appended, appendEvents } from './event-log/append.ts'
export type { ParkedEvent } from './event-log/deliveries.ts'
export { type ListenerOptions, type ListenerStatus, type Listeners, startListeners } from './event-log/listeners.ts'
export { type Dropped, dropOldPartitions, ensurePartitions, type Retention } from './event-log/partitions.ts'
export type { Fault } from './event-log/reader.ts'
export { eventLogUpkeep, makeUpkeep, type UpkeepOptions, upkeepJob } from './event-log/upkeep.ts'
