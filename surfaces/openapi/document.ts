/** The registry as an OpenAPI 3.1 document: the schemas are the ones that requests are checked with. */
import { kebab, type Operation, pathParameters, propertyOf, type Registry } from '#kernel'
import { fieldSchema, type JsonSchema, type OperationSchemas, schemasOf } from '#surfaces/schema'
import { exampleBody, sampleCall } from './examples.ts'
import { listParameters } from './list-parameters.ts'
import { idsInPaths, pointAt, type RecordIds } from './record-ids.ts'

/** `recordIds`: what examples point at; without them ids are made up. */
export type DocumentOptions = { version: string; publicUrl: string; recordIds?: RecordIds }

/** Codes that the pipeline itself may answer, whatever the operation. */
export function pipelineCodes(operation: Operation): string[] {
  const isWrite = operation.method !== 'GET'
  return [
    'VALIDATION_FAILED',
    ...(operation.access === 'public' ? [] : ['UNAUTHENTICATED', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'SESSION_REVOKED']),
    ...(operation.access === 'permission' ? ['FORBIDDEN', 'SCOPE_MISSING', 'TENANT_MISMATCH'] : []),
    ...(isWrite ? ['FORBIDDEN_KEY', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'LOCK_TIMEOUT'] : []),
    ...(isWrite ? ['IDEMPOTENCY_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED'] : []),
    'RATE_LIMITED',
    'OVERLOADED',
    'DATABASE_UNAVAILABLE',
    'TIMEOUT',
    'INTERNAL',
  ]
}

export function openApiDocument(registry: Registry, options: DocumentOptions): JsonSchema {
  const { recordIds = new Map() } = options
  const point = pointAt(registry, recordIds)
  const idsIn = idsInPaths(registry, recordIds)
  const paths: Record<string, Record<string, JsonSchema>> = {}
  const used = new Set([...registry.operations.values()].map(({ module }) => module))
  for (const operation of registry.operations.values()) {
    const schemas = schemasOf(operation)
    for (const [index, path] of operation.paths.entries()) {
      const at = `/api${path.replace(/:([A-Za-z]+)/g, '{$1}')}`
      for (const method of [operation.method, ...operation.alsoMethods]) {
        const isMain = index === 0 && method === operation.method
        const item = paths[at] ?? {}
        paths[at] = item
        item[method.toLowerCase()] = operationObject(registry, operation, schemas, {
          ...{ path, method, isMain, point },
          ...{ ...options, idOf: idsIn(operation) },
        })
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Entrepot', version: options.version, description: introduction },
    servers: [{ url: options.publicUrl }],
    tags: registry.modules.filter(({ name }) => used.has(name)).map(({ name, says }) => ({ name, description: says })),
    paths,
    components: { securitySchemes: securitySchemes, schemas: { Refusal: refusalSchema(registry) } },
  }
}

type Place = DocumentOptions & {
  path: string
  method: string
  isMain: boolean
  point: (example: unknown) => unknown
  /** Of the record that a parameter of the path names. */
  idOf: (parameter: string) => string | undefined
}

function operationObject(
  registry: Registry,
  operation: Operation,
  schemas: OperationSchemas,
  place: Place,
): JsonSchema {
  const body = schemas.body
  const example = place.point(exampleBody(operation))
  return {
    operationId: place.isMain
      ? operation.address
      : `${operation.address}.${place.method.toLowerCase()}.${kebab(place.path.replaceAll(/[/:]/g, '_'))}`,
    summary: operation.label,
    description: describe(operation),
    tags: [operation.module],
    parameters: [...pathParams(schemas, place), ...queryParams(operation, schemas), ...headers(operation)],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: body, ...(example ? { example } : {}) } },
          },
        }
      : {}),
    responses: responses(registry, operation, schemas),
    security: operation.access === 'public' ? [] : [{ bearer: [] }, { apiKey: [] }],
    'x-permission': operation.permission ?? operation.access,
    'x-refusals': [...new Set([...operation.refuses, ...pipelineCodes(operation)])],
    'x-codeSamples': [{ lang: 'Shell', label: 'curl', source: sampleCall(operation, place, example) }],
  }
}

function describe(operation: Operation): string {
  const who = {
    public: 'Nobody needs to be signed in.',
    'signed-in': 'Anybody signed in.',
    permission: `Permission \`${operation.permission}\`.`,
  }
  const events =
    operation.emits.length > 0 ? `\n\nEvents: ${operation.emits.map((type) => `\`${type}\``).join(', ')}.` : ''
  const codes =
    operation.refuses.length > 0 ? `\n\nRefuses with ${operation.refuses.map((code) => `\`${code}\``).join(', ')}.` : ''
  return `${operation.says}\n\n${who[operation.access]}${events}${codes}`
}

function pathParams({ params }: OperationSchemas, { path, idOf }: Place): JsonSchema[] {
  const properties = (params?.properties ?? {}) as Record<string, JsonSchema>
  return pathParameters(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
    ...(idOf(name) ? { example: idOf(name) } : {}),
  }))
}

function queryParams(operation: Operation, { query }: OperationSchemas): JsonSchema[] {
  if (operation.does.kind === 'list' && operation.entity) return listParameters(operation.entity)
  return Object.entries(query).map(([name, field]) => ({
    name: propertyOf(name, field),
    in: 'query',
    required: field.required && field.default === undefined,
    schema: fieldSchema(field),
  }))
}

function headers(operation: Operation): JsonSchema[] {
  if (operation.method === 'GET') return []
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', maxLength: 128 },
    description: 'The same key and body replay the first answer instead of doing it again.',
  }
  const match = {
    name: 'If-Match',
    in: 'header',
    schema: { type: 'string' },
    description: 'The version you read; a stale one is refused with 412.',
  }
  return ['update', 'delete', 'transition'].includes(operation.does.kind) ? [key, match] : [key]
}

function responses(registry: Registry, operation: Operation, { answer, isList, isFile }: OperationSchemas): JsonSchema {
  const data = answer ?? {}
  const success: JsonSchema = {
    type: 'object',
    properties: {
      success: { const: true },
      data: isList ? { type: 'array', items: data } : data,
      ...(isList ? { pagination: paginationSchema } : {}),
      timestamp: { type: 'string', format: 'date-time' },
      requestId: { type: 'string' },
    },
    required: ['success', 'data', 'timestamp', 'requestId'],
  }
  const byStatus = Map.groupBy(
    new Set([...operation.refuses, ...pipelineCodes(operation)]),
    (code) => registry.refusals.get(code)?.status ?? 400,
  )
  const refusals = [...byStatus]
    .toSorted(([a], [b]) => a - b)
    .map(([status, codes]) => [
      String(status),
      {
        description: codes.join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    ])
  return {
    [operation.status]: {
      description: operation.says,
      content: isFile
        ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
        : { 'application/json': { schema: success } },
    },
    ...Object.fromEntries(refusals),
  }
}

const paginationSchema: JsonSchema = {
  type: 'object',
  properties: {
    page: { type: 'integer' },
    limit: { type: 'integer' },
    total: { type: ['integer', 'null'], description: 'Null above 10,000, in searches above 1,000.' },
    totalPages: { type: ['integer', 'null'] },
    nextCursor: { type: ['string', 'null'] },
  },
}

function refusalSchema(registry: Registry): JsonSchema {
  return {
    type: 'object',
    properties: {
      success: { const: false },
      error: { type: 'string' },
      code: { type: 'string', enum: [...registry.refusals.keys()] },
      details: {
        type: 'array',
        items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
      },
      timestamp: { type: 'string', format: 'date-time' },
      requestId: { type: 'string' },
    },
    required: ['success', 'error', 'code', 'details', 'timestamp', 'requestId'],
  }
}

const securitySchemes: JsonSchema = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The accessToken of POST /api/auth/login.',
  },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
}

const introduction = `The same operations that the console, the till and the command line use.

Sign in with \`POST /api/auth/login\` and send the \`accessToken\` as \`Authorization: Bearer …\`. Answers are
\`{ success, data, timestamp, requestId }\`; refusals carry a \`code\` of the catalogue and \`details\` that name
the field. Money is \`{ amount, currency }\` in minor units, quantities and rates are decimal strings. \`/api/v1\` and
no prefix lead to the same routes as \`/api\`. The curl examples expect \`TOKEN\` in the environment:

    TOKEN=$(curl -s localhost:4000/api/auth/login -H 'content-type: application/json' \\
      -d '{"email":"owner@gift.test","password":"demo-demo-demo"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
`
