/** What a process tells about itself: log lines, metrics, and traces when a collector is set. */
export * from './telemetry/log.ts'
export * from './telemetry/metrics.ts'
export * from './telemetry/tracing.ts'
