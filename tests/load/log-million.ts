/**
 * Appends events by twelve writers with transactions of 0 to 25 ms while four listeners read, and reports whether any
 * was missed, applied twice or out of order, and how fast it went.
 * `node tests/load/log-million.ts [events] [per transaction]`
 */
import { startListeners } from '#platform/event-log'
import { eventLogWorld, totalling } from '../event-log.ts'

const events = Number(process.argv[2] ?? 1_000_000)
const perTransaction = Number(process.argv[3] ?? 100)
const names = ['one', 'two', 'three', 'four']
const world = await eventLogWorld({ listeners: names.map((name) => totalling(name)) })
const companies = Array.from({ length: 5 }, () => world.app.newId())
const listeners = startListeners(world.app)
world.app.eventsAppended = listeners.wake

const transactions = Math.ceil(events / perTransaction)
const sales = Array.from({ length: perTransaction }, (_, index) => ({ amount: index }))
const begun = performance.now()
let next = 0
const write = async (writer: number) => {
  while (next < transactions) {
    const turn = next++
    await world.append(companies[turn % companies.length] ?? '', sales, (writer * 7 + turn * 11) % 26)
  }
}
const report = setInterval(async () => {
  const status = await listeners.status()
  const behind = status.map(({ listener, behind: count }) => `${listener} ${count}`).join(', ')
  console.log(`${seconds()} s: ${next * perTransaction} appended, behind: ${behind}`)
}, 10_000)
await Promise.all(Array.from({ length: 12 }, (_, writer) => write(writer)))
const written = performance.now()
await listeners.idle()
clearInterval(report)
const total = transactions * perTransaction
console.log(`${total} events appended in ${seconds(written)} s, read by four listeners ${seconds()} s after the start`)
console.log(`read: ${Math.round((total * 4) / ((performance.now() - begun) / 1_000))} events a second`)
for (const name of names) {
  const [row] = await world.owner`
    select count(*) as applied, count(distinct event_seq) as distinct from test.applied where listener = ${name}`
  const [order] = await world.owner`
    select count(*) as wrong from (select e.xid, e.seq, a.event_seq,
        lag(e.xid) over w as before_xid, lag(e.seq) over w as before_seq
      from test.applied a join event_log.event e on e.seq = a.event_seq where a.listener = ${name}
      window w as (partition by a.company_id order by a.id)) o where (o.xid, o.seq) < (o.before_xid, o.before_seq)`
  const missed = total - Number(row?.distinct)
  console.log(
    `${name}: missed ${missed}, twice ${Number(row?.applied) - Number(row?.distinct)}, out of order ${order?.wrong}`,
  )
}
await listeners.stop()
await world.close()

function seconds(at = performance.now()): string {
  return ((at - begun) / 1_000).toFixed(1)
}
