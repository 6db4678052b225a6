/**
 * Connections to PostgreSQL that send at once. By default a small packet waits until the one before it is acknowledged
 * (RFC 896); on a pipelined connection that acknowledgement is the server's answer, so every batch that the driver
 * writes in two pieces would cost a round trip more.
 */
import { Socket } from 'node:net'

/** Where the driver says that the server is. */
export type Target = {
  host: readonly string[]
  port: readonly number[]
  path?: string | false
  connect_timeout?: number
}

/** The driver holds back what is smaller than this, in bytes, until the end of the turn; the rest it writes at once. */
const heldBack = 1024

/**
 * Sends what the driver writes in one turn of the event loop with one system call: statements that are sent together
 * would otherwise take one each, which costs more than all else that is done for them here.
 */
class GatheringSocket extends Socket {
  override write(
    bytes: Uint8Array | string,
    second?: BufferEncoding | ((error?: Error | null) => void),
    third?: (error?: Error | null) => void,
  ): boolean {
    const isEnd = bytes.length < heldBack
    if (this.writableCorked === 0 && !isEnd) {
      this.cork()
      // Queued behind the driver's own end of the turn, which is queued by the statements that follow.
      process.nextTick(() => setImmediate(() => this.uncork()))
    }
    const isRoomy = super.write(bytes, second as BufferEncoding, third)
    if (isEnd) this.uncork()
    return isRoomy
  }
}

/** For the driver's `socket` option: the first host that answers, in the order of the URL. */
export async function openSocket({ host, port, path, connect_timeout: seconds = 3 }: Target): Promise<Socket> {
  if (path) return connected({ path }, seconds)
  let failure: unknown
  for (const [index, name] of host.entries()) {
    const at = { host: name, port: port[index] ?? 5432 }
    try {
      // The driver reads host and port from the socket, for the server's name in TLS and for messages.
      return Object.assign(await connected(at, seconds), at)
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

function connected(at: { path: string } | { host: string; port: number }, seconds: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = new GatheringSocket()
    const late = () =>
      socket.destroy(Object.assign(new Error('PostgreSQL does not answer'), { code: 'CONNECT_TIMEOUT' }))
    const timer = setTimeout(late, seconds * 1000)
    socket.setNoDelay(true)
    socket.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    socket.connect(at, () => {
      clearTimeout(timer)
      socket.removeAllListeners('error')
      resolve(socket)
    })
  })
}
