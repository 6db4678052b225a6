/**
 * A tagged template that can be closed. Work that goes on after its transaction has ended would otherwise write outside
 * of any transaction, on a connection that by then may serve another company.
 */
import type { Sql } from '#kernel'

export type Gate = { sql: Sql; close: () => void }

/** `open` is asked before each statement; it throws where the connection is gone. */
export function gate(sql: Sql, open: () => void = () => undefined): Gate {
  let isOpen = true
  const guarded = (first: never, ...rest: never[]) => {
    if (!isOpen) throw new Error('This work has ended; its statements can no longer run.')
    open()
    return (sql as (...args: never[]) => unknown)(first, ...rest)
  }
  return {
    sql: Object.assign(guarded, sql) as unknown as Sql,
    close: () => {
      isOpen = false
    },
  }
}
