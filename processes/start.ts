/** `npm start`: everything, the pages in a process of their own, with the demo companies unless told otherwise. */
import { createLogger, type LogLevel } from '#platform/telemetry'
import { boot, type Running } from './boot.ts'
import { loadDemo } from './demo/load.ts'
import { writeNotes } from './demo/notes-file.ts'
import { greeting } from './greeting.ts'
import { settingsOrExit } from './settings.ts'
import { type PagesProcess, startPages } from './web/start.ts'

const config = settingsOrExit()
const log = createLogger({ service: 'entrepot', level: config.logLevel as LogLevel })
const running = await boot(config, log).catch(couldNotStart)
const pages = config.webPages ? startPages(running.address, log) : undefined
const isStopping = stopOn(running, pages)
if (config.demo) await showDemo(running).catch(couldNotLoad)
const pagesAddress = await pages?.address.catch(couldNotStart)
process.stdout.write(greeting(config, { api: running.address, pages: pagesAddress }))

function couldNotStart(error: Error): never {
  log.fatal({ err: error }, 'could not start')
  process.exit(1)
}

/** Broken off, it goes on at the next start; the process ends once all is closed, and nobody waits for this now. */
function couldNotLoad(error: Error): Promise<void> {
  if (isStopping()) return new Promise(() => undefined)
  throw error
}

async function showDemo(running: Running): Promise<void> {
  const reports = await loadDemo(running, (line) => process.stdout.write(`  ${line}\n`))
  for (const report of reports ?? []) {
    const noted = await writeNotes(config.dataDir, report)
    const lines = [...report.lines, ...(noted ? [noted] : [])]
    process.stdout.write(`  ${report.company}\n${lines.map((line) => `    ${line}\n`).join('')}`)
  }
}

/** A second signal does not wait. Answers whether one has come. */
function stopOn({ stop }: Running, pages: PagesProcess | undefined): () => boolean {
  let isStopping = false
  const end = () => {
    if (isStopping) process.exit(130)
    isStopping = true
    setTimeout(() => process.exit(1), config.shutdownGraceSeconds * 1000).unref()
    Promise.all([pages?.stop(), stop()]).then(
      () => process.exit(0),
      (error: Error) => {
        log.error({ err: error }, 'did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return () => isStopping
}
