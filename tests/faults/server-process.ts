/**
 * The server as a process of its own that kills itself where `FAULT` says: the name of a point and the address where,
 * as in `after_commit sales.sale.sell`. The n-th time with `FAULT_TIMES`; the first time without.
 */
import { readConfig } from '#platform/config'
import { createLogger } from '#platform/telemetry'
import { boot } from '../../processes/boot.ts'

const [point, where] = (process.env.FAULT ?? '').split(' ')
let timesLeft = Number(process.env.FAULT_TIMES ?? 1)
const running = await boot(readConfig(process.env), createLogger({ service: 'entrepot', level: 'error' }))
running.app.fault = (at, address) => {
  if (at !== point || address !== where) return
  timesLeft -= 1
  if (timesLeft === 0) process.kill(process.pid, 'SIGKILL')
}
process.stdout.write(`Entrepot is up, to break at ${process.env.FAULT}: ${running.address}\n`)
