/** Every operation of the registry as a route: identify, validate, execute, answer. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, Download, isRefusal, type Operation, type ReadAgain, refuse } from '#kernel'
import { type App, execute } from '#platform/execution'
import { notePath, success } from '#platform/http'
import { makeValidator, type OperationSchemas, schemasOf } from '#surfaces/schema'
import { readQuery } from './query.ts'

/** Says who calls. Refuses bad credentials; answers the anonymous actor where there are none. */
export type Identify = (
  headers: Record<string, string | string[] | undefined>,
  address: string,
) => Promise<Actor> | Actor

type Check = ReturnType<ReturnType<typeof makeValidator>>
type Door = {
  operation: Operation
  schemas: OperationSchemas
  params?: Check | undefined
  body?: Check | undefined
  query?: Check | undefined
}

/** Puts all operations on the server. */
export function restRoutes(server: FastifyInstance, app: App, identify: Identify): void {
  const compile = makeValidator()
  for (const operation of app.registry.operations.values()) {
    const schemas = schemasOf(operation)
    const door: Door = {
      operation,
      schemas,
      params: schemas.params && compile(schemas.params),
      body: schemas.body && compile(schemas.body),
    }
    for (const path of operation.paths) {
      for (const method of [operation.method, ...operation.alsoMethods]) {
        notePath(server, path, method)
        server.route({
          method,
          url: path,
          config: rateLimitOf(operation),
          handler: (request, reply) => answer(app, identify, door, request, reply),
        })
      }
    }
  }
}

function rateLimitOf({ does }: Operation): Record<string, unknown> {
  const max = does.kind === 'action' ? does.action.rateLimit : undefined
  return max ? { rateLimit: { max, timeWindow: 60_000 } } : {}
}

async function answer(
  app: App,
  identify: Identify,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | string> {
  const { operation } = door
  const actor = await (operation.access === 'public'
    ? visitor(identify, request)
    : identify(request.headers, request.ip))
  const params = request.params as Record<string, string>
  if (door.params) check(door.params, params, operation)
  const query = request.query as Record<string, unknown>
  const isList = operation.does.kind === 'list'
  const body = bodyOf(door, request)
  const { version: bodyVersion, ...fields } = body
  const isVersioned = operation.does.kind === 'update' || operation.does.kind === 'transition'
  const input =
    operation.method === 'GET' && !isList ? readQuery(query, door.schemas.query) : isVersioned ? fields : body
  const companyId = companyOf(actor, request)
  const result = await execute(app, operation, {
    actor,
    companyId,
    requestId: request.id,
    origin: { address: request.ip, agent: (headerOf(request, 'user-agent') ?? '').slice(0, 300) },
    input: operation.does.kind === 'action' ? { ...input, ...params } : input,
    id: params.id,
    query: isList ? query : undefined,
    version: versionOf(request, isVersioned ? bodyVersion : undefined),
    idempotencyKey: operation.method === 'GET' ? undefined : headerOf(request, 'idempotency-key'),
  })
  if (result.data instanceof Download) return sendFile(reply, result.data, (work) => app.db.read(companyId, work))
  if (result.replayed) reply.header('idempotent-replayed', 'true')
  if (isKept(operation) && isKnown(request, reply, result.data)) return reply.code(304).send()
  reply.code(result.status).type('application/json; charset=utf-8')
  return reply.send(success(result.data, request.id, app.clock, result.pagination))
}

const isKept = ({ does }: Operation): boolean => does.kind === 'action' && does.action.isKept === true

/** Marks the answer by what it says, and tells whether the caller has just that already. */
function isKnown(request: FastifyRequest, reply: FastifyReply, data: unknown): boolean {
  const mark = `W/"${createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22)}"`
  reply.header('etag', mark).header('cache-control', 'private, no-cache').header('vary', 'authorization, x-company-id')
  return (headerOf(request, 'if-none-match') ?? '').split(/,\s*/).includes(mark)
}

/** Where nobody needs to be signed in, an expired token is no obstacle: the client is on its way to a new one. */
async function visitor(identify: Identify, request: FastifyRequest): Promise<Actor> {
  try {
    return await identify(request.headers, request.ip)
  } catch (error) {
    if (isRefusal(error) && error.status < 500) return identify({}, request.ip)
    throw error
  }
}

/** An id that is no id is an id that nobody has. */
function check(validate: Check, value: unknown, operation: Operation): void {
  const details = validate(value)
  if (details.length === 0) return
  throw operation.does.kind === 'action' && details.some(({ field }) => field !== 'id')
    ? refuse('VALIDATION_FAILED', details)
    : refuse('NOT_FOUND')
}

function bodyOf(door: Door, request: FastifyRequest): Record<string, unknown> {
  if (!door.body) {
    if (request.body !== undefined && request.body !== null) {
      throw refuse('VALIDATION_FAILED', [{ field: 'body', message: 'This route takes no body.' }])
    }
    return {}
  }
  const body = request.body ?? {}
  const details = door.body(body)
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
  return body as Record<string, unknown>
}

/** Super admins choose a company by header; everybody else is in theirs. */
export function companyOf(actor: Actor, request: FastifyRequest): string {
  const named = headerOf(request, 'x-company-id')
  if (!named || named === actor.companyId) return actor.companyId
  if (actor.role === 'super_admin' && /^[0-9a-f-]{36}$/.test(named)) return named
  throw refuse('TENANT_MISMATCH')
}

function versionOf(request: FastifyRequest, inBody: unknown): number | undefined {
  if (typeof inBody === 'number') return inBody
  const header = headerOf(request, 'if-match')
  if (!header || header === '*') return undefined
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)
  if (!match)
    throw refuse('VALIDATION_FAILED', [{ field: 'If-Match', message: 'Must be the version number you read.' }])
  return Number(match[1])
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function sendFile(reply: FastifyReply, file: Download, read: ReadAgain): FastifyReply {
  const name = file.fileName.replace(/[^A-Za-z0-9._-]/g, '_')
  reply.header('content-disposition', `attachment; filename="${name}"`).type(file.contentType)
  return reply.send(typeof file.body === 'string' ? file.body : Readable.from(file.body(read)))
}
