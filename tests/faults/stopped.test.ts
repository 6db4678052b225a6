/** A server that is told to stop, or killed at any moment, while tills sell; the next one goes on. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startLoad, tally } from './load.ts'
import { readyLimitMs, type Server, startServer } from './server.ts'
import { mustBeWhole, openOwnTrade, type Trade } from './trade.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const tills = 6
const kills = 4

let trade: Trade
let server: Server
/** Of all tests here: what the first has sold is there after the second. */
const acknowledged = new Map<string, string>()

before(async () => {
  trade = await openOwnTrade()
})
after(async () => {
  await server?.kill()
  await trade?.close()
})

test('F6: told to stop under load, the server refuses no sale it has taken and ends within ten seconds', async (t) => {
  server = await startServer(trade.place)
  await trade.signIn()
  const load = startLoad(trade, tills, 'stop')
  try {
    await load.untilEachSells()
    const told = performance.now()
    assert.equal(await server.stop(), 0, server.output())
    const ms = Math.round(performance.now() - told)
    t.diagnostic(`ended ${ms} ms after SIGTERM; ${load.acknowledged.size} sold until then`)
    assert.ok(ms < 10_000, `ended only after ${ms} ms`)
    assert.equal(tally(load.refused), 'none', 'nothing that was taken was refused')
    server = await startServer(trade.place)
    await load.untilEachSells()
  } finally {
    await load.stop()
  }
  t.diagnostic(
    `${load.acknowledged.size} sold, ${load.unheard()} calls without an answer, refused: ${tally(load.refused)}`,
  )
  assert.equal(tally(load.refused), 'none')
  for (const [key, id] of load.acknowledged) acknowledged.set(key, id)
  await mustBeWhole(trade, acknowledged)
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test(`F5: killed ${kills} times at any moment, no acknowledged sale is lost and none is made twice`, async (t) => {
  t.diagnostic(`SEED=${seed}`)
  const next = chance(seed)
  const load = startLoad(trade, tills, 'chaos')
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await load.untilEachSells()
      // The moment is the test: any time up to a second after all tills sell.
      await pause(next() * 1_000)
      await server.kill()
      server = await startServer(trade.place)
      t.diagnostic(`ready ${server.readyInMs} ms after the command`)
      assert.ok(server.readyInMs < readyLimitMs, `ready only after ${server.readyInMs} ms`)
    }
  } finally {
    await load.stop()
  }
  t.diagnostic(
    `${load.acknowledged.size} sold, ${load.unheard()} calls without an answer, refused: ${tally(load.refused)}`,
  )
  const faults = [...load.refused.keys()].filter((answer) => answer.startsWith('5'))
  assert.deepEqual(faults, [], 'a server that answers answers well')
  for (const [key, id] of load.acknowledged) acknowledged.set(key, id)
  await mustBeWhole(trade, acknowledged)
})
