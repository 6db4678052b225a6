/**
 * The process that holds the PostgreSQL server of the tests, started by the first test that needs it and found by all
 * others. It ends, and the server with it, when nobody has connected for a minute.
 */
import { rename, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { takeOwnership } from '../../platform/embedded/ownership.ts'
import { startEmbedded } from '../../platform/embedded.ts'
import { clusterFiles } from './files.ts'

const IDLE_LIMIT_MS = 60_000
const LOOK_EVERY_MS = 5_000

/** Tests can lose their data in a power cut; not waiting for the disk makes them several times faster. */
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const isSafe = process.argv[2] === 'fsync'
const files = clusterFiles(isSafe)

if (await takeOwnership(files.keeper)) await keep()

async function keep(): Promise<void> {
  const log = (line: string) => console.log(line)
  const settings = { max_connections: '300', ...(isSafe ? {} : UNSAFE) }
  const server = await startEmbedded({ dataDir: files.data, log, settings })
  if (server.isOwner) {
    await writeFile(`${files.url}.draft`, server.url, { mode: 0o600 })
    await rename(`${files.url}.draft`, files.url)
    await untilIdle(server.url)
  }
  await server.stop('fast')
}

/** The count of sessions ever begun also shows those that came and went between two looks. */
async function untilIdle(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, max_lifetime: null })
  let idleSince = performance.now()
  let sessionsBefore = ''
  while (performance.now() - idleSince < IDLE_LIMIT_MS) {
    const [seen] = await sql<{ connected: number; sessions: string }[]>`
      select (select count(*)::int from pg_stat_activity
               where backend_type = 'client backend' and pid <> pg_backend_pid()) as connected,
             (select sum(sessions)::text from pg_stat_database) as sessions`
    if (!seen || seen.connected > 0 || seen.sessions !== sessionsBefore) idleSince = performance.now()
    sessionsBefore = seen?.sessions ?? ''
    await pause(LOOK_EVERY_MS)
  }
  await sql.end()
}
