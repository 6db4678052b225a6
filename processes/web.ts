/**
 * The web pages: a process of its own that `npm start` begins. It hands calls and sockets to the API with the session
 * of the browser's cookie, and everything else to Next. `WEB_DEV=on` serves the pages as they are edited.
 */
import { createServer } from 'node:http'
import { createLogger, type LogLevel } from '#platform/telemetry'
import { demoPassword, demoSignIns } from './demo/sign-ins.ts'
import { settingsOrExit } from './settings.ts'
import { ensureBuilt, staticDir } from './web/build.ts'
import { readBuiltFiles } from './web/files.ts'
import { openPages } from './web/pages.ts'
import { makeWebServer } from './web/server.ts'

const config = settingsOrExit()
const log = createLogger({ service: 'entrepot-web', level: config.logLevel as LogLevel })
const apiUrl = process.env.API_URL ?? `http://127.0.0.1:${config.port}`
const isDev = process.env.WEB_DEV === 'on'
const ending = new AbortController()
/** What is to be closed; more of it as it opens. */
const open: { close: () => Promise<unknown> }[] = []
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// Begun by another process, it ends with it.
process.on('disconnect', stop)
if (!isDev) await ensureBuilt((line) => process.stdout.write(`  ${line}\n`), ending.signal)

const http = createServer()
const pages = await openPages({ isDev, http, host: config.host, port: config.webPort })
const files = isDev ? undefined : await readBuiltFiles(staticDir)
const demo = config.demo ? demoSignIns.map(({ email, says }) => ({ email, says, password: demoPassword })) : []
const server = await makeWebServer({ http, pages, files, apiUrl, isDev, trustProxy: config.trustProxy, log, demo })
const address = await server.listen({ host: config.host, port: config.webPort })
open.push(server, pages)
process.send?.({ address })

function stop(): void {
  setTimeout(() => process.exit(0), 2_000).unref()
  ending.abort()
  Promise.all(open.map((each) => each.close())).then(
    () => process.exit(0),
    () => process.exit(1),
  )
}
