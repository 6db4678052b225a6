/**
 * The HTTP server: limits, headers, envelope and errors, the same for every route. Routes are put on by the surfaces.
 */
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type onRequestHookHandler,
} from 'fastify'
import { isRefusal, type Refusal, refuse } from '#kernel'
import type { Log } from '#platform/execution'
import { answerBrokenRequest } from './broken-request.ts'
import { failure } from './envelope.ts'
import { parseJsonBody } from './json-body.ts'

export type HttpOptions = {
  newRequestId: () => string
  clock: () => number
  log: Log
  bodyLimitBytes: number
  /** Requests a minute from one address; 0 leaves it to a proxy in front. */
  rateLimitPerMinute: number
  corsOrigins: readonly string[]
  /** Whether X-Forwarded-For is believed, and from how many proxies. */
  trustProxy: boolean | string
  /** How long a client may take to send the head of a request, and the whole of it; looked at every so often. */
  patience?: { headersMs: number; requestMs: number; lookMs: number }
  /** Told of every answer, for the metrics. */
  answered?: (route: string, method: string, status: number, milliseconds: number) => void
}

/** Node itself looks only every 30 s, so that a slow client would have three times as long as it may. */
const usualPatience = { headersMs: 10_000, requestMs: 30_000, lookMs: 1_000 }

/** A server without routes. Listening and stopping are the caller's. */
export async function makeServer(options: HttpOptions): Promise<FastifyInstance> {
  const { patience = usualPatience } = options
  const unreadable = new WeakMap<FastifyRequest['raw'], FastifyError>()
  const server = Fastify({
    logger: false,
    trustProxy: options.trustProxy,
    bodyLimit: options.bodyLimitBytes,
    requestTimeout: patience.requestMs,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    http: {
      headersTimeout: patience.headersMs,
      connectionsCheckingInterval: patience.lookMs,
      maxHeaderSize: 16_384,
    },
    forceCloseConnections: 'idle',
    // What still comes in over open connections while stopping is answered as ever, and its connection then closed.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    onProtoPoisoning: 'error',
    rewriteUrl: ({ url = '/' }) => url.replace(/^\/api(\/v1)?(?=\/|\?|$)/, '') || '/',
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']) ?? options.newRequestId(),
    clientErrorHandler: answerBrokenRequest(options),
    // An address that cannot be read comes by no hook: it goes on as one that nobody has, with its own refusal.
    frameworkErrors: (error, { raw }, reply) => {
      unreadable.set(raw, error)
      raw.url = '/unreadable'
      server.routing(raw, reply.raw)
    },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, body.length === 0 ? undefined : parseJsonBody(body))
    } catch (error) {
      done(error as Error)
    }
  })
  await server.register(helmet, security)
  await server.register(cors, {
    origin: [...options.corsOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['X-Request-Id', 'Retry-After'],
  })
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  server.addHook('onRequest', refusePackedBody)
  if (options.rateLimitPerMinute > 0) await limitRates(server, options)
  if (options.answered) measure(server, options.answered)
  server.setErrorHandler((error, request, reply) => sendError(options, error as FastifyError, request, reply))
  server.setNotFoundHandler((request, reply) =>
    sendError(options, unreadable.get(request.raw) ?? unknownAddress(server, request, reply), request, reply),
  )
  return server
}

/** Answers are no pages, frames or scripts. The documentation sets its own policy. */
const security = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
} as const

/** Nothing here unpacks a body: a packed one would be read as what it is not. */
const refusePackedBody: onRequestHookHandler = ({ headers }, _reply, done) => {
  if ((headers['content-encoding'] ?? 'identity') === 'identity') done()
  else done(refuse('UNSUPPORTED_MEDIA_TYPE', [{ field: 'Content-Encoding', message: 'Send the body unpacked.' }]))
}

/** A client's own request id is kept when it is harmless. */
const requestIdOf = (given: string | string[] | undefined): string | undefined =>
  typeof given === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : undefined

async function limitRates(server: FastifyInstance, { rateLimitPerMinute }: HttpOptions): Promise<void> {
  await server.register(rateLimit, {
    max: rateLimitPerMinute,
    timeWindow: 60_000,
    cache: 20_000,
    errorResponseBuilder: (_request, { ttl }) => refuse('RATE_LIMITED', [], Math.ceil(ttl / 1000)),
  })
}

function measure(server: FastifyInstance, answered: NonNullable<HttpOptions['answered']>): void {
  server.addHook('onResponse', (request, reply, done) => {
    answered(request.routeOptions.url ?? 'unknown', request.method, reply.statusCode, reply.elapsedTime)
    done()
  })
}

/** Methods that each known path answers, for 405. */
const knownPaths = new WeakMap<FastifyInstance, Map<RegExp, Set<string>>>()

/** Says that a path exists, so that another method there is refused with 405 instead of 404. */
export function notePath(server: FastifyInstance, path: string, method: string): void {
  const paths = knownPaths.get(server) ?? new Map<RegExp, Set<string>>()
  knownPaths.set(server, paths)
  const source = `^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`
  const known = [...paths.keys()].find((each) => each.source === new RegExp(source).source) ?? new RegExp(source)
  paths.set(known, (paths.get(known) ?? new Set()).add(method))
}

function unknownAddress(server: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Refusal {
  const path = request.url.split('?')[0] ?? '/'
  const allowed = [...(knownPaths.get(server) ?? [])]
    .filter(([pattern]) => pattern.test(path))
    .flatMap(([, methods]) => [...methods])
  if (allowed.length === 0) return refuse('NOT_FOUND', 'There is nothing at this address.')
  reply.header('allow', allowed.join(', '))
  return refuse('METHOD_NOT_ALLOWED', `Use ${allowed.join(' or ')}.`)
}

function sendError(
  options: HttpOptions,
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = isRefusal(error) ? error : refusalOf(error)
  if (!isRefusal(error) && refusal.status >= 500) {
    options.log.error(
      { requestId: request.id, method: request.method, path: request.url.split('?')[0], err: error },
      'request failed',
    )
  }
  if (refusal.retryAfter !== undefined) reply.header('retry-after', String(Math.max(1, refusal.retryAfter)))
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer')
  reply
    .code(refusal.status)
    .type('application/json; charset=utf-8')
    .send(failure(refusal, request.id, options.clock))
}

/** Fastify's own errors, by their codes. */
function refusalOf(error: FastifyError): Refusal {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('UNSUPPORTED_MEDIA_TYPE')
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('PAYLOAD_TOO_LARGE')
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return refuse('VALIDATION_FAILED', error.message)
    case 'FST_ERR_BAD_URL':
      return refuse('VALIDATION_FAILED', 'The address is not well-formed.')
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return refuse('NOT_FOUND')
    case 'FST_REQ_FILE_TOO_LARGE':
      return refuse('PAYLOAD_TOO_LARGE')
    default:
      return error.statusCode && error.statusCode < 500
        ? refuse('VALIDATION_FAILED', error.message)
        : refuse('INTERNAL')
  }
}
