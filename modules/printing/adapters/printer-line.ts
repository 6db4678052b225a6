/**
 * The way to printers of the network: raw bytes to port 9100 (JetDirect), which all makes understand and none confirms.
 * Tenants type the address, so it leads to private networks only, to ports of printers only, and only where the
 * operator lets it: never to this machine, to link-local addresses (where clouds keep their secrets) or to the
 * internet. A name is resolved once, every address of the answer must pass, and the socket goes to one of those.
 */
import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import { connect } from 'node:net'
import ipaddr from 'ipaddr.js'
import { defineService, isRefusal } from '#kernel'
import { printingRefusals } from '../refusals.ts'

export type PrinterAddress = { host: string; port: number }
export type PrinterLine = {
  /** For the moment of saving. Refuses PRINTER_NOT_ALLOWED; asks no name server. */
  check: (address: PrinterAddress) => void
  /** Resolves when all bytes are out and the printer has not hung up on them; rejects with an Error that says why. */
  send: (address: PrinterAddress, bytes: Uint8Array) => Promise<void>
}

/**
 * `allowPrivate`: whether printers may be reached at all. `allowLoopback`: for emulators, on any port. The times are
 * for the connection, for the whole, and for how long a printer that keeps the line open is waited for when all is
 * sent.
 */
export type PrinterLineOptions = {
  allowPrivate: boolean
  allowLoopback?: boolean
  connectMs?: number
  totalMs?: number
  lingerMs?: number
  resolve?: (name: string) => Promise<readonly LookupAddress[]>
}

export const printerLine = defineService<PrinterLine>('printer-line')

const resolveBySystem = (name: string) => systemLookup(name, { all: true, verbatim: true })
const firstPort = 9100
const lastPort = 9109

export function createPrinterLine(options: PrinterLineOptions): PrinterLine {
  const { allowPrivate, allowLoopback = false, resolve = resolveBySystem } = options
  const check = ({ host, port }: PrinterAddress): void => {
    if (!allowPrivate) {
      throw notAllowed('host', 'This installation sends to no network printers. Print from the till instead.')
    }
    const isEmulator = allowLoopback && host === '127.0.0.1'
    if (!isEmulator && (port < firstPort || port > lastPort)) {
      throw notAllowed('port', `Use a port from ${firstPort} to ${lastPort}.`)
    }
    if (ipaddr.isValid(host) && !isEmulator && !isPrivate(host)) {
      throw notAllowed('host', 'Use an address of a private network, such as 192.168.1.50.')
    }
  }
  const send = async (address: PrinterAddress, bytes: Uint8Array): Promise<void> => {
    check(address)
    const to = await addressOf(address.host, resolve, allowLoopback)
    await transmit({ host: to, port: address.port }, bytes, options)
  }
  return { check, send }
}

const notAllowed = (field: string, message: string) =>
  printingRefusals.refuse('PRINTER_NOT_ALLOWED', [{ field, message }])

/** RFC 1918 and unique local addresses; an IPv4 address in IPv6 clothes is judged as what it is. */
function isPrivate(address: string): boolean {
  const range = ipaddr.process(address).range()
  return range === 'private' || range === 'uniqueLocal'
}

async function addressOf(
  host: string,
  resolve: NonNullable<PrinterLineOptions['resolve']>,
  allowLoopback: boolean,
): Promise<string> {
  if (ipaddr.isValid(host)) return host
  const found = await resolve(host).catch(() => [])
  const [first] = found
  if (!first) throw new Error('The name of the printer could not be resolved.')
  const isFit = found.every(({ address }) => isPrivate(address) || (allowLoopback && address === '127.0.0.1'))
  if (!isFit) throw notAllowed('host', 'The name does not lead to a private network.')
  return first.address
}

/** A printer that closes after our end is content; one that resets the line has lost something. */
function transmit({ host, port }: PrinterAddress, bytes: Uint8Array, options: PrinterLineOptions): Promise<void> {
  const { connectMs = 3_000, totalMs = 20_000, lingerMs = 1_500 } = options
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    let isSent = false
    const timers = [setTimeout(() => fail('The printer did not take everything in time.'), totalMs)]
    const connecting = setTimeout(() => fail('The printer did not answer in time.'), connectMs)
    const finish = (error?: Error): void => {
      for (const timer of [...timers, connecting]) clearTimeout(timer)
      socket.destroy()
      if (error) reject(error)
      else resolve()
    }
    const fail = (message: string): void => finish(new Error(message))
    socket.on('connect', () => {
      clearTimeout(connecting)
      socket.end(bytes, () => {
        isSent = true
        timers.push(setTimeout(() => finish(), lingerMs))
      })
    })
    // What it says (its status) is read and thrown away, so that its end is noticed.
    socket.resume()
    socket.on('end', () => (isSent ? finish() : fail('The printer hung up before it had everything.')))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      fail(`The printer cannot be reached (${error.code ?? 'unknown'}).`),
    )
    socket.on('close', () => fail('The printer hung up.'))
  })
}

/** What a job keeps of a failure: texts of ours, never a driver's. */
export const reasonOf = (error: unknown): string => {
  if (isRefusal(error)) return error.details[0]?.message ?? error.message
  return error instanceof Error ? error.message.slice(0, 200) : 'Unknown'
}
