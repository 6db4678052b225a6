import { readFileSync, statSync } from 'node:fs'
import { chown, lstat, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The unprivileged account that PostgreSQL runs under. `undefined` where we are not root: it runs as ourselves. */
export type Account = { uid: number; gid: number }

/** Linux keeps this number for "nobody", so it is safe to use where /etc/passwd names no better account. */
const NOBODY: Account = { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root, therefore root hands the server to another account: the one that owns the data
 * already (a cluster keeps its owner), else `postgres`, else `nobody`.
 */
export function serverAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(dataDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return accountNamed('postgres') ?? accountNamed('nobody') ?? NOBODY
}

/** Whether the account may pass through every folder above `path` and enter `path` itself where that is a folder. */
export function canReach(path: string, account: Account): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  const passable = !stat?.isDirectory() || mayEnter(stat, account)
  return passable && (dirname(path) === path || canReach(dirname(path), account))
}

/** Gives a folder and all in it to the account, without following links out of it. */
export async function giveTo(path: string, account: Account): Promise<void> {
  await chown(path, account.uid, account.gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await giveTo(inside, account)
    else if (!(await lstat(inside)).isSymbolicLink()) await chown(inside, account.uid, account.gid)
  }
}

function mayEnter(folder: { uid: number; gid: number; mode: number }, account: Account): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}

function accountNamed(name: string): Account | undefined {
  const line = passwd().find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}
