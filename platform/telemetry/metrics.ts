/**
 * Metrics in Prometheus form. One registry per process (or per test), no globals. Labels take values from short lists
 * only (a route's pattern, a status class), never ids: each value is a series that lives as long as the process.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Names follow Prometheus: `entrepot_<what>_<unit>`, counters end in `_total`, times are in seconds. */
export type MetricOptions<L extends string = string> = { name: string; help: string; labels?: readonly L[] }

/** `buckets`: upper bounds in the metric's unit; the default suits HTTP calls in seconds. */
export type HistogramOptions<L extends string = string> = MetricOptions<L> & { buckets?: readonly number[] }

/** `collect` sets the value when it is asked for, so that nothing is measured between two scrapes. */
export type GaugeOptions<L extends string = string> = MetricOptions<L> & {
  collect?: (gauge: Gauge<L>) => void | Promise<void>
}

export type Metrics = {
  counter: <L extends string = string>(options: MetricOptions<L>) => Counter<L>
  gauge: <L extends string = string>(options: GaugeOptions<L>) => Gauge<L>
  histogram: <L extends string = string>(options: HistogramOptions<L>) => Histogram<L>
  /** The answer to `GET /metrics`. */
  text: () => Promise<string>
  contentType: string
}

const requestSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Makes the metrics of a process: those of Node (`process: false` leaves them out) and those it is asked for. */
export function createMetrics(settings: { service: string; process?: boolean }): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service: settings.service })
  if (settings.process !== false) collectDefaultMetrics({ register: registry })
  const shared = <L extends string>({ name, help, labels = [] }: MetricOptions<L>) => {
    return { name, help, labelNames: labels, registers: [registry] }
  }
  return {
    counter: (options) => new Counter(shared(options)),
    gauge: <L extends string>({ collect, ...options }: GaugeOptions<L>) => {
      const collected = collect && {
        collect(this: Gauge<L>) {
          return collect(this)
        },
      }
      return new Gauge<L>({ ...shared(options), ...collected })
    },
    histogram: ({ buckets = requestSeconds, ...options }) =>
      new Histogram({ ...shared(options), buckets: [...buckets] }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
