/** A receipt printer of the network: takes raw bytes on a port of loopback, as long as it is on. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type Printed, readEscpos } from './escpos.ts'

/**
 * `behave`: `slow` reads nothing of what comes, `hangsUp` breaks the line at the first bytes, `keepsLine` reads all and
 * does not close, as many printers do.
 */
export type PrinterEmulator = {
  host: string
  port: number
  /** What came on each line that ended properly. */
  received: Buffer[]
  /** How often somebody called. */
  calls: number
  behave: 'well' | 'slow' | 'hangsUp' | 'keepsLine'
  /** What is on the paper. Fails at bytes that no printer knows. */
  paper: () => Printed[]
  off: () => Promise<void>
  on: () => Promise<void>
}

export async function startPrinter(): Promise<PrinterEmulator> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    printer.calls += 1
    serve(printer, socket)
  })
  const printer: PrinterEmulator = {
    host: '127.0.0.1',
    port: 0,
    received: [],
    calls: 0,
    behave: 'well',
    paper: () => printer.received.flatMap((bytes) => readEscpos(bytes)),
    off: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      if (server.listening) await once(server, 'close')
    },
    on: async () => {
      await once(server.listen(printer.port, '127.0.0.1'), 'listening')
      printer.port = (server.address() as AddressInfo).port
    },
  }
  await printer.on()
  return printer
}

function serve(printer: PrinterEmulator, socket: Socket): void {
  if (printer.behave === 'slow') {
    socket.pause()
    return
  }
  if (printer.behave === 'hangsUp') {
    socket.once('data', () => socket.resetAndDestroy())
    return
  }
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  socket.on('end', () => {
    printer.received.push(Buffer.concat(parts))
    if (printer.behave === 'well') socket.end()
  })
}
