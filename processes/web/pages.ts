/** Next, as a handler of requests. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import { webDir } from './build.ts'

/** What is used of Next. Its own types bring a ProcessEnv in which NODE_ENV must stand, for all of the server. */
type NextServer = {
  prepare: () => Promise<void>
  getRequestHandler: () => Pages['handle']
  getUpgradeHandler: () => Pages['upgrade']
  close: () => Promise<void>
}
type NextOptions = { dev: boolean; dir: string; httpServer: Server; hostname: string; port: number; quiet: boolean }

const next = createRequire(import.meta.url)('next') as (options: NextOptions) => NextServer

export type Pages = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** What a page that is being edited reloads itself by; in development only. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>
  close: () => Promise<void>
}

export async function openPages(options: { isDev: boolean; http: Server; host: string; port: number }): Promise<Pages> {
  const { isDev, http, host, port } = options
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const app = next({ dev: isDev, dir: webDir, httpServer: http, hostname: host, port, quiet: !isDev })
  await app.prepare()
  return { handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler(), close: () => app.close() }
}
