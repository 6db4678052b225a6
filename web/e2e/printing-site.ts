/**
 * A small installation in this process whose server may print on a printer that stands on this machine, which no
 * setting allows: a shop with goods, its owner, and the pages beside it.
 */
import { type AuthServices, addMembership, authServices, ensureUser } from '#modules/auth'
import { startSpooler } from '#modules/printing'
import { startPages } from '../../processes/web/start.ts'
import { type PrinterEmulator, startPrinter } from '../../tests/emulators/printer.ts'
import { makeTill, type Till } from '../../tests/till.ts'
import { makeWorld } from '../../tests/world.ts'
import { demoPassword } from './browser.ts'

export type PrintingSite = {
  /** Where the pages are. */
  url: string
  owner: string
  till: Till
  printer: PrinterEmulator
  /** What was handed to the emulator, once it has come. */
  printed: () => Promise<Buffer>
  close: () => Promise<void>
}

/** Starts it, with a printer of the network that opens a drawer. */
export async function openPrintingSite(): Promise<PrintingSite> {
  const world = await makeWorld()
  const printer = await startPrinter()
  const spooler = startSpooler(world.app, { pollMs: 60_000 })
  const till = await makeTill(world)
  const owner = 'owner@printing.test'
  const auth = world.app.services.get(authServices.name) as AuthServices
  const { id: userId } = await ensureUser(auth, { email: owner, name: 'Olive Owner', password: demoPassword })
  await addMembership(auth, { companyId: till.companyId, userId, role: 'company_admin', shopIds: [] })
  const { id } = (
    await world.call(till.owner, 'POST', '/hardware/printers', {
      ...{ name: 'Front counter', shopId: till.shopId, host: 'receipts.invalid', drawer: true },
    })
  ).body.data
  // Saving an address of this machine is refused, so it is written underneath.
  await world.app.db
    .relay`update printing.printer set host = ${printer.host}, port = ${printer.port} where id = ${String(id)}`
  const api = await world.server.listen({ host: '127.0.0.1', port: 0 })
  process.env.WEB_PORT = '0'
  const pages = startPages(api, { info: quiet, warn: quiet, error: quiet })
  return {
    ...{ url: await pages.address, owner, till, printer },
    printed: () => arrived(printer),
    close: async () => {
      await pages.stop()
      await spooler.stop()
      await printer.off()
      await world.close()
    },
  }
}

const quiet = () => undefined
const patienceMs = 20_000

async function arrived(printer: PrinterEmulator): Promise<Buffer> {
  const end = performance.now() + patienceMs
  while (printer.received.length === 0) {
    if (performance.now() > end) throw new Error('nothing came to the printer')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return printer.received.shift() ?? Buffer.alloc(0)
}
