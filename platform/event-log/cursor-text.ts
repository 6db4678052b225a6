/** A place in the log as clients keep it: `<transaction>.<number>`, compared by this file only. */
import { refuse } from '#kernel'
import type { Position } from './position.ts'

export const cursorAt = ({ xid, seq }: Position): string => `${xid}.${seq}`

/** Refuses CURSOR_INVALID for what was not given out as a cursor. */
export function positionOf(text: string, field = 'after'): Position {
  const [, xid = '', seq = ''] = /^(\d{1,19})\.(\d{1,16})$/.exec(text) ?? []
  if (xid === '' || BigInt(xid) > maxXid || !Number.isSafeInteger(Number(seq))) {
    throw refuse('CURSOR_INVALID', [{ field, message: 'Give the cursor as it was answered.' }])
  }
  return { xid: String(BigInt(xid)), seq: Number(seq) }
}

const maxXid = 2n ** 63n - 1n
