/**
 * A tagged template that can be closed. Work that goes on after its transaction has ended would otherwise write outside
 * of any transaction, on a connection that by then may serve another company.
 */
import type { Sql } from '#kernel'

export type Gate = { sql: Sql; close: () => void }

/**
 * `open` is asked before each statement; it throws where the connection is gone. `failed` is told of each statement
 * that fails, in the order in which the server answered.
 */
export function gate(sql: Sql, open: () => void = () => undefined, failed?: (error: unknown) => void): Gate {
  let isOpen = true
  const check = () => {
    if (!isOpen) throw new Error('This work has ended; its statements can no longer run.')
    open()
  }
  const noted = <S>(made: S): S => {
    if (failed && made instanceof Promise) watch(made, failed)
    return made
  }
  const guarded = (first: never, ...rest: never[]) => {
    check()
    return noted((sql as (...args: never[]) => unknown)(first, ...rest))
  }
  const unsafe: Sql['unsafe'] = (...statement) => {
    check()
    return noted(sql.unsafe(...statement))
  }
  return {
    // What makes no statement (json, array) is found on the driver's own: to copy it for each work costs more.
    sql: Object.setPrototypeOf(Object.assign(guarded, { unsafe }), sql),
    close: () => {
      isOpen = false
    },
  }
}

/** By the driver's own way to fail a statement: to listen to the promise would send it, and fragments too. */
function watch(statement: Promise<unknown> & { reject?: (error: unknown) => void }, failed: (error: unknown) => void) {
  const { reject } = statement
  if (!reject) return
  statement.reject = (error) => {
    failed(error)
    reject(error)
  }
}
