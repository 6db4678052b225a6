/** A process that loads the server over HTTP: as many connections as asked, each with one request under way. */
import { randomUUID } from 'node:crypto'
import { HttpClient, requestText } from './http-client.ts'

export type Kind =
  | { is: 'get'; paths: string[] }
  | { is: 'sale'; shopId: string; registerIds: string[]; productIds: string[]; lines: number }

export type LoadJob = {
  host: string
  port: number
  token?: string
  connections: number
  /** Ends after whichever comes first. */
  seconds: number
  requests?: number
  kind: Kind
}
export type LoadResult = {
  done: number
  seconds: number
  errors: number
  firstError?: string
  latencies: number[]
  cpuSeconds: number
}

process.once('message', async (job: LoadJob) => {
  // A long message is not sent at once; who disconnects before that cuts it off.
  process.send?.(await runJob(job), () => process.disconnect())
})

async function runJob({ host, port, token, connections, seconds, requests = Infinity, kind }: LoadJob) {
  const result: LoadResult = { done: 0, seconds: 0, errors: 0, latencies: [], cpuSeconds: 0 }
  const headers = token ? `authorization: Bearer ${token}\r\n` : ''
  const begun = performance.now()
  const until = begun + seconds * 1000
  let left = requests
  const loop = async (_: unknown, index: number) => {
    const client = new HttpClient(host, port)
    const make = maker(kind, headers, index)
    for (let before = performance.now(); before < until && left > 0; ) {
      left -= 1
      const { status, body } = await client.send(make())
      const now = performance.now()
      result.latencies.push(now - before)
      if (status < 300) result.done += 1
      else {
        result.errors += 1
        result.firstError ??= body.slice(0, 300)
      }
      before = now
    }
    client.close()
  }
  await Promise.all(Array.from({ length: connections }, loop))
  result.seconds = (performance.now() - begun) / 1000
  result.cpuSeconds = (process.cpuUsage().user + process.cpuUsage().system) / 1e6
  return result
}

function maker(kind: Kind, headers: string, index: number): () => string {
  if (kind.is === 'get') {
    const texts = kind.paths.map((path) => requestText('GET', path, headers))
    return () => any(texts)
  }
  const { shopId, registerIds, productIds, lines } = kind
  const registerId = registerIds[index % registerIds.length]
  return () => {
    const body = saleBody(
      { shopId, registerId },
      Array.from({ length: lines }, () => any(productIds)),
    )
    return requestText('POST', '/api/erp/sales', `${headers}idempotency-key: ${randomUUID()}\r\n`, body)
  }
}

const any = (all: readonly string[]): string => all[Math.floor(Math.random() * all.length)] ?? ''

/** The till's request: one of each product, for cash. */
export const saleBody = (place: { shopId: string; registerId: string | undefined }, productIds: readonly string[]) =>
  JSON.stringify({
    ...place,
    lines: productIds.map((productId) => ({ productId, quantity: '1' })),
    tenders: [{ method: 'cash', amount: { amount: 1_000_000, currency: 'GBP' } }],
  })
