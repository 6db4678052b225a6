import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { startListeners } from '#platform/event-log'
import { type Opened, withInstallation } from './installation.ts'

/** `entrepot replay` and `entrepot rebuild`: care of the event log's listeners. */
export const eventCommands = (): Command[] => [replay(), rebuild()]

const replay = (): Command =>
  new Command('replay')
    .description(
      'Lists events that listeners gave up on; with a listener and a number, applies one of them again, once.',
    )
    .argument('[listener]', 'such as finance.postJournals')
    .argument('[number]', 'the number of the event')
    .action((listener: string | undefined, number: string | undefined) =>
      withInstallation(async (opened) => {
        const listeners = listenersOf(opened)
        try {
          if (listener && number) {
            await listeners.replay(listener, Number(number))
            process.stdout.write(`Applied event ${number} to ${listener}.\n`)
            return
          }
          const parked = await listeners.parkedEvents(listener)
          for (const event of parked) process.stdout.write(`${JSON.stringify(event)}\n`)
          if (parked.length === 0) process.stdout.write('No event is parked.\n')
        } finally {
          await listeners.stop()
        }
      }),
    )

const rebuild = (): Command =>
  new Command('rebuild')
    .description(
      'Empties the read model of a listener and reads the log again. Figures are incomplete until it is done.',
    )
    .argument('<listener>', 'such as analytics.dailySales')
    .action((listener: string) =>
      withInstallation(async (opened) => {
        const listeners = listenersOf(opened, listener)
        const bar = new SingleBar({ format: '{bar} {value}/{total} events', clearOnComplete: false })
        bar.start(1, 0)
        try {
          await listeners.rebuild(listener, ({ done, total }) => {
            bar.setTotal(Math.max(total, 1))
            bar.update(done)
          })
        } finally {
          bar.stop()
          await listeners.stop()
        }
        process.stdout.write(`${listener} is rebuilt.\n`)
      }),
    )

/** Runs none but the one asked for: a server beside us runs the others. */
const listenersOf = ({ app }: Opened, only?: string) =>
  startListeners(app, { listeners: ({ address }) => address === only })
