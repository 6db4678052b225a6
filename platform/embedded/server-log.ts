import { open, rename, stat } from 'node:fs/promises'

const LOOK_EVERY_MS = 500
const KEEP_BYTES = 8 * 1024 * 1024

/** Puts a long log aside as `.old`, so that the two together stay bounded. */
export async function rotateLog(path: string): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size > KEEP_BYTES) await rename(path, `${path}.old`)
}

/** Passes on each new line of the server's log from now on. Returns a function that ends it after the last line. */
export async function followLog(path: string, log: (line: string) => void): Promise<() => Promise<void>> {
  let position = (await stat(path).catch(() => undefined))?.size ?? 0
  let rest = ''
  let reading: Promise<void> = Promise.resolve()
  const read = async () => {
    const file = await open(path, 'r').catch(() => undefined)
    if (!file) return
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, size - position)), 0, null, position)
      position += bytesRead
      const lines = (rest + buffer.subarray(0, bytesRead).toString('utf8')).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) log(line)
    } finally {
      await file.close()
    }
  }
  const look = () => {
    reading = reading.then(read).catch((error: Error) => log(`the log of PostgreSQL cannot be read: ${error.message}`))
  }
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  return async () => {
    clearInterval(timer)
    look()
    await reading
  }
}
