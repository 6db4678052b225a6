/** What is said over a socket, in both directions. The README of the module describes it for clients. */
import type { RefusalDetail } from '#kernel'
import type { Message } from './notice.ts'
import type { Present } from './presence.ts'

export type Answer<A extends object = object> =
  | ({ ok: true } & A)
  | { ok: false; code: string; message: string; details: RefusalDetail[] }
type Acknowledge<A extends object> = (answer: Answer<A>) => void

/** From clients. Nothing of it is believed to have the shape that it should have. */
export type ClientMessages = {
  watch: (input: unknown, acknowledge: Acknowledge<{ cursor: string }>) => void
  unwatch: (input: unknown, acknowledge: Acknowledge<object>) => void
  renew: (input: unknown, acknowledge: Acknowledge<object>) => void
}

/** Why a socket ends; with `retry` the client is to connect again by itself. */
export type Ending = { reason: EndReason; code?: string; message: string; retry: boolean }
export type EndReason = 'session_ended' | 'rights_changed' | 'slow_reader' | 'rate_limited' | 'stopping'

/** To clients. */
export type ServerMessages = {
  event: (message: Message) => void
  /** Something was missed that cannot be told any more: read the pages again and go on from this cursor. */
  reset: (message: { cursor: string; reason: 'too_long_ago' | 'too_much_at_once' }) => void
  /** Nothing else has happened up to here; for catching up later. */
  cursor: (message: { cursor: string }) => void
  presence: (message: { topic: string } & Present) => void
  ended: (message: Ending) => void
}
