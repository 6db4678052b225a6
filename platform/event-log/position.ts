/** A place in the log. Events are ordered by the transaction that wrote them, then by their number. */
export type Position = {
  /** A 64-bit transaction id, as decimal text. */
  xid: string
  seq: number
}

/** Before the first event. */
export const origin: Position = { xid: '0', seq: 0 }

export const isBefore = (left: Position, right: Position): boolean =>
  left.xid === right.xid ? left.seq < right.seq : BigInt(left.xid) < BigInt(right.xid)
