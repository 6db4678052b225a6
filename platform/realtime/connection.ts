/** One client: its socket, who it is, what it watches. */
import type { Socket } from 'socket.io'
import type { Actor } from '#kernel'
import type { Position } from '#platform/event-log'
import type { Credential, Greeted } from './greeting.ts'
import type { ClientMessages, Ending, ServerMessages } from './protocol.ts'
import type { Wire } from './wire.ts'

export type SocketData = Greeted & { credential: Credential }
export type ClientSocket = Socket<ClientMessages, ServerMessages, Record<string, never>, SocketData>

export class Connection {
  readonly socket: ClientSocket
  readonly wire: Wire
  readonly actor: Actor
  readonly companyId: string
  credential: Credential
  /** What is watched, and from where in the log on it has been told. */
  readonly topics = new Map<string, Position>()
  #isOver = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(socket: ClientSocket, wire: Wire) {
    this.socket = socket
    this.wire = wire
    const { actor, companyId, credential } = socket.data
    this.actor = actor
    this.companyId = companyId
    this.credential = credential
  }

  /** Whether nothing is to be told any more. */
  get isOver(): boolean {
    return this.#isOver || !this.socket.connected
  }

  /** Calls of one client are answered one after the other. */
  inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** Says why and closes. Answers false where it was over already. */
  end(ending: Ending): boolean {
    if (this.#isOver) return false
    this.#isOver = true
    this.socket.emit('ended', ending)
    // A client connects again by itself after the transport has closed, not after it was told to go.
    if (!ending.retry) this.socket.disconnect()
    this.wire.close()
    return true
  }
}
