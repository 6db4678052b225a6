/** A PostgreSQL server of the test's own that it may stop and start again: same data, same port. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedServer, startEmbedded } from '#platform/embedded'

export type Postgres = {
  /** The superuser's; stays over restarts. */
  url: string
  /** Ends it as a crash would, with all connections, and starts it again: it recovers from its log. */
  restart: () => Promise<void>
  /** Ends it as a crash would. */
  stop: () => Promise<void>
  /** Starts it after `stop`. */
  start: () => Promise<void>
  /** Ends it for good and removes its data. */
  remove: () => Promise<void>
}

/** Starts one that waits for the disk as the product's own does. */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'entrepot-faults-pg-'))
  // Root runs the server under another account, which must get to the data.
  await chmod(folder, 0o755)
  const launch = (port: number) =>
    startEmbedded({ dataDir: join(folder, 'data'), port, log: () => undefined, settings: { shared_buffers: '32MB' } })
  let server: EmbeddedServer = await launch(0)
  const { url, port } = server
  return {
    url,
    restart: () => server.restart('immediate'),
    stop: () => server.stop('immediate'),
    start: async () => {
      server = await launch(port)
    },
    remove: async () => {
      await server.stop('immediate')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
