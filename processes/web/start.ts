/** The process of the web pages, begun and kept alive by the one of the API. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Log } from '#platform/execution'

export type PagesProcess = {
  /** Where the pages answer; rejects when they could not be built or served. */
  address: Promise<string>
  stop: () => Promise<void>
}

/** Begins at once, so that the pages are built while the demo is loaded. */
export function startPages(apiUrl: string, log: Log): PagesProcess {
  let isStopping = false
  let child = begin(apiUrl)
  const watch = (): void => {
    child.once('exit', (code) => {
      if (isStopping) return
      log.error({ code }, 'the web pages ended; they are started again')
      child = begin(apiUrl)
      watch()
    })
  }
  // Nobody hears of an address that was not to be had because everything is ending.
  const address = addressOf(child).catch((error: Error) =>
    isStopping ? new Promise<never>(() => undefined) : fail(error),
  )
  address.then(watch, () => undefined)
  return {
    address,
    stop: async () => {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const fail = (error: Error): never => {
  throw error
}

const begin = (apiUrl: string): ChildProcess =>
  fork(join(import.meta.dirname, '../web.ts'), {
    env: { ...process.env, API_URL: apiUrl },
    execArgv: ['--max-old-space-size=512'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

async function addressOf(child: ChildProcess): Promise<string> {
  const [outcome] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  const address = (outcome as { address?: string } | null)?.address
  if (!address) throw new Error(`the web pages ended with ${outcome} before they answered`)
  return address
}
