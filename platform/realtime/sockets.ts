/** The sockets of this process: who is connected, and what they are told. */
import { type Socket as Transport, Server as Transports } from 'engine.io'
import type { FastifyInstance } from 'fastify'
import { Server } from 'socket.io'
import { type LoggedEvent, type Refusal, refuse } from '#kernel'
import type { App } from '#platform/execution'
import { type ClientSocket, Connection, type SocketData } from './connection.ts'
import { cursorOf } from './cursor.ts'
import { socketDoor, type Upgrade } from './door.ts'
import type { Feed } from './feed.ts'
import { authorizationOf, credentialOf, greet, type Identify, refusalOf } from './greeting.ts'
import { readRenew } from './inputs.rules.ts'
import { limits } from './limits.ts'
import type { Notice } from './notice.ts'
import type { Present } from './presence.ts'
import type { Answer, ClientMessages, Ending, ServerMessages } from './protocol.ts'
import { Rights } from './rights.ts'
import { Rooms } from './rooms.ts'
import { companyRoom, presenceRoom, Watching } from './watching.ts'
import { Wire } from './wire.ts'

export type SocketsOptions = {
  app: App
  feed: Feed
  identify: Identify
  refresh: (authorizations: readonly string[]) => Promise<void>
  /** Whether the event says that somebody's rights in its company have changed. */
  changesRights: (event: LoggedEvent) => boolean
  origins: readonly string[]
  /** Told for the metrics. */
  counted?: Partial<Counted>
}
export type Counted = {
  delivered: (count: number) => void
  dropped: (reason: Ending['reason']) => void
  refused: (code: string) => void
}

/** How often waiting bytes are looked at, and how often clients hear how far the log is read; milliseconds. */
const sweepMs = 1_000
const cursorMs = 15_000
/** Bytes told since the last look after which the next one does not wait. */
const sweepBytes = limits.waitingBytesMax / 8

export class Sockets {
  readonly #options: SocketsOptions
  readonly #transports = new Transports({
    transports: ['websocket'],
    maxHttpBufferSize: limits.messageBytes,
    perMessageDeflate: false,
  })
  readonly #io = new Server<ClientMessages, ServerMessages, Record<string, never>, SocketData>({
    serveClient: false,
    connectTimeout: limits.greetingMs,
  })
  readonly #rooms = new Rooms()
  readonly #watching: Watching
  readonly #rights: Rights
  readonly #wires = new Map<Transport, Wire>()
  readonly #connections = new Map<Wire, Connection>()
  readonly #ofOne = new Map<string, number>()
  readonly #timers: NodeJS.Timeout[] = []
  readonly #addresses = new WeakMap<object, string>()
  #toldCursor = ''
  #toldBytes = 0
  #isStopping = false

  constructor(options: SocketsOptions) {
    const { app, feed } = options
    this.#options = options
    feed.presence.tell((place, present) => this.#tellPresence(place, present))
    const delivered = (count: number) => options.counted?.delivered?.(count)
    const dropSlow = (connection: Connection) => this.#end(connection, slowReader)
    this.#watching = new Watching({ clock: app.clock, feed, rooms: this.#rooms, delivered, dropSlow })
    this.#rights = new Rights({
      ...options,
      connections: () => this.#connections.values(),
      end: (connection, ending) => this.#end(connection, ending),
    })
    feed.tell({
      notices: (companyId, notices) => this.#tell(companyId, notices),
      flooded: (companyId) => this.#reset(companyId),
      event: (event) => options.changesRights(event) && this.#rights.changedIn(event.companyId),
      isNeeded: (companyId) => this.#rooms.isNeeded(companyId),
    })
    this.#io.bind(this.#transports)
    this.#transports.on('connection', (transport: Transport) => this.#open(transport))
    this.#io.use((socket, next) => void this.#greet(socket).then(next))
    this.#io.on('connection', (socket) => this.#connect(socket))
  }

  /** How many are connected. */
  get size(): number {
    return this.#connections.size
  }

  /** Puts the sockets on a server; they end when it closes. */
  attach(server: FastifyInstance): void {
    socketDoor(server, {
      origins: this.#options.origins,
      requireRoom: () => this.#requireRoom(),
      admit: (upgrade) => this.#admit(upgrade),
    })
    this.#timers.push(setInterval(() => this.#sweep(), sweepMs).unref())
    this.#timers.push(setInterval(() => this.#tellCursor(), cursorMs).unref())
    server.addHook('preClose', () => this.stop())
  }

  /** Tells everybody to come back, and waits until they have gone or their time is over. */
  async stop(): Promise<void> {
    this.#isStopping = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#rights.stop()
    const ending: Ending = { reason: 'stopping', message: 'The server stops. Connect again.', retry: true }
    for (const connection of [...this.#connections.values()]) connection.end(ending)
    for (const wire of this.#wires.values()) wire.close()
    const end = performance.now() + limits.farewellMs + 200
    while (this.#wires.size > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10))
    this.#transports.close()
  }

  #requireRoom(): void {
    if (this.#isStopping || this.#wires.size >= limits.sockets) throw refuse('OVERLOADED', 'Too many connections.', 5)
  }

  #admit({ raw, socket, head, address }: Upgrade): void {
    this.#addresses.set(raw, address)
    this.#transports.handleUpgrade(raw as never, socket, head)
  }

  #open(transport: Transport): void {
    const wire = new Wire(transport, () => this.#flood(wire))
    this.#wires.set(transport, wire)
    transport.once('close', () => this.#wires.delete(transport))
  }

  /** Says what is wrong with the credential, or nothing. */
  async #greet(socket: ClientSocket): Promise<(Error & { data?: object }) | undefined> {
    const { app, identify, counted } = this.#options
    const { headers, auth } = socket.handshake
    const address = this.#addresses.get(socket.request) ?? socket.conn.remoteAddress
    const credential = credentialOf(headers, auth, address)
    try {
      const greeted = await greet(identify, credential)
      if ((this.#ofOne.get(greeted.actor.id) ?? 0) >= limits.socketsOfOne) {
        throw refuse('RATE_LIMITED', `At most ${limits.socketsOfOne} connections of one person.`)
      }
      Object.assign(socket.data, { ...greeted, credential })
      return undefined
    } catch (error) {
      const refusal = refusalOf(error, (err) => app.log.error({ err }, 'a socket could not be greeted'))
      counted?.refused?.(refusal.code)
      return Object.assign(new Error(refusal.message), { data: { ...said(refusal), status: refusal.status } })
    }
  }

  #connect(socket: ClientSocket): void {
    const wire = this.#wires.get(socket.conn)
    if (!wire) return void socket.disconnect(true)
    const connection = new Connection(socket, wire)
    const { id } = connection.actor
    this.#connections.set(wire, connection)
    this.#ofOne.set(id, (this.#ofOne.get(id) ?? 0) + 1)
    this.#rights.start()
    socket.on('disconnect', () => {
      // Who leaves without hanging up would be asked for ever whether they are still there.
      wire.close()
      this.#watching.leaveAll(connection)
      this.#connections.delete(wire)
      const left = (this.#ofOne.get(id) ?? 1) - 1
      if (left > 0) this.#ofOne.set(id, left)
      else this.#ofOne.delete(id)
    })
    const answer =
      <A extends object>(work: (input: unknown) => Promise<A> | A) =>
      (input: unknown, acknowledge: (answer: Answer<A>) => void) =>
        void this.#answer(connection, () => Promise.resolve(work(input)), acknowledge)
    socket.on(
      'watch',
      answer((input) => this.#watching.watch(connection, input)),
    )
    socket.on(
      'unwatch',
      answer((input) => this.#watching.unwatch(connection, input)),
    )
    socket.on(
      'renew',
      answer((input) => this.#renew(connection, input)),
    )
  }

  async #answer<A extends object>(
    connection: Connection,
    work: () => Promise<A>,
    acknowledge: (answer: Answer<A>) => void,
  ): Promise<void> {
    const { app } = this.#options
    const answer = await connection.inTurn(async (): Promise<Answer<A> | undefined> => {
      if (connection.isOver) return undefined
      try {
        return { ok: true, ...(await work()) }
      } catch (error) {
        return { ok: false, ...said(refusalOf(error, (err) => app.log.error({ err }, 'a socket was not answered'))) }
      }
    })
    if (answer && typeof acknowledge === 'function') acknowledge(answer)
  }

  /** Access tokens are short-lived: a client that stays shows the next one in time. */
  async #renew(connection: Connection, input: unknown): Promise<object> {
    const authorization = authorizationOf(readRenew(input))
    const { headers, address } = connection.credential
    const credential = { headers: { ...headers, authorization }, address }
    const { actor } = await greet(this.#options.identify, credential)
    if (actor.id !== connection.actor.id) throw refuse('FORBIDDEN', 'This is the token of somebody else.')
    connection.credential = credential
    return {}
  }

  #tell(companyId: string, notices: readonly Notice[]): void {
    if (!this.#rooms.isNeeded(companyId)) return
    for (const notice of notices) {
      const rooms = this.#rooms.hearing(notice)
      if (rooms.length === 0) continue
      this.#io.to(rooms).emit('event', notice.message)
      this.#options.counted?.delivered?.(this.#membersOf(rooms))
    }
    this.#toldBytes += notices.length * 300
    if (this.#toldBytes > sweepBytes) this.#dropSlow(false)
  }

  #membersOf(names: readonly string[]): number {
    const { rooms } = this.#io.sockets.adapter
    const sets = names.map((name) => rooms.get(name) ?? new Set<string>())
    return sets.length === 1 ? (sets[0]?.size ?? 0) : new Set(sets.flatMap((set) => [...set])).size
  }

  #reset(companyId: string): void {
    const cursor = cursorOf(this.#options.feed.position)
    this.#io.to(companyRoom(companyId)).emit('reset', { cursor, reason: 'too_much_at_once' })
  }

  /** So that who hears little does not fall behind what can still be told after an absence. */
  #tellCursor(): void {
    const cursor = cursorOf(this.#options.feed.position)
    if (cursor === this.#toldCursor || !this.#rooms.isNeeded()) return
    this.#toldCursor = cursor
    for (const companyId of this.#rooms.companies()) this.#io.to(companyRoom(companyId)).emit('cursor', { cursor })
  }

  #tellPresence(place: string, present: Present): void {
    const topic = place.slice(place.indexOf(' ') + 1)
    this.#io.to(presenceRoom(place)).emit('presence', { topic, ...present })
  }

  #sweep(): void {
    for (const wire of this.#wires.values()) wire.countBytes()
    this.#dropSlow(true)
  }

  #dropSlow(isLook: boolean): void {
    this.#toldBytes = 0
    for (const [wire, connection] of this.#connections) {
      if (wire.isSlow(isLook)) this.#end(connection, slowReader)
    }
  }

  #flood(wire: Wire): void {
    const connection = this.#connections.get(wire)
    const ending: Ending = {
      ...{ reason: 'rate_limited', code: 'RATE_LIMITED' },
      ...{ message: 'You send too much too fast.', retry: false },
    }
    if (connection) this.#end(connection, ending)
    else wire.close()
  }

  #end(connection: Connection, ending: Ending): void {
    if (!connection.end(ending)) return
    this.#watching.leaveAll(connection)
    this.#options.counted?.dropped?.(ending.reason)
  }
}

const slowReader: Ending = { reason: 'slow_reader', message: 'You do not read what you are sent.', retry: true }

const said = ({ code, message, details }: Refusal) => ({ code, message, details })
