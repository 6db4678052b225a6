/** Clients of the sockets that come and go while the server is killed: nothing is missed, nothing is heard twice. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openRaw, type RawSocket } from '../raw-socket.ts'
import { type Server, startServer } from './server.ts'
import { eventually, openOwnTrade, sell, type Trade } from './trade.ts'

let trade: Trade
let server: Server
let token = ''
before(async () => {
  trade = await openOwnTrade({ WEB: 'off' })
  server = await startServer(trade.place)
  await trade.signIn()
  const body = JSON.stringify({ email: 'owner@faults.test', password: 'four unrelated words' })
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`${trade.place.url}/api/auth/login`, { method: 'POST', headers, body })
  token = String(((await reply.json()) as { data: { accessToken: string } }).data.accessToken)
})
after(async () => {
  await server?.kill()
  await trade?.close()
})

const clients = 100
const comings = 20
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What one client keeps between its connections. */
type Listener = { heard: string[]; cursor: string; resets: number; socket: RawSocket | undefined }

/** Connects and goes on from the cursor; tries again for as long as nobody answers. */
async function come(listener: Listener): Promise<RawSocket> {
  for (;;) {
    try {
      const socket = await openRaw(trade.place.url, { auth: { token }, keep: false })
      socket.ws.on('message', (data) => hear(listener, String(data)))
      socket.say('watch', { topics: ['company'], ...(listener.cursor ? { after: listener.cursor } : {}) })
      return socket
    } catch {
      await pause(50 + Math.random() * 200)
    }
  }
}

function hear(listener: Listener, frame: string): void {
  if (!frame.startsWith('42[')) return
  const [name, message] = JSON.parse(frame.slice(2)) as [string, { cursor?: string; type?: string; id?: string }]
  if (message.cursor) listener.cursor = message.cursor
  if (name === 'reset') listener.resets += 1
  if (name === 'event' && message.type === 'sale.completed') listener.heard.push(String(message.id))
}

test('F59: two thousand reconnects around a kill of the server: each hears each sale once', async (t) => {
  const listeners = Array.from(
    { length: clients },
    (): Listener => ({ heard: [], cursor: '', resets: 0, socket: undefined }),
  )
  const sold: string[] = []
  let isOver = false
  const selling = (async () => {
    for (let number = 0; !isOver; number += 1) {
      const key = `socket-${number}`
      let reply = await sell(trade, key, number).catch(() => undefined)
      while (reply?.status !== 201) {
        await pause(50)
        reply = await sell(trade, key, number).catch(() => undefined)
      }
      sold.push(String(reply.data.id))
      await pause(40)
    }
  })()
  const begun = performance.now()
  const coming = listeners.map(async (listener) => {
    for (let time = 0; time < comings; time += 1) {
      listener.socket = await come(listener)
      await Promise.race([listener.socket.closed, pause(100 + Math.random() * 300)])
      listener.socket.ws.terminate()
      await listener.socket.closed
    }
    listener.socket = await come(listener)
  })
  await pause(2_000)
  await server.kill()
  server = await startServer(trade.place)
  await Promise.all(coming)
  t.diagnostic(`${clients * comings} reconnects in ${Math.round((performance.now() - begun) / 1_000)} s`)
  isOver = true
  await selling
  const missing = () => listeners.filter(({ heard }) => heard.length < sold.length)
  await eventually('everybody has heard everything', async () => missing().length === 0)
  const [first] = listeners
  assert.deepEqual(first?.heard.toSorted(), sold.toSorted())
  for (const { heard, resets } of listeners) {
    assert.equal(resets, 0)
    assert.deepEqual(heard, first?.heard)
  }
  for (const { socket } of listeners) socket?.ws.close()
})
