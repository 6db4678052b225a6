/** What went wrong with a call, as far as the till's next step depends on it. */
import { ApiRefusal } from '#web/data/client.ts'

/** `gone`: nobody knows whether it arrived. `signed-out`: it did not happen. `no`: the server read it and refused. */
export type FaultKind = 'gone' | 'signed-out' | 'no'

const signedOut = new Set(['UNAUTHENTICATED', 'SESSION_REVOKED', 'TOKEN_INVALID', 'TOKEN_EXPIRED'])
/** Nobody has decided yet: the same call may go through later. */
const undecided = new Set([408, 423, 425, 429])

export function faultOf(error: unknown): FaultKind {
  if (!(error instanceof ApiRefusal)) return 'gone'
  if (error.status === 401 || signedOut.has(error.code)) return 'signed-out'
  if (error.status >= 500 || undecided.has(error.status) || error.code === 'UNREADABLE_ANSWER') return 'gone'
  return error.code.startsWith('IDEMPOTENCY') ? 'gone' : 'no'
}

/** A device at the till did not do its part; the message is in the words of the page. */
export class DeviceFault extends Error {}

/** In the words of the API or of the device's part of the page, else in those given. */
export function wordsOf(error: unknown, otherwise: string): string {
  if (error instanceof DeviceFault) return error.message
  if (!(error instanceof ApiRefusal)) return otherwise
  const detail = error.details[0]?.message
  return detail ? `${error.message} ${detail}` : error.message
}
