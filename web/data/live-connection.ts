/** The socket of a page, and what is watched over it. Loaded apart, so that pages are there before it is. */
import type { Socket } from 'socket.io-client'

export type LiveEvent = {
  cursor: string
  type: string
  entity: string
  id: string
  version: number | null
  shopId: string | null
  at: string
  actorName: string
  figures?: Record<string, unknown>
}
export type Present = { id: string; name: string }
export type LiveState = 'connecting' | 'live'
type Handlers = { event: (event: LiveEvent) => void; reset: () => void; ended: () => void }
/** Milliseconds after which a page that was refused, as by a full process, asks again. */
const refusedPauseMs = 10_000

type Watcher = { topics: readonly string[]; hear: (event: LiveEvent) => void }

export class LiveConnection {
  readonly #company: string | null
  readonly #watchers = new Set<Watcher>()
  readonly #states = new Set<() => void>()
  readonly #presence = new Map<string, Set<(present: Present[]) => void>>()
  #handlers: Handlers | undefined
  #socket: Socket | undefined
  #cursor: string | undefined
  state: LiveState = 'connecting'

  constructor(company: string | null) {
    this.#company = company
  }

  open(handlers: Handlers): void {
    this.#handlers = handlers
    void import('socket.io-client').then(({ io }) => {
      if (this.#handlers === handlers) this.#connect(io)
    })
  }

  close(): void {
    this.#handlers = undefined
    this.#socket?.disconnect()
    this.#socket = undefined
  }

  /** Answers what ends the watching. */
  watch(topics: readonly string[], hear: (event: LiveEvent) => void): () => void {
    const known = this.#topics()
    const watcher = { topics, hear }
    this.#watchers.add(watcher)
    const fresh = topics.filter((topic) => !known.has(topic))
    if (fresh.length > 0 && this.#socket?.connected) this.#ask(fresh)
    return () => {
      this.#watchers.delete(watcher)
      const still = this.#topics()
      const gone = topics.filter((topic) => !still.has(topic))
      if (gone.length > 0 && this.#socket?.connected) this.#socket.emit('unwatch', { topics: gone }, () => undefined)
    }
  }

  onState(listener: () => void): () => void {
    this.#states.add(listener)
    return () => this.#states.delete(listener)
  }

  onPresence(topic: string, listener: (present: Present[]) => void): () => void {
    const listeners = this.#presence.get(topic) ?? new Set()
    this.#presence.set(topic, listeners)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#presence.delete(topic)
    }
  }

  #topics(): Set<string> {
    return new Set([...this.#watchers].flatMap(({ topics }) => topics))
  }

  #connect(io: typeof import('socket.io-client').io): void {
    const socket = io({
      transports: ['websocket'],
      ...(this.#company ? { auth: { companyId: this.#company } } : {}),
      reconnectionDelayMax: 5_000,
      randomizationFactor: 0.5,
    })
    this.#socket = socket
    socket.on('connect', () => {
      this.#become('live')
      const topics = [...this.#topics()]
      if (topics.length > 0) this.#ask(topics, this.#cursor)
    })
    socket.on('disconnect', () => this.#become('connecting'))
    // A refused handshake is not tried again by the library: signed out is the end, anything else passes.
    socket.on('connect_error', (error: Error & { data?: { status?: number } }) => {
      if (error.data?.status === 401) this.#handlers?.ended()
      else if (!socket.active) setTimeout(() => this.#socket === socket && socket.connect(), refusedPauseMs)
    })
    socket.on('event', (event: LiveEvent) => this.#hear(event))
    socket.on('cursor', ({ cursor }: { cursor: string }) => {
      this.#cursor = cursor
    })
    socket.on('reset', ({ cursor }: { cursor: string }) => {
      this.#cursor = cursor
      this.#handlers?.reset()
    })
    socket.on('presence', ({ topic, people }: { topic: string; people: Present[] }) => {
      for (const listener of this.#presence.get(topic) ?? []) listener(people)
    })
    socket.on('ended', ({ reason }: { reason: string }) => {
      if (reason === 'session_ended') this.#handlers?.ended()
    })
  }

  /** Each topic is asked for by itself: one that the person may not watch does not keep the others away. */
  #ask(topics: readonly string[], after?: string): void {
    for (const topic of topics) {
      const input = { topics: [topic], ...(after === undefined ? {} : { after }) }
      this.#socket?.emit('watch', input, (answer: { ok: boolean; cursor?: string }) => {
        if (answer.ok && answer.cursor) this.#cursor ??= answer.cursor
      })
    }
  }

  #hear(event: LiveEvent): void {
    this.#cursor = event.cursor
    this.#handlers?.event(event)
    const names = [`record:${event.entity}:${event.id}`, `shop:${event.shopId}`, 'company']
    for (const { topics, hear } of this.#watchers) if (topics.some((topic) => names.includes(topic))) hear(event)
  }

  #become(state: LiveState): void {
    this.state = state
    for (const listener of this.#states) listener()
  }
}
