/** The door of what is told while it happens: the feed of a process, and the sockets that hear it. */
export { cursorOf, readCursor } from './realtime/cursor.ts'
export { Feed, type FeedOptions, feedService } from './realtime/feed.ts'
export type { FiguresOf, Message, Notice } from './realtime/notice.ts'
export { type Person, Presence, type Present, placeOf } from './realtime/presence.ts'
export { mayHear } from './realtime/reach.rules.ts'
export { type Counted, Sockets, type SocketsOptions } from './realtime/sockets.ts'
export { readTopic } from './realtime/topics.rules.ts'
