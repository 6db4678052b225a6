/** Tells other processes that events were appended. */
import type postgres from 'postgres'
import { channel } from './keeper.ts'

export type Announcer = {
  /** To be called after a commit that appended events; cheap enough for every one. */
  appended: () => void
  stop: () => void
}

/**
 * Sends one notice for all commits of a short while (milliseconds). Never inside a business transaction: commits that
 * notify wait for each other. A notice that is lost costs nothing but the readers' own pause until they look again.
 */
export function announceEvents(relay: postgres.Sql, from = '', debounceMs = 25): Announcer {
  let timer: NodeJS.Timeout | undefined
  const send = () => {
    timer = undefined
    relay`select pg_notify(${channel}, ${from})`.catch(() => undefined)
  }
  return {
    appended: () => {
      timer ??= setTimeout(send, debounceMs).unref()
    },
    stop: () => clearTimeout(timer),
  }
}
