import { type Context, refuse } from '#kernel'
import { printerLine } from '../adapters/printer-line.ts'

/** Refuses a network printer without an address, or with one that this installation does not send to. */
export function guardPrinter({ use }: Context, next: Record<string, unknown>): void {
  const { kind, host, port, width, columns } = next
  if (width === '58' && columns && columns !== '32') {
    throw refuse('VALIDATION_FAILED', [{ field: 'columns', message: 'A line on 58 mm has 32 letters.' }])
  }
  if (kind !== 'network') return
  if (!host) throw refuse('VALIDATION_FAILED', [{ field: 'host', message: 'Say where in the network the printer is.' }])
  use(printerLine).check({ host: String(host), port: Number(port) })
}
