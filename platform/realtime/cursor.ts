/** A place in the log as clients keep it. Refuses CURSOR_INVALID for what was not given out as a cursor. */
export { cursorAt as cursorOf, positionOf as readCursor } from '#platform/event-log'
