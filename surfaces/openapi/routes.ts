/** `/openapi.json` and `/docs`, both from the registry. */
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import type { Registry } from '#kernel'
import { type DocumentOptions, openApiDocument } from './document.ts'
import type { RecordIds } from './record-ids.ts'

/** `recordIds` finds the records that examples point at; it is asked until it finds some. */
export type DocsOptions = Omit<DocumentOptions, 'recordIds'> & { recordIds?: () => Promise<RecordIds> }

/** Puts the document and its page on the server. The text is made when it is first asked for. */
export function docsRoutes(
  registry: Registry,
  { recordIds, ...options }: DocsOptions,
): (server: FastifyInstance) => Promise<void> {
  let kept: string | undefined
  const document = async (): Promise<string> => {
    if (kept) return kept
    const found = await recordIds?.().catch(() => undefined)
    const text = JSON.stringify(openApiDocument(registry, { ...options, recordIds: found ?? new Map() }))
    if (!recordIds || found?.size) kept = text
    return text
  }
  return async (server) => {
    server.get('/favicon.ico', (_request, reply) => reply.code(204).send())
    server.get('/openapi.json', async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(await document()),
    )
    await server.register(async (docs) => {
      docs.addHook('onSend', async (_request, reply) => void reply.header('content-security-policy', docsPolicy))
      await docs.register(scalar, {
        routePrefix: '/docs',
        configuration: {
          url: '/openapi.json',
          pageTitle: 'Entrepot API',
          theme: 'default',
          withDefaultFonts: false,
          telemetry: false,
          hideClientButton: true,
          defaultOpenAllTags: false,
          operationTitleSource: 'summary',
          showDeveloperTools: 'never',
          agent: { disabled: true },
          mcp: { disabled: true },
        },
      })
    })
  }
}

/** The reference page brings its own script and style; nothing from elsewhere is loaded. */
const docsPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')
