import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type ListenerDefinition, refuse } from '#kernel'
import { announceEvents, type Listeners, startListeners } from '#platform/event-log'
import { type EventLogWorld, eventLogWorld, totalling } from '../../tests/event-log.ts'

let broken: ReadonlySet<number> = new Set()
let lost: ReadonlySet<number> = new Set()
const breaks = (amount: number) => {
  if (broken.has(amount)) throw new Error(`cannot count ${amount}`)
  if (lost.has(amount)) throw refuse('DATABASE_UNAVAILABLE')
}

const addToModel: ListenerDefinition['run'] = async ({ sql, companyId }, events) => {
  const amount = events.reduce((sum, { data }) => sum + Number(data.amount), 0)
  await sql`insert into test.total_model values (${companyId}, ${events.length}, ${amount})
    on conflict (company_id) do update
    set sales = total_model.sales + excluded.sales, amount = total_model.amount + excluded.amount`
}
let world: EventLogWorld
let running: Listeners[] = []
const start = (...options: Parameters<typeof startListeners>) => {
  const listeners = startListeners(...options)
  running.push(listeners)
  return listeners
}
before(async () => {
  world = await eventLogWorld({
    listeners: [
      totalling('count', { breaks }),
      totalling('other'),
      { ...totalling('model'), rebuilds: ['test.total_model'], run: addToModel },
      {
        name: 'echo',
        says: 'Answers a refund with a sale.',
        on: ['sale.refunded'],
        run: async ({ emit, newId }, events) => {
          for (const { data } of events) emit('sale.completed', { entity: 'test.sale', id: newId(), data })
        },
      },
    ],
  })
  await world.owner`create table test.total_model (company_id uuid primary key, sales bigint, amount bigint)`
  await world.owner`grant all on test.total_model to entrepot_app, entrepot_relay`
})
afterEach(async () => {
  await Promise.all(running.map((listeners) => listeners.stop()))
  running = []
  broken = new Set()
  lost = new Set()
})
after(() => world.close())

const sales = (count: number) => Array.from({ length: count }, (_, index) => ({ amount: index + 1 }))

test('readers miss nothing and apply in order while twelve writers commit slowly', async () => {
  const company = world.app.newId()
  const listeners = start(world.app, { pollMs: 20 })
  const writers = Array.from({ length: 12 }, async (_, writer) => {
    for (let round = 0; round < 42; round += 1) await world.append(company, sales(10), (writer * 7 + round * 11) % 26)
  })
  await Promise.all(writers)
  await listeners.idle()
  const rows =
    await world.owner`select a.event_seq from test.applied a where company_id = ${company} and listener = 'other'
    order by id`
  const logged =
    await world.owner`select seq from event_log.event where company_id = ${company} order by event.xid, seq`
  assert.equal(rows.length, 5_040)
  assert.deepEqual(
    rows.map(({ event_seq: seq }) => seq),
    logged.map(({ seq }) => seq),
  )
})

test('an event that fails is retried with pauses and parked, while the rest goes on', async () => {
  const company = world.app.newId()
  const listeners = start(world.app)
  broken = new Set([666])
  await world.append(company, [{ amount: 1 }, { amount: 666 }, { amount: 2 }])
  await listeners.idle()
  assert.deepEqual(await amountsOf(company, 'count'), [1, 2])
  assert.deepEqual(await amountsOf(company, 'other'), [1, 666, 2])
  assert.deepEqual(await listeners.parkedEvents('test.count'), [])
  for (const pauseS of [1, 5, 30, 120, 600]) {
    world.clock.now += pauseS * 1_000
    await listeners.idle()
  }
  const [parked, ...more] = await listeners.parkedEvents('test.count')
  assert.equal(more.length, 0)
  assert.equal(parked?.attempts, 6)
  assert.match(parked?.error ?? '', /cannot count 666/)
})

test('an event whose work loses its connection each time is parked too, and keeps nothing else waiting', async () => {
  const company = world.app.newId()
  const listeners = start(world.app, { pollMs: 20 })
  lost = new Set([555])
  await world.append(company, [{ amount: 1 }, { amount: 555 }, { amount: 2 }])
  await listeners.idle()
  assert.deepEqual(await amountsOf(company, 'count'), [1, 2])
  for (const pauseS of [1, 5, 30, 120, 600]) {
    world.clock.now += pauseS * 1_000
    await listeners.idle()
  }
  const parked = (await listeners.parkedEvents('test.count')).filter(({ companyId }) => companyId === company)
  assert.deepEqual(
    parked.map(({ attempts }) => attempts),
    [6],
  )
  lost = new Set()
  await listeners.replay('test.count', Number(parked[0]?.eventSeq))
  assert.deepEqual(await amountsOf(company, 'count'), [1, 2, 555])
})

test('a parked event is applied once when it is replayed after the fault is mended', async () => {
  const [parked] = await start(world.app).parkedEvents('test.count')
  assert.ok(parked)
  const listeners = start(world.app)
  await listeners.replay('test.count', parked.eventSeq)
  assert.deepEqual(await amountsOf(parked.companyId, 'count'), [1, 2, 666])
  assert.deepEqual(await listeners.parkedEvents('test.count'), [])
  await assert.rejects(listeners.replay('test.count', parked.eventSeq), { code: 'NOT_FOUND' })
})

test('a failed event succeeds by itself at its next retry when the fault has gone', async () => {
  const company = world.app.newId()
  const listeners = start(world.app)
  broken = new Set([7])
  await world.append(company, [{ amount: 7 }])
  await listeners.idle()
  broken = new Set()
  world.clock.now += 1_000
  await listeners.idle()
  assert.deepEqual(await amountsOf(company, 'count'), [7])
})

test('an effect is applied once when the cursor could not move after it', async () => {
  const company = world.app.newId()
  let faults = 0
  const listeners = start(world.app, {
    fault: (point, listener) => {
      if (point !== 'applied' || listener !== 'test.count' || faults === 2) return
      faults += 1
      throw new Error('the power went')
    },
  })
  await world.append(company, [{ amount: 1 }, { amount: 2 }])
  await listeners.idle()
  assert.equal(faults, 2)
  assert.deepEqual(await amountsOf(company, 'count'), [1, 2])
})

test('an effect is applied once when its process is killed before the cursor moves', async () => {
  const company = world.app.newId()
  await world.append(company, [{ amount: 1 }, { amount: 2 }])
  const process = runProcess('die')
  const [, signal] = await once(process, 'exit')
  assert.equal(signal, 'SIGKILL')
  assert.deepEqual(await amountsOf(company, 'count'), [1, 2])
  await start(world.app).idle()
  assert.deepEqual(await amountsOf(company, 'count'), [1, 2])
})

test('listeners go on when the database ends all their connections', async () => {
  const company = world.app.newId()
  const listeners = start(world.app, { pollMs: 20 })
  await listeners.idle()
  await world.append(company, sales(50))
  await world.owner`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and usename in ('entrepot_app', 'entrepot_relay')`
  const calmed = async (): Promise<void> => listeners.idle().catch(calmed)
  await calmed()
  assert.deepEqual(
    await amountsOf(company, 'count'),
    sales(50).map(({ amount }) => amount),
  )
  assert.ok((await listeners.status()).every(({ here, waiting }) => here && waiting === 0))
})

test('one process at a time runs a listener, and another takes over when it dies', async () => {
  const company = world.app.newId()
  const process = runProcess('stay')
  await once(process.stdout, 'data')
  const listeners = start(world.app, { pollMs: 20 })
  await listeners.idle()
  assert.equal((await listeners.status()).find(({ listener }) => listener === 'test.count')?.here, false)
  process.kill('SIGKILL')
  await once(process, 'exit')
  await world.append(company, [{ amount: 5 }])
  await listeners.idle()
  assert.deepEqual(await amountsOf(company, 'count'), [5])
  assert.equal((await listeners.status()).find(({ listener }) => listener === 'test.count')?.here, true)
})

test('a rebuild empties a read model and gives the same tables again', async () => {
  const listeners = start(world.app, { batchSize: 100 })
  for (const company of [world.app.newId(), world.app.newId()]) await world.append(company, sales(300))
  await listeners.idle()
  const before = await world.owner`select * from test.total_model order by company_id`
  await world.owner`update test.total_model set sales = sales + 1`
  const steps: number[] = []
  await listeners.rebuild('test.model', ({ done }) => steps.push(done))
  assert.deepEqual(await world.owner`select * from test.total_model order by company_id`, before)
  assert.equal(
    steps.at(-1),
    before.reduce((sum, { sales: count }) => sum + Number(count), 0),
  )
})

test('a rebuild of a listener that names no tables is refused', async () => {
  await assert.rejects(start(world.app).rebuild('test.count'), { code: 'VALIDATION_FAILED' })
})

test('what a listener emits is appended with its effect and read on before idle resolves', async () => {
  const company = world.app.newId()
  const listeners = start(world.app)
  await world.append(company, [{ type: 'sale.refunded', amount: 9 }])
  await listeners.idle()
  assert.deepEqual(await amountsOf(company, 'other'), [9])
  const [event] =
    await world.owner`select actor from event_log.event where company_id = ${company} and type = 'sale.completed'`
  assert.equal(event?.actor.name, 'test.echo')
})

test('what one listener emits is read on also where another one began earlier and ended later', async () => {
  const company = world.app.newId()
  const echoed = Promise.withResolvers<void>()
  const listeners = start(world.app, {
    fault: async (point, listener) => {
      if (point === 'moved' && listener === 'test.echo') setImmediate(echoed.resolve)
      if (point === 'read' && listener === 'test.count') await echoed.promise
      // Only a slow reader shows that it was not waited for.
      if (point === 'read' && listener === 'test.other') await pause(100)
    },
  })
  await world.append(company, [{ amount: 1 }, { type: 'sale.refunded', amount: 9 }])
  await listeners.idle()
  for (const listener of ['count', 'other']) assert.deepEqual(await amountsOf(company, listener), [1, 9])
})

test('an announcement of another process wakes a reader that would look again only in a minute', async () => {
  const applied = Promise.withResolvers<void>()
  const listeners = start(world.app, {
    pollMs: 60_000,
    fault: (point) => void (point === 'moved' && applied.resolve()),
  })
  await listeners.idle()
  const announcer = announceEvents(world.app.db.relay, 'another process')
  await world.append(world.app.newId(), [{ amount: 1 }])
  announcer.appended()
  await applied.promise
})

test('status counts what is unread for each listener', async () => {
  const stopped = start(world.app)
  await stopped.idle()
  await stopped.stop()
  await world.append(world.app.newId(), [...sales(3), { type: 'sale.counted', amount: 1 }])
  const none = start(world.app, {
    listeners: () => true,
    pollMs: 60_000,
    fault: () => Promise.reject(new Error('held')),
  })
  const status = await none.status()
  assert.deepEqual(
    status.map(({ listener, behind }) => [listener, behind]),
    [
      ['test.count', 3],
      ['test.echo', 0],
      ['test.model', 3],
      ['test.other', 3],
    ],
  )
})

async function amountsOf(company: string, listener: string): Promise<number[]> {
  const rows = await world.owner`
    select amount::float8 as amount from test.applied
    where company_id = ${company} and listener = ${listener} order by id`
  return rows.map(({ amount }) => amount)
}

function runProcess(mode: 'die' | 'stay') {
  const script = new URL('../../tests/faults/listener-process.ts', import.meta.url).pathname
  return spawn(process.execPath, [script, world.ownerUrl, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
}
