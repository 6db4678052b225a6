/** The outbox: without an SMTP server every mail is one JSON file, named so that the files sort by time. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeIdSource } from '#kernel'
import { checkMail, type Mailer, type OutboxMail } from './port.ts'

/** Opens a directory as an outbox; it is made at the first mail. */
export function createLocalOutbox(directory: string, from: string, clock: () => number): Mailer {
  const newId = makeIdSource({ now: clock })
  return {
    send: async (mail) => {
      const checked = checkMail(mail)
      const at = new Date(clock()).toISOString()
      const id = newId()
      const name = join(directory, `${at.replaceAll(':', '-')}-${id}`)
      await mkdir(directory, { recursive: true })
      // Mails carry links that sign in, so only the owner of the process reads them. Renamed when whole.
      const kept: OutboxMail = { id, from, at, ...checked }
      await writeFile(`${name}.tmp`, JSON.stringify(kept, null, 2), { mode: 0o600 })
      await rename(`${name}.tmp`, `${name}.json`)
      return { id }
    },
    close: async () => undefined,
  }
}

/** The mails of an outbox, oldest first. An outbox that is not there yet is empty. */
export async function listOutbox(directory: string): Promise<OutboxMail[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8'))))
}
