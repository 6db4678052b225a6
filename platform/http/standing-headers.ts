/**
 * Headers that every answer carries, whatever it answers: made once, since no request changes them. What a browser
 * from another origin may do is settled here as well.
 */
import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'

/** What answers are not: pages, frames, scripts or a hint to guess at types. The documentation sets its own policy. */
const security: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}

/** Caches must keep the answers to different origins apart, also those to none. */
const crossOrigin: Readonly<Record<string, string>> = {
  vary: 'Origin',
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'X-Request-Id, Retry-After',
}

const preflight: Readonly<Record<string, string>> = {
  vary: 'Origin, Access-Control-Request-Headers',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-max-age': '600',
}

const always = { ...security, ...crossOrigin }

/** Puts them on an answer, and the id of its request. */
export const carryStandingHeaders = ({ id }: Pick<FastifyRequest, 'id'>, reply: FastifyReply): FastifyReply =>
  reply.headers(always).header('x-request-id', id)

/** Does so first of all, and answers the question of browsers whether they may ask (fetch.spec.whatwg.org). */
export function standingHeaders(corsOrigins: readonly string[]): onRequestHookHandler {
  const allowed = new Set(corsOrigins)
  return (request, reply, done) => {
    carryStandingHeaders(request, reply)
    const { origin } = request.headers
    if (origin !== undefined && allowed.has(origin)) reply.header('access-control-allow-origin', origin)
    if (request.method === 'OPTIONS') answerPreflight(request, reply)
    else done()
  }
}

function answerPreflight({ headers }: FastifyRequest, reply: FastifyReply): void {
  if (!headers.origin || !headers['access-control-request-method']) {
    return void reply.code(400).type('text/plain').send('Invalid Preflight Request')
  }
  const asked = headers['access-control-request-headers']
  if (asked !== undefined) reply.header('access-control-allow-headers', asked)
  reply.code(204).headers(preflight).header('content-length', '0').send()
}
