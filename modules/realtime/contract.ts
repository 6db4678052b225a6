/** What the composition uses of realtime: what is told with an event, and which events are about rights. */
export { figuresOf } from './feed/figures.ts'
export { changesRights } from './feed/rights.rules.ts'
