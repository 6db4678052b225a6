/**
 * How long it takes to look into a long log: a million events of busy companies, and a quiet one whose few events stand
 * at its start. Catching up (`readRecent`), and the page of the log for one company, a rare type, a day, and everybody.
 * `node tests/load/log-lookup.ts [events]`
 */
import { lookBack, readRecent } from '#platform/event-log'
import { eventLogWorld } from '../event-log.ts'

const events = Number(process.argv[2] ?? 1_000_000)
const world = await eventLogWorld({})
const [quiet = '', ...busy] = Array.from({ length: 41 }, () => world.app.newId())
const begun = performance.now()
await world.append(
  quiet,
  Array.from({ length: 20 }, (_, amount) => ({ type: 'sale.counted', amount })),
)
// One transaction has one time, as in life.
const perStatement = 500
for (let done = 0; done < events; done += perStatement) await insertBusy(done)
await world.owner`analyze event_log.event`
console.log(`${events} events of ${busy.length} companies in ${seconds()} s`)

const { relay } = world.app.db
const upTo = { xid: '9223372036854775807', seq: 0 }
await measure('catch-up of the quiet company', async () => {
  return (await readRecent(relay, { companyId: quiet, upTo, limit: 1_000 })).events.length
})
await measure('catch-up of a busy company', async () => {
  return (await readRecent(relay, { companyId: busy[0] ?? '', upTo, limit: 1_000 })).events.length
})
const page = (query: object) => async () => (await lookBack(relay, { limit: 50, ...query })).events.length
await measure('the log of a busy company', page({ companyId: busy[0] }))
await measure('the log of the quiet company', page({ companyId: quiet }))
await measure('the log of everybody', page({}))
await measure('a rare type in a busy company', page({ companyId: busy[0], type: 'sale.counted' }))
await measure('a rare type of everybody', page({ type: 'sale.counted' }))
await measure('an hour long ago in a busy company', page({ companyId: busy[0], ...hourAt(0.3) }))
await measure('an hour long ago of everybody', page(hourAt(0.3)))
await world.close()

/** Events of one moment, as many seconds after those before as they are; the last ones by the world's clock. */
async function insertBusy(from: number): Promise<void> {
  await world.owner`insert into event_log.event (company_id, type, entity, subject_id, data, actor, request_id, at)
    select (${busy}::uuid[])[1 + n % ${busy.length}], 'sale.completed', 'test.sale', gen_random_uuid(),
      jsonb_build_object('amount', n, 'text', repeat('x', 300)), '{"kind": "system", "id": "x", "name": "x"}', 'load',
      ${new Date(world.clock.now).toISOString()}::timestamptz - make_interval(secs => ${events - from})
    from generate_series(${from}::int, ${from + perStatement - 1}::int) n`
}

function hourAt(share: number): { from: string; to: string } {
  const from = world.clock.now - events * (1 - share) * 1_000
  return { from: new Date(from).toISOString(), to: new Date(from + 3_600_000).toISOString() }
}

async function measure(what: string, work: () => Promise<number>): Promise<void> {
  const times: number[] = []
  let found = 0
  for (let turn = 0; turn < 9; turn++) {
    const start = performance.now()
    found = await work()
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`${what}: ${found} found, median ${sorted[4]?.toFixed(1)} ms, first ${times[0]?.toFixed(1)} ms`)
}

function seconds(): string {
  return ((performance.now() - begun) / 1_000).toFixed(1)
}
