/** A place in the log as clients keep it: `<transaction>.<number>`, compared by this file only. */
import { refuse } from '#kernel'
import type { Position } from '#platform/event-log'

export const cursorOf = ({ xid, seq }: Position): string => `${xid}.${seq}`

/** Refuses CURSOR_INVALID for what was not given out as a cursor. */
export function readCursor(text: string): Position {
  const [, xid = '', seq = ''] = /^(\d{1,19})\.(\d{1,16})$/.exec(text) ?? []
  if (xid === '' || BigInt(xid) > maxXid || !Number.isSafeInteger(Number(seq))) {
    throw refuse('CURSOR_INVALID', [{ field: 'after', message: 'Give the cursor of the last message you received.' }])
  }
  return { xid: String(BigInt(xid)), seq: Number(seq) }
}

const maxXid = 2n ** 63n - 1n
