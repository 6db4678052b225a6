/**
 * A client of the sockets that costs next to nothing: ten thousand of a full library would take more of the machine
 * than the server that is measured. Knows just enough of WebSocket: frames of up to 64 KB, unmasked from the server.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export type LightClient = { say: (message: string, input: unknown) => void; closed: Promise<void> }
type Options = { port: number; localAddress: string; token: string; hear: (text: string) => void }

/** Connects and resolves when it is let in. */
export function openLight({ port, localAddress, token, hear }: Options): Promise<LightClient> {
  const socket = connect({ host: '127.0.0.1', port, localAddress })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  )
  return new Promise((resolve, reject) => {
    void closed.then(() => reject(new Error('closed before it was let in')))
    const say: LightClient['say'] = (message, input) => send(socket, `420${JSON.stringify([message, input])}`)
    readFrames(socket, (text) => {
      if (text.startsWith('0{')) send(socket, `40${JSON.stringify({ token })}`)
      else if (text === '2') send(socket, '3')
      else if (text.startsWith('40')) resolve({ say, closed })
      else if (text.startsWith('44')) reject(new Error(text))
      else hear(text)
    })
  })
}

/** One text frame; clients must mask what they send, with whatever key. */
function send(socket: Socket, text: string): void {
  const bytes = Buffer.from(text)
  const isShort = bytes.length < 126
  const head = Buffer.alloc(isShort ? 6 : 8)
  head[0] = 0x81
  head[1] = 0x80 | (isShort ? bytes.length : 126)
  if (!isShort) head.writeUInt16BE(bytes.length, 2)
  socket.write(Buffer.concat([head, bytes]))
}

function readFrames(socket: Socket, hear: (text: string) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  let isUpgraded = false
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (!isUpgraded) {
      const end = rest.indexOf('\r\n\r\n')
      if (end === -1) return
      isUpgraded = true
      rest = rest.subarray(end + 4)
    }
    for (let frame = frameIn(rest); frame; frame = frameIn(rest)) {
      rest = rest.subarray(frame.end)
      if (frame.isText) hear(frame.text)
    }
  })
}

function frameIn(bytes: Buffer): { isText: boolean; text: string; end: number } | undefined {
  if (bytes.length < 2) return undefined
  const short = (bytes[1] ?? 0) & 0x7f
  const start = short === 126 ? 4 : 2
  if (bytes.length < start) return undefined
  const end = start + (short === 126 ? bytes.readUInt16BE(2) : short)
  if (bytes.length < end) return undefined
  const isText = ((bytes[0] ?? 0) & 0x0f) === 1
  return { isText, text: isText ? bytes.toString('latin1', start, end) : '', end }
}
