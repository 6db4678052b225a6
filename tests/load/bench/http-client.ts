/**
 * One keep-alive connection that sends a request and waits for the answer: little enough work not to be what is
 * measured.
 */
import { connect, type Socket } from 'node:net'

export type HttpReply = { status: number; body: string }

/**
 * A request that long without a byte of an answer is given up. An idle connection is dropped after as long, which is
 * sooner than the server drops it: nothing is written to a connection that the server is just closing.
 */
const patienceMs = 60_000

export class HttpClient {
  readonly #address: { host: string; port: number }
  readonly #silenceMs: number
  #socket: Socket | undefined
  #buffer: Buffer = Buffer.alloc(0)
  #done: ((reply: HttpReply) => void) | undefined
  #failed: ((error: Error) => void) | undefined

  constructor(host: string, port: number, silenceMs = patienceMs) {
    this.#address = { host, port }
    this.#silenceMs = silenceMs
  }

  /** Opens a connection where none is open, so that a caller may be silent for as long as a bench is. */
  send(request: string): Promise<HttpReply> {
    return new Promise((resolve, reject) => {
      this.#done = resolve
      this.#failed = (error) => reject(new Error(`${error.message}: ${request.slice(0, request.indexOf(' HTTP'))}`))
      this.#socket ??= this.#open()
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#failed = undefined
    this.#socket?.destroy()
  }

  #open(): Socket {
    const socket = connect({ ...this.#address, noDelay: true })
    const end = (error: Error) => {
      if (this.#socket !== socket) return
      this.#socket = undefined
      this.#buffer = Buffer.alloc(0)
      this.#failed?.(error)
      socket.destroy()
    }
    socket.setTimeout(this.#silenceMs, () => end(new Error(`no answer within ${this.#silenceMs / 1000} s`)))
    socket.on('data', (bytes: Buffer) => this.#read(bytes))
    socket.on('error', end)
    socket.on('end', () => end(new Error('the server closed the connection')))
    socket.on('close', () => end(new Error('the connection was closed')))
    return socket
  }

  #read(bytes: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? bytes : Buffer.concat([this.#buffer, bytes])
    const headEnd = this.#buffer.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.#buffer.toString('latin1', 0, headEnd)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const end = headEnd + 4 + length
    if (this.#buffer.length < end) return
    const reply = { status: Number(head.slice(9, 12)), body: this.#buffer.toString('utf8', headEnd + 4, end) }
    this.#buffer = this.#buffer.subarray(end)
    this.#failed = undefined
    this.#done?.(reply)
  }
}

/** The text of a request. `headers` end each with a line break. */
export function requestText(method: string, path: string, headers: string, body = ''): string {
  const entity = body
    ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    : '\r\n'
  return `${method} ${path} HTTP/1.1\r\nhost: bench\r\n${headers}${entity}`
}
