import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  chmod,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, canReach, giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'
import { isAlive, isErrno } from './processes.ts'

/** Where things of one cluster lie. `data` may be elsewhere than the folder asked for; the rest lies beside that. */
export type Place = { data: string; password: string; owner: string; serverLog: string }

/** Where data goes when the account cannot reach the folder asked for. */
const REACHABLE = '/var/lib/entrepot'

/**
 * The folder for the data. Where the account cannot get to the one asked for, a link stands there and the data lies
 * under /var/lib/entrepot. The link is the only memory of it: who deletes the link starts anew, as one would expect.
 */
export async function findPlace(
  dataDir: string,
  account: Account | undefined,
  log: (line: string) => void,
): Promise<Place> {
  const asked = resolve(dataDir)
  await mkdir(dirname(asked), { recursive: true })
  const parent = await realpath(dirname(asked))
  const beside = (ending: string) => join(parent, `${basename(asked)}.${ending}`)
  const files = { password: beside('password'), owner: beside('owner'), serverLog: beside('log') }
  const data = await realpath(asked).catch(() => readlink(asked).catch(() => join(parent, basename(asked))))
  if (!account || canReach(dirname(data), account)) return { data, ...files }
  if (existsSync(join(data, 'PG_VERSION'))) {
    throw new Error(`${data} holds a database, but user ${account.uid}, who runs PostgreSQL, cannot get there: \
move the data, or open the folders above it with chmod o+x`)
  }
  return { data: await relocate(asked, log), ...files }
}

/** The password of the superuser, made once (`isNew`); the same for all who ask at the same moment. */
export async function readPassword(path: string): Promise<{ password: string; isNew: boolean }> {
  const isNew = !existsSync(path)
  if (isNew) {
    const draft = `${path}-${process.pid}-${randomBytes(4).toString('hex')}`
    await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 })
    // A link is made or refused as a whole, so nobody ever reads half a password.
    await link(draft, path).catch((error) => {
      if (!isErrno(error, 'EEXIST')) throw error
    })
    await rm(draft)
  }
  return { password: (await readFile(path, 'utf8')).trim(), isNew }
}

/** Gives the superuser this password without knowing the old one; no server may run on the data meanwhile. */
export async function setPassword({ place, binaries, account, password }: Omit<Making, 'log'>): Promise<void> {
  await run(binaries.postgres, ['--single', '-D', place.data, 'postgres'], {
    account,
    cwd: place.data,
    input: `alter role postgres password '${password}'\n`,
  })
}

type Making = {
  place: Place
  binaries: Binaries
  account: Account | undefined
  password: string
  log: (line: string) => void
}

/**
 * Makes the cluster unless it is there. It is made in a folder aside and renamed when complete and on disk: a kill at
 * any moment leaves either nothing or all of it, and of several makers one wins.
 */
export async function ensureCluster(making: Making): Promise<void> {
  const { place, binaries, account, log } = making
  await sweepDrafts(place.data)
  const version = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) {
    if (version.trim() !== binaries.majorVersion) {
      throw new Error(`${place.data} was made by PostgreSQL ${version.trim()}, this is ${binaries.majorVersion}: \
dump it with the old version and load it into a new DATA_DIR`)
    }
    if (account && (await stat(place.data)).uid === 0) await giveTo(place.data, account)
    return
  }
  const inside = await readdir(place.data).catch(() => [])
  if (inside.length > 0) throw new Error(`${place.data} is not empty and no PostgreSQL data: empty it or set DATA_DIR`)
  log(`making a database cluster in ${place.data}`)
  await makeCluster(making)
}

async function makeCluster({ place, binaries, account, password }: Making): Promise<void> {
  const draft = draftName(place.data)
  await mkdir(draft, { mode: 0o700 })
  try {
    await writeFile(join(draft, 'password'), password, { mode: 0o600 })
    if (account) await giveTo(draft, account)
    await runInitdb(binaries.initdb, draft, account)
    await rename(join(draft, 'data'), place.data).catch((error) => {
      // Another process was first; its cluster has the same password.
      if (!existsSync(join(place.data, 'PG_VERSION'))) throw error
    })
    await syncFolder(dirname(place.data))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * The built-in locale C.UTF-8 sorts by code point and knows the letters of Unicode; it is the same on every machine,
 * so an index never breaks because a system library changed its order. ICU collations stay at hand by name.
 */
function runInitdb(initdb: string, draft: string, account: Account | undefined): Promise<void> {
  const options = [
    ['-D', join(draft, 'data')],
    ['--username=postgres', `--pwfile=${join(draft, 'password')}`, '--auth=scram-sha-256'],
    ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ['--no-instructions'],
  ]
  return run(initdb, options.flat(), { account, cwd: draft, input: '' })
}

type Run = { account: Account | undefined; cwd: string; input: string }

function run(program: string, args: string[], { account, cwd, input }: Run): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...account, cwd, env: { LC_ALL: 'C', TZ: 'UTC' } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
      })
    }
    child.on('error', (error) => fail(new Error(`${basename(program)} could not be run: ${error.message}`)))
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new Error(`${basename(program)} failed (exit code ${code}):\n${said}`))
    })
    child.stdin.end(input)
  })
}

async function relocate(asked: string, log: (line: string) => void): Promise<string> {
  await mkdir(REACHABLE, { recursive: true, mode: 0o755 })
  await chmod(REACHABLE, 0o755)
  const mark = createHash('sha256').update(asked).update(randomBytes(8)).digest('hex').slice(0, 8)
  const data = join(REACHABLE, `${basename(asked)}-${mark}`)
  await rm(asked, { recursive: false, force: true }).catch(() => removeEmpty(asked))
  await symlink(data, asked).catch((error) => {
    if (!isErrno(error, 'EEXIST')) throw error
  })
  const chosen = await readlink(asked)
  log(`PostgreSQL must not run as root and its account cannot enter ${dirname(asked)}: the data goes to ${chosen}`)
  return chosen
}

/** An empty folder of that name was asked for; anything in it is not ours to remove. */
async function removeEmpty(folder: string): Promise<void> {
  const inside = await readdir(folder)
  if (inside.length > 0) throw new Error(`${folder} is not empty and no PostgreSQL data: empty it or set DATA_DIR`)
  await rm(folder, { recursive: true })
}

function draftName(data: string): string {
  return `${data}.draft-${process.pid}-${randomBytes(4).toString('hex')}`
}

/** Removes what makers that were killed left behind; the name tells who made it. */
async function sweepDrafts(data: string): Promise<void> {
  for (const name of await readdir(dirname(data))) {
    const [, pid] = name.startsWith(`${basename(data)}.draft-`) ? name.slice(basename(data).length).split('-') : []
    if (pid && !isAlive(Number(pid))) await rm(join(dirname(data), name), { recursive: true, force: true })
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
