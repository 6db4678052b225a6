/**
 * The two routes whose bodies are files: `POST /imports` takes one as it is (`text/csv`), `GET /exports/:entity` gives
 * one. Everything else about imports are operations, see import-doors.ts.
 */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, installation, refuse } from '#kernel'
import type { App } from '#platform/execution'
import { type FileStore, fileKey } from '#platform/files'
import { notePath, success } from '#platform/http'
import { companyOf, type Identify } from '#surfaces/rest'
import { companyFacts } from './company-facts.ts'
import { sampleBytes } from './detect.ts'
import { exportEntity } from './export.ts'
import { previewFile } from './preview.ts'
import { defaultLimits } from './read.ts'
import { insertRun } from './run-store.ts'
import { peek } from './source.ts'
import { targetOf } from './targets.ts'

/** `maxBytes`: the longest file that is taken, 1 GB unless told. */
export type CsvRouteOptions = { app: App; identify: Identify; files: FileStore; maxBytes?: number }

type Query = Readonly<Record<string, unknown>>

/** Puts the routes on the server. */
export function csvRoutes(options: CsvRouteOptions): (server: FastifyInstance) => Promise<void> {
  return async (server) => {
    notePath(server, '/imports', 'POST')
    notePath(server, '/exports/:entity', 'GET')
    await server.register(async (scope) => {
      scope.addContentTypeParser(['text/csv', 'text/tab-separated-values'], (_request, body, done) => done(null, body))
      scope.post('/imports', (request, reply) => upload(options, request, reply))
      scope.get('/exports/:entity', (request, reply) => download(options, request, reply))
    })
  }
}

/** Stores the file, looks at its beginning, and answers what it would be read as with the id of the new import. */
async function upload(
  { app, identify, files, maxBytes = defaultLimits.maxBytes }: CsvRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const actor = await identify(request.headers, request.ip)
  const companyId = companyChosen(actor, request)
  const { target, fileName = 'import.csv' } = textsOf(request.query as Query, ['target', 'fileName'])
  if (/\p{Cc}/u.test(fileName))
    throw refuse('VALIDATION_FAILED', [{ field: 'fileName', message: 'must have no control characters' }])
  targetOf(app.registry, actor, target ?? '')
  if (!(request.body instanceof Readable))
    throw refuse('VALIDATION_FAILED', [{ field: 'body', message: 'Send the file as text/csv.' }])
  const id = app.newId()
  const key = fileKey(companyId, 'imports', `${id}.csv`)
  const { size } = await files.put(key, request.body, { contentType: 'text/csv', maxBytes })
  try {
    const { stream } = await files.get(key)
    const { sample } = await peek(stream)
    stream.destroy()
    const preview = await previewFile(app.registry, {
      actor,
      target: target ?? '',
      sample: sample.subarray(0, sampleBytes),
      options: {},
      facts: await companyFacts(app, companyId),
    })
    await app.db.transaction(companyId, async (sql) => ({
      result: await insertRun(sql, {
        companyId,
        id,
        target: target ?? '',
        fileName,
        fileKey: key,
        fileBytes: size,
        actor,
        dryRun: false,
        options: {},
      }),
    }))
    reply.code(201).type('application/json; charset=utf-8')
    return reply.send(success({ id, target, fileName, bytes: size, ...preview }, request.id, app.clock))
  } catch (error) {
    await files.remove(key)
    throw error
  }
}

async function download({ app, identify }: CsvRouteOptions, request: FastifyRequest, reply: FastifyReply) {
  const actor = await identify(request.headers, request.ip)
  const companyId = companyChosen(actor, request)
  const { entity = '' } = request.params as { entity?: string }
  const { fields, separator, mark, ...query } = request.query as Record<string, unknown>
  const stated = textsOf({ fields, separator, mark }, ['fields', 'separator', 'mark'])
  if (stated.separator !== undefined && !isSeparator(stated.separator)) {
    throw refuse('VALIDATION_FAILED', [{ field: 'separator', message: 'Use one of , ; | or a tab.' }])
  }
  const pieces = exportEntity(app, {
    actor,
    companyId,
    entity,
    query,
    ...(stated.fields === undefined ? {} : { fields: stated.fields.split(',') }),
    ...(isSeparator(stated.separator) ? { separator: stated.separator } : {}),
    hasMark: stated.mark === 'true',
  })
  // The first piece is asked for before anything is sent, so that a refusal is still an answer of its own.
  const first = await pieces.next()
  const name = entity.replace(/[^A-Za-z0-9]+/g, '-')
  reply.header('content-disposition', `attachment; filename="${name}.csv"`).type('text/csv; charset=utf-8')
  return reply.send(Readable.from(withFirst(first.done ? undefined : first.value, pieces), { objectMode: false }))
}

async function* withFirst(first: Buffer | undefined, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (first) yield first
  yield* rest
}

const isSeparator = (text: string | undefined): text is ',' | ';' | '\t' | '|' =>
  text !== undefined && [',', ';', '\t', '|'].includes(text)

function companyChosen(actor: Actor, request: FastifyRequest): string {
  if (actor.kind === 'anonymous') throw refuse('UNAUTHENTICATED')
  const companyId = companyOf(actor, request)
  if (companyId === installation) throw refuse('COMPANY_REQUIRED')
  return companyId
}

/** Each parameter at most once and of a sane length; refuses what is not listed. */
function textsOf<const N extends string>(query: Query, names: readonly N[]): Partial<Record<N, string>> {
  const found: Partial<Record<N, string>> = {}
  for (const [name, value] of Object.entries(query)) {
    const known = names.find((each) => each === name)
    if (value === undefined) continue
    if (!known || typeof value !== 'string' || value.length > 5000 || value.includes('\u0000')) {
      throw refuse('VALIDATION_FAILED', [
        { field: name.slice(0, 100), message: `Give one value for each of ${names.join(', ')}.` },
      ])
    }
    found[known] = value
  }
  return found
}
