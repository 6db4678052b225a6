/**
 * A process of its own that runs the listener `count` on a database, to be killed by a test. Says `holds` once it holds
 * the listener; with `die` it kills itself after an effect is committed and before its cursor moves.
 */
import { startListeners } from '#platform/event-log'
import { eventLogWorld, totalling } from '../event-log.ts'

const [url, mode] = process.argv.slice(2)
const world = await eventLogWorld({ listeners: [totalling('count')] }, url)
const listeners = startListeners(world.app, {
  fault: (point) => {
    if (mode === 'die' && point === 'applied') process.kill(process.pid, 'SIGKILL')
  },
})
await listeners.idle()
process.stdout.write('holds\n')
