/** The one shape of every answer. */
import type { Refusal } from '#kernel'

export function success(data: unknown, requestId: string, clock: () => number, pagination?: object): string {
  const page = pagination ? `,"pagination":${JSON.stringify(pagination)}` : ''
  const foot = `"timestamp":"${stamp(clock)}","requestId":"${requestId}"`
  return `{"success":true,"data":${JSON.stringify(data ?? null)}${page},${foot}}`
}

export function failure(refusal: Refusal, requestId: string, clock: () => number): string {
  return JSON.stringify({
    success: false,
    error: refusal.message,
    code: refusal.code,
    details: refusal.details,
    timestamp: stamp(clock),
    requestId,
  })
}

const stamp = (clock: () => number): string => new Date(clock()).toISOString()
