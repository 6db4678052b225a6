/**
 * Traces by OpenTelemetry, when a collector is set. Without one nothing of OpenTelemetry is loaded and a span is a call
 * of its function: every function here is the plain path with one comparison in front.
 */
import type { Span, Tracer } from '@opentelemetry/api'

type Api = typeof import('@opentelemetry/api')
type Attributes = Readonly<Record<string, string | number | boolean>>

/** `endpoint`: base address of an OTLP/HTTP collector. `headers` go with every export. `ratio` of traces kept (1). */
export type TracingSettings = {
  endpoint: string
  service: string
  headers?: Readonly<Record<string, string>>
  ratio?: number
}

/** `flush` sends what waits; `stop` sends it and ends tracing. */
export type Tracing = { flush: () => Promise<void>; stop: () => Promise<void> }

let active: { api: Api; tracer: Tracer } | undefined

/**
 * Starts tracing for this process. Spans wait in a bounded queue; a collector that is away costs spans, not requests.
 */
export async function startTracing({ endpoint, service, headers, ratio = 1 }: TracingSettings): Promise<Tracing> {
  const [api, sdk, exporters, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  const exporter = new exporters.OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: 3_000 })
  const provider = new sdk.NodeTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': service }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, { maxQueueSize: 2_048 })],
  })
  provider.register()
  active = { api, tracer: provider.getTracer('entrepot') }
  return {
    flush: () => provider.forceFlush(),
    stop: async () => {
      active = undefined
      await provider.shutdown()
      api.trace.disable()
      api.context.disable()
      api.propagation.disable()
    },
  }
}

/** Runs `fn` as a span: its time, its attributes, and its error when it throws. */
export async function withSpan<T>(name: string, attributes: Attributes, fn: () => Promise<T>): Promise<T> {
  if (!active) return fn()
  const { api, tracer } = active
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await fn()
    } catch (error) {
      markFailed(api, span, error)
      throw error
    } finally {
      span.end()
    }
  })
}

/** Continues the trace that the caller's `traceparent` header names, inside `fn`. */
export function continueTrace<T>(headers: Readonly<Record<string, unknown>>, fn: () => T): T {
  if (!active) return fn()
  const { context, propagation } = active.api
  return context.with(propagation.extract(context.active(), headers), fn)
}

/** The headers that carry the current trace to another process or into an event; empty without a trace. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {}
  active?.api.propagation.inject(active.api.context.active(), headers)
  return headers
}

/** The id of the current trace, for log lines. */
export function currentTraceId(): string | undefined {
  return active?.api.trace.getActiveSpan()?.spanContext().traceId
}

/** The code says enough: a message may quote what people typed. */
function markFailed({ SpanStatusCode }: Api, span: Span, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL'
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}
