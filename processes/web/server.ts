/** What the browser talks to: one origin for pages, calls and sockets. */
import type { Server } from 'node:http'
import httpProxy from '@fastify/http-proxy'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify'
import { isRefusal, type Refusal, refuse } from '#kernel'
import type { Log } from '#platform/execution'
import { failure } from '#platform/http'
import { newNonce, pagePolicy } from './content-policy.ts'
import { type BuiltFiles, builtFileRoutes } from './files.ts'
import { isForeign } from './foreign-origin.ts'
import type { Pages } from './pages.ts'
import { type DemoPerson, sessionRoutes, tokenOf } from './session.ts'

export type WebServer = {
  http: Server
  pages: Pages
  /** What was built; undefined where pages are served as they are edited. */
  files: BuiltFiles | undefined
  apiUrl: string
  isDev: boolean
  trustProxy: boolean | string
  log: Log
  /** Named on the sign-in page. */
  demo: readonly DemoPerson[]
}

/** Addresses that answer without a session: pages of people who have none yet, and files that every page is made of. */
const openFolders = /^\/(sign-in|forgot-password|reset-password|verify-email|invitation|_next)(\/|$)/
const openFiles = /\.(js|svg|png|ico|json|webmanifest|woff2|wasm)$/
const isOpen = (path: string): boolean => openFolders.test(path) || openFiles.test(path)

export async function makeWebServer(options: WebServer): Promise<FastifyInstance> {
  const { http, pages, apiUrl, isDev, trustProxy, log } = options
  const server = Fastify({
    logger: false,
    trustProxy,
    exposeHeadRoutes: false,
    bodyLimit: 1_048_576,
    serverFactory: (handler) => http.on('request', handler),
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
    if (isForeign(request))
      throw refuse('FORBIDDEN', 'Calls that change something come from pages of this address only.')
  })
  server.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal.code === 'INTERNAL') {
      log.error({ requestId: request.id, path: request.url.split('?')[0], err: error }, 'page failed')
    }
    if (refusal.retryAfter) reply.header('retry-after', refusal.retryAfter)
    reply
      .code(refusal.status)
      .type('application/json; charset=utf-8')
      .send(failure(refusal, request.id, Date.now))
  })
  await server.register(sessionRoutes(apiUrl, options.demo))
  await server.register(handOver(apiUrl, '/api'))
  await server.register(handOver(apiUrl, '/socket.io'))
  if (options.files) await server.register(builtFileRoutes(options.files))
  server.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: async (request, reply) => {
      const path = request.url.split('?')[0] ?? '/'
      if (!isOpen(path) && !tokenOf(request.headers)) {
        return reply.header('cache-control', 'no-store').redirect(`/sign-in?to=${encodeURIComponent(request.url)}`)
      }
      const policy = pagePolicy(newNonce(), isDev)
      // Next reads the nonce for its scripts from the request's own policy.
      request.raw.headers['content-security-policy'] = policy
      reply.raw.setHeader('content-security-policy', policy)
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value)
      reply.hijack()
      await pages.handle(request.raw, reply.raw)
      return reply
    },
  })
  if (isDev)
    http.on('upgrade', (request, socket, head) => {
      if (request.url?.startsWith('/_next/')) void pages.upgrade(request, socket, head)
    })
  return server
}

/** An API that cannot be reached, or does not answer in time, is busy or being started again. */
function refusalOf(error: FastifyError | Refusal): Refusal {
  if (isRefusal(error)) return error
  return error.code?.startsWith('FST_REPLY_FROM')
    ? refuse('OVERLOADED', 'The server does not answer. Try again in a moment.', 2)
    : refuse('INTERNAL')
}

/** Hands calls to the API as the browser sent them, with its session in place of its cookie. */
const handOver = (apiUrl: string, prefix: string) => (server: FastifyInstance) =>
  server.register(httpProxy, {
    upstream: apiUrl,
    prefix,
    rewritePrefix: prefix,
    // A large import is sent for as long as it takes; an answer that does not begin within a minute is given up.
    undici: { connections: 128, headersTimeout: 60_000, bodyTimeout: 60_000 },
    replyOptions: { rewriteRequestHeaders: asSession },
    ...(prefix === '/socket.io' ? { websocket: true as const, wsClientOptions, wsServerOptions, wsHooks } : {}),
  })

type Headers = Record<string, string | string[] | undefined>

function asSession(request: Pick<FastifyRequest, 'ip' | 'headers'>, headers: Headers): Headers {
  const { cookie: _, authorization: __, ...kept } = headers
  const token = tokenOf(request.headers)
  return { ...kept, 'x-forwarded-for': request.ip, ...(token ? { authorization: `Session ${token}` } : {}) }
}

const unreadBytesMax = 262_144

/** As at the API: messages of pages are short, and a page that does not read is let go, not buffered without end. */
const wsServerOptions = { maxPayload: 32_768 }
const wsHooks = {
  onOutgoingMessage: (_context: unknown, source: { bufferedAmount: number; terminate: () => void }) => {
    if (source.bufferedAmount > unreadBytesMax) source.terminate()
  },
}

const wsClientOptions = {
  handshakeTimeout: 10_000,
  // Where the page comes from was judged here; the API knows its own origins only.
  rewriteRequestHeaders: (_headers: Headers, request: FastifyRequest) =>
    asSession(request, { 'user-agent': request.headers['user-agent'] ?? '' }),
}
