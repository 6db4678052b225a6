/** The connection under a socket: how much waits for its client to read, and how much the client sends. */
import type { Socket } from 'node:net'
import type { Socket as Transport } from 'engine.io'
import { limits } from './limits.ts'

export class Wire {
  readonly transport: Transport
  readonly #socket: Socket
  readonly #onFlood: () => void
  /** Characters that the transport holds back because what went before is not sent yet. */
  #heldBack = 0
  #tokens: number = limits.burst
  #refilledAt = performance.now()
  #countedAt = performance.now()
  #bytesCounted = 0
  #wasBehind = false

  constructor(transport: Transport, onFlood: () => void) {
    this.transport = transport
    this.#socket = transport.request.socket
    this.#onFlood = onFlood
    transport.on('packetCreate', ({ data }: { data?: { length: number } }) => {
      this.#heldBack += data?.length ?? 0
    })
    transport.on('flush', () => {
      this.#heldBack = 0
    })
    transport.on('packet', () => this.#takeToken())
  }

  /** Bytes that wait for the client, beyond what the operating system holds. */
  get waiting(): number {
    return this.#socket.writableLength + this.#heldBack
  }

  /**
   * Whether the client does not read. What is told in one go waits for a moment with everybody, so less than too much
   * counts only when it is still there at the next look, a second later.
   */
  isSlow(isLook: boolean): boolean {
    const { waiting } = this
    if (waiting > limits.waitingBytesMax) return true
    const isBehind = waiting > limits.waitingBytes
    const isSlow = isLook && isBehind && this.#wasBehind
    if (isLook) this.#wasBehind = isBehind
    return isSlow
  }

  /** Resolves with whether there is room for more within the time; not at all when the connection is gone. */
  async isRoomy(withinMs: number): Promise<boolean> {
    const end = performance.now() + withinMs
    while (this.waiting > limits.waitingBytes / 4) {
      if (performance.now() > end || this.#socket.destroyed) return false
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return true
  }

  /** Frames that never become packets (pings, fragments) are only seen as bytes. To be called every second or so. */
  countBytes(): void {
    const now = performance.now()
    const perSecond = ((this.#socket.bytesRead - this.#bytesCounted) * 1_000) / Math.max(1_000, now - this.#countedAt)
    this.#bytesCounted = this.#socket.bytesRead
    this.#countedAt = now
    if (perSecond > limits.inBytesPerSecond) this.#onFlood()
  }

  /** Closes once the client has read what is sent, or without that when its time is over. */
  close(): void {
    this.transport.close()
    setTimeout(() => this.#socket.destroy(), limits.farewellMs).unref()
  }

  #takeToken(): void {
    const now = performance.now()
    this.#tokens = Math.min(limits.burst, this.#tokens + ((now - this.#refilledAt) / 1_000) * limits.perSecond)
    this.#refilledAt = now
    this.#tokens -= 1
    if (this.#tokens < 0) this.#onFlood()
  }
}
