/** The protocol of the sockets by hand, frame by frame: a light client for crowds, and one that does not behave. */
import { once } from 'node:events'
import WebSocket from 'ws'

export type RawSocket = {
  ws: WebSocket
  /** Every frame that came, as text, unless `keep` is off. */
  frames: string[]
  /** Sends a message and does not wait. */
  say: (message: string, input: unknown) => void
  /** Resolves with how it ended. */
  closed: Promise<void>
}

type Options = { auth?: object; headers?: Record<string, string>; localAddress?: string; keep?: boolean }

const address = (url: string): string => `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`

/** Opens the transport alone; nobody has been greeted. */
export async function openTransport(url: string, { headers = {}, localAddress, keep = true }: Options = {}) {
  const ws = new WebSocket(address(url), {
    headers,
    ...(localAddress ? { localAddress } : {}),
    perMessageDeflate: false,
  })
  const frames: string[] = []
  ws.on('error', () => undefined)
  ws.on('message', (data) => {
    const text = String(data)
    // The server asks whether we are there.
    if (text === '2') ws.send('3')
    else if (keep) frames.push(text)
  })
  const closed = new Promise<void>((resolve) => ws.once('close', () => resolve()))
  await Promise.race([once(ws, 'open'), closed])
  const socket: RawSocket = {
    ws,
    frames,
    closed,
    say: (message, input) => ws.send(`420${JSON.stringify([message, input])}`),
  }
  return socket
}

/** Opens it and is let in, or throws. */
export async function openRaw(url: string, options: Options): Promise<RawSocket> {
  const socket = await openTransport(url, options)
  const greeted = new Promise<void>((resolve, reject) => {
    const read = (data: WebSocket.RawData) => {
      const text = String(data)
      if (!text.startsWith('40') && !text.startsWith('44')) return
      socket.ws.off('message', read)
      if (text.startsWith('40')) resolve()
      else reject(new Error(text))
    }
    socket.ws.on('message', read)
    void socket.closed.then(() => reject(new Error('closed before it was greeted')))
  })
  socket.ws.send(`40${JSON.stringify(options.auth ?? {})}`)
  await greeted
  return socket
}
