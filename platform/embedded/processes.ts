import { readFileSync } from 'node:fs'

/** Whether a process runs. A zombie does not: it holds no file and answers nobody, though it still takes signals. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM says that the process exists and belongs to someone else.
    return isErrno(error, 'EPERM')
  }
  return statFields(pid)?.[0] !== 'Z'
}

/** When a process began, in clock ticks since boot; it tells a process from a later one with the same number. */
export function startedAt(pid: number): string {
  return statFields(pid)?.[19] ?? ''
}

/** The command line of a process, or `undefined` where the system does not tell (no /proc, or no such process). */
export function commandLine(pid: number): string[] | undefined {
  return read(`/proc/${pid}/cmdline`)?.split('\0')
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error
  }
}

/** Whether an error is the system error of that name, such as `ENOENT`. */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** The fields of /proc/<pid>/stat after the name (which may hold spaces and brackets): state first, start time 20th. */
function statFields(pid: number): string[] | undefined {
  const text = read(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
