/** What /metrics tells beside Node's own figures: requests, database lanes, listeners' lag, parked events. */
import { examine } from '#platform/doctor'
import type { Listeners } from '#platform/event-log'
import type { App } from '#platform/execution'
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

/** The doctor as the nightly job calls it: every breach is logged, and counted in the metric. */
export function observeDoctor(metrics: Metrics, app: App): () => Promise<number> {
  const gauge = metrics.gauge({
    name: 'entrepot_doctor_breaches',
    help: 'Broken equations found by the last examination.',
    labels: ['equation'],
  })
  return async () => {
    let count = 0
    for await (const { equation, breaches } of examine(app.db.relay, app.registry, app.clock)) {
      gauge.set({ equation }, breaches.length)
      count += breaches.length
      if (breaches.length > 0) app.log.error({ equation, first: breaches[0] }, 'an equation does not hold')
    }
    return count
  }
}
