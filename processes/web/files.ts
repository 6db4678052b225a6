/** Files of the build: their names change with what is in them, so browsers and proxies keep them for good. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

type Encoding = 'br' | 'gzip'
/** Where a file lies, as it is and compressed, and how many bytes that is. */
type Form = { path: string; bytes: number }
export type BuiltFile = { type: string; plain: Form } & Partial<Record<Encoding, Form>>
/** By address. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}
const endings = { br: '.br', gzip: '.gz' } as const
const prefix = '/_next/static/'
const yearSeconds = 31_536_000
/** A file that somebody opens as if it were a page loads and runs nothing. */
const filePolicy = "default-src 'none'; frame-ancestors 'none'"

/** What lies under the `static` folder of a build. Read once: nothing is looked for on the disk by an address. */
export async function readBuiltFiles(folder: string): Promise<BuiltFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const forms = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }): Promise<Form> => {
        const path = join(parentPath, name)
        return { path, bytes: (await stat(path)).size }
      }),
  )
  const byPath = new Map(forms.map((form) => [form.path, form]))
  const files = forms.flatMap((plain): [string, BuiltFile][] => {
    const type = types[extname(plain.path)]
    if (!type) return []
    const address = prefix + relative(folder, plain.path).split(sep).map(encodeURIComponent).join('/')
    const br = byPath.get(plain.path + endings.br)
    const gzip = byPath.get(plain.path + endings.gzip)
    return [[address, { type, plain, ...(br && { br }), ...(gzip && { gzip }) }]]
  })
  return new Map(files)
}

/** Answers for the files of a build, in the smallest form that the browser takes. */
export const builtFileRoutes = (files: BuiltFiles) => async (server: FastifyInstance) => {
  server.route({
    method: ['GET', 'HEAD'],
    url: `${prefix}*`,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const file = files.get(request.url.split('?')[0] ?? '')
      if (!file) return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('')
      const encoding = chosen(request.headers['accept-encoding'], file)
      const { path, bytes } = (encoding && file[encoding]) ?? file.plain
      if (encoding) reply.header('content-encoding', encoding)
      reply
        .header('vary', 'accept-encoding')
        .header('cache-control', `public, max-age=${yearSeconds}, immutable`)
        .header('content-security-policy', filePolicy)
        .header('content-length', bytes)
        .type(file.type)
      return reply.send(request.method === 'HEAD' ? '' : createReadStream(path))
    },
  })
}

/** Brotli before gzip, as far as the browser takes it and it is there. `br;q=0` is a no (RFC 9110, 12.5.3). */
function chosen(accepted: string | undefined, file: BuiltFile): Encoding | undefined {
  const taken = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, weight]) => weight === undefined || Number(weight) > 0)
    .map(([name]) => name)
  return (['br', 'gzip'] as const).find((encoding) => file[encoding] && taken.includes(encoding))
}
