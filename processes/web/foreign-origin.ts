/** Calls that a page of somebody else makes with our visitor's cookie. */
import type { FastifyRequest } from 'fastify'

/**
 * Whether a call changes something, or opens a socket, and was not made by a page of this very origin. Browsers say who
 * calls in Origin or Sec-Fetch-Site; a program that says neither has no cookie of anybody.
 */
export function isForeign({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  const isSafe = (method === 'GET' || method === 'HEAD') && headers.upgrade === undefined
  if (isSafe || headers.cookie === undefined) return false
  const { origin, host, 'sec-fetch-site': site } = headers
  if (origin !== undefined) return hostOf(origin) !== host
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
