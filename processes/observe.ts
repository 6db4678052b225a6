/** What /metrics tells beside Node's own figures: requests, database lanes, listeners' lag, parked events. */
import type { Sql } from '#kernel'
import { openNotebook } from '#modules/system'
import { equationsOf, examine, type Finding } from '#platform/doctor'
import type { Listeners } from '#platform/event-log'
import type { App } from '#platform/execution'
import type { Counted } from '#platform/realtime'
import type { Metrics } from '#platform/telemetry'

type Answered = (route: string, method: string, status: number, milliseconds: number) => void

/** Declares the metrics; answers the function that counts a request. */
export function observe(metrics: Metrics, app: App, listeners: Listeners): Answered {
  const requests = metrics.histogram({
    name: 'entrepot_http_request_seconds',
    help: 'Time to answer, by route and status class.',
    labels: ['route', 'method', 'status'],
  })
  metrics.gauge({
    name: 'entrepot_database_lanes_lent',
    help: 'Connections for transactions in use.',
    collect: (gauge) => gauge.set(app.db.load().lent),
  })
  metrics.gauge({
    name: 'entrepot_database_callers_waiting',
    help: 'Calls that wait for a connection.',
    collect: (gauge) => gauge.set(app.db.load().waiting),
  })
  const parked = metrics.gauge({
    name: 'entrepot_events_parked',
    help: 'Events that a listener gave up on.',
    labels: ['listener'],
  })
  metrics.gauge({
    name: 'entrepot_listener_lag_events',
    help: 'Committed events that a listener has not read.',
    labels: ['listener'],
    collect: async (gauge) => {
      for (const status of await listeners.status()) {
        gauge.set({ listener: status.listener }, status.behind)
        parked.set({ listener: status.listener }, status.parked)
      }
    },
  })
  return (route, method, status, milliseconds) =>
    requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000)
}

/** Sockets, what they were told, and why they were refused or ended. */
export function observeSockets(metrics: Metrics, size: () => number): Counted {
  metrics.gauge({
    name: 'entrepot_realtime_sockets',
    help: 'Sockets that are connected.',
    collect: (gauge) => gauge.set(size()),
  })
  const delivered = metrics.counter({
    name: 'entrepot_realtime_delivered_total',
    help: 'Events told, once for each socket that they were told to.',
  })
  const dropped = metrics.counter({
    name: 'entrepot_realtime_dropped_total',
    help: 'Sockets that were ended from here.',
    labels: ['reason'],
  })
  const refused = metrics.counter({
    name: 'entrepot_realtime_refused_total',
    help: 'Sockets that were not let in.',
    labels: ['code'],
  })
  return {
    delivered: (count) => delivered.inc(count),
    dropped: (reason) => dropped.inc({ reason }),
    refused: (code) => refused.inc({ code }),
  }
}

/** The doctor as a job calls it: every breach is logged, noted and counted in the metric. */
export function observeDoctor(metrics: Metrics, app: App): (examinationId: string) => Promise<number> {
  const gauge = metrics.gauge({
    name: 'entrepot_doctor_breaches',
    help: 'Broken equations found by the last examination.',
    labels: ['equation'],
  })
  const notebook = openNotebook(app.db.relay as unknown as Sql, app.clock)
  return async (id) => {
    await notebook.begin(id, equationsOf(app.registry).length)
    try {
      const count = await examineAll(app, async (done, { equation, says, breaches }) => {
        gauge.set({ equation }, breaches.length)
        await notebook.found(id, done, breaches.length > 0 ? { equation, says, breaches } : undefined)
      })
      await notebook.end(id)
      return count
    } catch (error) {
      await notebook.end(id, error instanceof Error ? error.message : String(error))
      throw error
    }
  }
}

async function examineAll(app: App, told: (done: number, finding: Finding) => Promise<void>): Promise<number> {
  let done = 0
  let count = 0
  for await (const finding of examine(app.db.relay, app.registry, app.clock)) {
    const { equation, breaches } = finding
    done += 1
    count += breaches.length
    if (breaches.length > 0) app.log.error({ equation, first: breaches[0] }, 'an equation does not hold')
    await told(done, finding)
  }
  return count
}
