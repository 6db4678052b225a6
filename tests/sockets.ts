/** Clients of the sockets for tests: what each of them hears is kept in order, and waited for instead of time. */
import assert from 'node:assert/strict'
import { io, type Socket } from 'socket.io-client'
import type { Message } from '#platform/realtime'

export type Heard = Message & { figures?: { number: string; shopId: string; total: { amount: number } } }
export type Ended = { reason: string; code?: string; retry: boolean }
export type Answered = {
  ok: boolean
  cursor: string
  code?: string
  message?: string
  details?: { field?: string; message: string }[]
}

export type Client = {
  socket: Socket
  events: Heard[]
  resets: { cursor: string; reason: string }[]
  presence: { topic: string; people: { id: string; name: string }[]; more: number }[]
  ended: Ended[]
  /** The cursor to come back with. */
  cursor: () => string
  watch: (topics: unknown, after?: unknown) => Promise<Answered>
  ask: (message: string, input: unknown) => Promise<Answered>
  /** Resolves when the condition holds, asked at each message; rejects when it does not within the time. */
  until: (holds: (client: Client) => boolean, withinMs?: number) => Promise<void>
  /** Closes from this side. */
  leave: () => void
}

const patienceMs = 5_000

type Options = { auth?: Record<string, unknown>; headers?: Record<string, string>; path?: string }

/** Connects and resolves when the server has let the client in; rejects with the refusal's data where it has not. */
export async function connectClient(url: string, { auth = {}, headers = {}, path }: Options = {}): Promise<Client> {
  const socket = io(url, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth, extraHeaders: headers },
    ...(path ? { path } : {}),
  })
  const client = makeClient(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.close()
      reject(error)
    })
  })
  return client
}

/** What a handshake was refused with. */
export async function refusedWith(connecting: Promise<Client>): Promise<string> {
  const client = await connecting.catch((error: Error & { data?: { code?: string } }) => error)
  if (client instanceof Error) return (client as { data?: { code?: string } }).data?.code ?? client.message
  client.leave()
  return 'let in'
}

export function makeClient(socket: Socket): Client {
  let last = ''
  const waiting = new Set<() => void>()
  const changed = () => {
    for (const look of [...waiting]) look()
  }
  const keep = <M>(name: string, list: M[]) => {
    socket.on(name, (message: M) => {
      list.push(message)
      const { cursor } = message as { cursor?: string }
      if (cursor) last = cursor
      changed()
    })
    return list
  }
  keep('cursor', [])
  const client: Client = {
    socket,
    events: keep('event', []),
    resets: keep('reset', []),
    presence: keep('presence', []),
    ended: keep('ended', []),
    cursor: () => last,
    ask: (message, input) => socket.timeout(patienceMs).emitWithAck(message, input),
    watch: (topics, after) => client.ask('watch', { topics, ...(after === undefined ? {} : { after }) }),
    until: (holds, withinMs = patienceMs) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const timer = setTimeout(() => {
        waiting.delete(look)
        const seen = { events: client.events.length, ended: client.ended, presence: client.presence.at(-1) }
        reject(new Error(`not seen within ${withinMs} ms: ${JSON.stringify(seen)}`))
      }, withinMs)
      const look = () => {
        if (!holds(client)) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
      return promise
    },
    leave: () => void socket.close(),
  }
  socket.on('disconnect', changed)
  return client
}

/** Fails unless the answer was yes; hands it on. */
export function mustBeOk(answer: Answered): Answered {
  assert.equal(answer.ok, true, JSON.stringify(answer))
  return answer
}
