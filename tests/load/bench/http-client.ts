/**
 * One keep-alive connection that sends a request and waits for the answer: little enough work not to be what is
 * measured.
 */
import { connect, type Socket } from 'node:net'

export type HttpReply = { status: number; body: string }

export class HttpClient {
  readonly #socket: Socket
  #buffer: Buffer = Buffer.alloc(0)
  #done: ((reply: HttpReply) => void) | undefined
  #failed: ((error: Error) => void) | undefined

  constructor(host: string, port: number) {
    this.#socket = connect({ host, port, noDelay: true })
    this.#socket.on('data', (bytes: Buffer) => this.#read(bytes))
    this.#socket.on('error', (error) => this.#failed?.(error))
    this.#socket.on('close', () => this.#failed?.(new Error('the server closed the connection')))
  }

  send(request: string): Promise<HttpReply> {
    return new Promise((resolve, reject) => {
      this.#done = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#failed = undefined
    this.#socket.destroy()
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
