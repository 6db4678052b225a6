/** How far the listeners are. */
import { boolean, choice, defineAction, instant, integer, type ListenerEntry, tags, text } from '#kernel'
import { type Lag, lagOf } from '#platform/event-log'
import { registryService } from '#platform/execution'
import { ofWhose, whoseOf } from '../whose.rules.ts'
import { lagSeconds, stateOf } from './listener.rules.ts'

export const listListeners = defineAction('listListeners', {
  label: 'Listeners',
  says: 'Tells how far each listener is; counts are of your own company, unless you look after all.',
  method: 'GET',
  path: '/system/listeners',
  answersList: true,
  crossCompany: true,
  input: { limit: integer({ min: 1, max: 200, default: 200 }) },
  output: {
    listener: text({ required: true }),
    module: text({ required: true }),
    says: text({ required: true }),
    on: tags({ required: true, max: 500, help: 'Event types; * is all.' }),
    state: choice(['reading', 'behind', 'rebuilding', 'parked'], { required: true }),
    behind: integer({ required: true, help: 'Events not read yet, counted up to 100,000.' }),
    lagSeconds: integer({ required: true, help: 'Age of the oldest of them.' }),
    waiting: integer({ required: true, help: 'Events that failed and are tried again.' }),
    parked: integer({ required: true, help: 'Events that wait for somebody.' }),
    oldestAt: instant(),
    canRebuild: boolean({ required: true, help: 'It keeps a read model that can be read again from the log.' }),
    cursor: integer({ help: 'The last event that it is done with; for who looks after all.' }),
  },
  run: async (context, { limit = 200 }) => {
    const { listeners } = context.use(registryService)
    const isAll = whoseOf(context) === undefined
    const lags = new Map((await lagOf(context.sql, listeners, ofWhose(context))).map((lag) => [lag.listener, lag]))
    return listeners.slice(0, limit).flatMap((entry) => {
      const lag = lags.get(entry.address)
      return lag ? [{ ...shown(entry, lag, context.now), cursor: isAll ? lag.cursor : null }] : []
    })
  },
})

const shown = ({ address, module, definition }: ListenerEntry, lag: Lag, now: string) => ({
  listener: address,
  module,
  says: definition.says,
  on: definition.on,
  state: stateOf(lag, now),
  behind: lag.behind,
  lagSeconds: lagSeconds(lag, now),
  waiting: lag.waiting,
  parked: lag.parked,
  oldestAt: lag.oldestAt,
  canRebuild: definition.rebuilds !== undefined,
})
