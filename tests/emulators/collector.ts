/** A small OTLP/HTTP collector: takes traces as JSON at /v1/traces and keeps their spans. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Value = { stringValue?: string; intValue?: number; boolValue?: boolean }

/** A span as OTLP writes it (opentelemetry-proto, trace.proto); status code 2 is an error. */
export type ReceivedSpan = {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: { key: string; value: Value }[]
  status: { code?: number; message?: string }
}

export type Collector = {
  endpoint: string
  spans: ReceivedSpan[]
  services: Set<string | undefined>
  headers: NodeJS.Dict<string | string[]>[]
  close: () => void
}

type Body = {
  resourceSpans: {
    resource: { attributes: { key: string; value: Value }[] }
    scopeSpans: { spans: ReceivedSpan[] }[]
  }[]
}

/** Starts the collector on a free port of loopback. */
export async function startCollector(): Promise<Collector> {
  const server = createServer(async (request, response) => {
    const isTraces = request.method === 'POST' && request.url === '/v1/traces'
    if (!isTraces || request.headers['content-type'] !== 'application/json') return response.writeHead(404).end()
    const body: Body = JSON.parse((await request.toArray()).join(''))
    collector.headers.push(request.headers)
    for (const { resource, scopeSpans } of body.resourceSpans) {
      collector.services.add(resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue)
      for (const { spans } of scopeSpans) collector.spans.push(...spans)
    }
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const collector: Collector = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: [],
    services: new Set(),
    headers: [],
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return collector
}
