/** Measures stretches of load, side by side with something bare. */
import type { Bench } from './bench.types.ts'
import { type Figure, latencyText, quantilesOf, short } from './figures.ts'
import { HttpClient, requestText } from './http-client.ts'
import type { Kind, LoadResult } from './load.ts'
import { cpuSeconds, familyCpuSeconds, memoryMb, runLoad } from './processes.ts'

/** Several stretches of one side together. CPU in seconds. */
export type Side = {
  done: number
  seconds: number
  errors: number
  firstError?: string | undefined
  latencies: number[]
  cpu: { server: number; database: number; load: number }
}

export const rateOf = ({ done, seconds }: Pick<Side, 'done' | 'seconds'>): number => done / seconds

/** Loads the server; `token` undefined for a route that needs none. */
export async function loadServer(
  bench: Bench,
  load: { kind: Kind; connections: number; seconds: number; requests?: number; port?: number; token?: string },
): Promise<Side> {
  const { server, owner } = bench
  return withCpu(bench, () => runLoad({ host: '127.0.0.1', port: server.port, token: owner.token, ...load }))
}

/** Runs a stretch and adds what it cost. */
export async function withCpu({ ground, server }: Bench, run: () => Promise<LoadResult>): Promise<Side> {
  const before = { server: cpuSeconds(server.pid), database: familyCpuSeconds(ground.database.pid) }
  const result = await run()
  const cpu = {
    server: cpuSeconds(server.pid) - before.server,
    database: familyCpuSeconds(ground.database.pid) - before.database,
    load: result.cpuSeconds,
  }
  return { ...result, cpu }
}

/** Lets two sides take turns, after a warm-up of each, so that what else the machine does meets both alike. */
export async function sideBySide(
  { rounds }: Pick<Bench, 'rounds'>,
  stretch: Record<'bare' | 'ours', (seconds: number) => Promise<Side>>,
  seconds: number,
): Promise<{ bare: Side; ours: Side }> {
  await stretch.bare(1)
  await stretch.ours(2)
  const bare: Side[] = []
  const ours: Side[] = []
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await stretch.bare(seconds))
    ours.push(await stretch.ours(seconds))
  }
  return { bare: together(bare), ours: together(ours) }
}

function together(sides: readonly Side[]): Side {
  const sum = (of: (side: Side) => number) => sides.reduce((total, side) => total + of(side), 0)
  return {
    done: sum(({ done }) => done),
    seconds: sum(({ seconds }) => seconds),
    errors: sum(({ errors }) => errors),
    firstError: sides.find(({ firstError }) => firstError)?.firstError,
    latencies: sides.flatMap(({ latencies }) => latencies),
    cpu: {
      server: sum(({ cpu }) => cpu.server),
      database: sum(({ cpu }) => cpu.database),
      load: sum(({ cpu }) => cpu.load),
    },
  }
}

/** The columns that every loaded part has. */
export function figureOf(bench: Bench, side: Side): Omit<Figure, 'what' | 'required' | 'met'> {
  const each = (seconds: number) => short((seconds * 1000) / Math.max(1, side.done))
  if (side.firstError) process.stderr.write(`first error: ${side.firstError}\n`)
  return {
    figure: `${short(rateOf(side))}/s`,
    latency: latencyText(quantilesOf(side.latencies)),
    errors: side.errors,
    serverMb: memoryMb(bench.server.pid),
    cpu: `${each(side.cpu.server)} / ${each(side.cpu.database)} / ${each(side.cpu.load)}`,
  }
}

/** Listeners that are behind for longer than this do not catch up at all. */
const idleWithinMs = 300_000

/** Waits until no listener is behind, as `/metrics` tells. Answers the milliseconds it took. */
export async function listenersIdle({ server }: Pick<Bench, 'server'>): Promise<number> {
  const begun = performance.now()
  const client = new HttpClient('127.0.0.1', server.port)
  for (;;) {
    const { body } = await client.send(requestText('GET', '/metrics', ''))
    const lags = [...body.matchAll(/entrepot_listener_lag_events\{[^}]*\} (\d+)/g)]
    if (lags.length > 0 && lags.every(([, lag]) => Number(lag) === 0)) break
    if (performance.now() - begun > idleWithinMs) throw new Error(`listeners stay behind: ${lags.join(', ') || 'none'}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  client.close()
  return performance.now() - begun
}
