import type { Context } from '#kernel'
import { outboundService } from '#platform/outbound'
import { paymentsRefusals } from '../refusals.ts'

/**
 * Addresses must be callable. Who changes the address gives the secret key again: otherwise whoever may edit a
 * connection could send its key to a server of their own.
 */
export function guardConnection(
  { use }: Context,
  next: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
): void {
  if (typeof next.baseUrl === 'string') use(outboundService).checkUrl(next.baseUrl)
  const isMoved = before !== undefined && (before.baseUrl ?? null) !== (next.baseUrl ?? null)
  if (isMoved && before.gateway !== 'test' && typeof next.secretKey !== 'string') {
    const message = 'Give the secret key again: it is not sent to another address than it was given for.'
    throw paymentsRefusals.refuse('SECRET_REQUIRED', [{ field: 'secretKey', message }])
  }
}
