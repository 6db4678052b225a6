/** The platform's services as tests provide them: real ones on temporary folders. */
import { createPrintBell, createPrinterLine, printBell, printerLine } from '#modules/printing'
import { createSecretBox, makeRingKey, secretBoxService } from '#platform/identity'
import { createOutbound, outboundService } from '#platform/outbound'

export function testServices(_clock: () => number): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    // Printers of the tests stand on this machine and show quickly that they are slow.
    [printerLine.name, createPrinterLine({ allowPrivate: true, allowLoopback: true, totalMs: 700, lingerMs: 200 })],
    [printBell.name, createPrintBell()],
    [secretBoxService.name, createSecretBox(makeRingKey('test'))],
    [outboundService.name, createOutbound()],
  ])
}
