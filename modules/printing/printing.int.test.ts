import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { makeRun, systemActor } from '#platform/execution'
import { makeShop } from '../../tests/company.ts'
import { type PrinterEmulator, startPrinter } from '../../tests/emulators/printer.ts'
import { cash, codeOf, makeTill, type Till } from '../../tests/till.ts'
import { type Loose, makeWorld, type Reply, type World } from '../../tests/world.ts'
import { createPrinterLine, type Spooler, startSpooler } from './contract.ts'

let world: World
let till: Till
let emulator: PrinterEmulator
let spooler: Spooler
const clock = { now: Date.UTC(2026, 2, 30, 12) }
before(async () => {
  world = await makeWorld({ listeners: false, clock: () => clock.now })
  emulator = await startPrinter()
  spooler = startSpooler(world.app, { pollMs: 60_000 })
  till = await makeTill(world)
  await till.goods('TEA', 250, '1000')
})
after(async () => {
  await spooler?.stop()
  await emulator?.off()
  await world?.close()
})
afterEach(() => {
  emulator.received = []
  emulator.calls = 0
  emulator.behave = 'well'
})

const dataOf = (reply: Reply<Loose>, status = 201): Loose => {
  assert.equal(reply.status, status, JSON.stringify(reply.body))
  return reply.body.data
}
let count = 0
/** Saving a printer on this machine is refused, so its address is written underneath. */
async function printerAt(address: { host: string; port: number }, more: Record<string, unknown> = {}): Promise<string> {
  count += 1
  const fields = { name: `Printer ${count}`, shopId: till.shopId, host: 'receipts.invalid', drawer: true, ...more }
  const { id } = dataOf(await world.call(till.owner, 'POST', '/hardware/printers', fields))
  await world.app.db.relay`update printing.printer set host = ${address.host}, port = ${address.port}
    where id = ${String(id)}`
  return String(id)
}
const sold = async () => dataOf(await till.sell([{ sku: 'TEA', quantity: '2' }], cash(500)))
const print = (body: Record<string, unknown>, who = till.staff) => world.call(who, 'POST', '/hardware/print', body)
const jobOf = async (id: unknown) =>
  dataOf(await world.call(till.staff, 'GET', `/hardware/print-jobs/${String(id)}`), 200)
const textOn = (printer: PrinterEmulator): string =>
  printer
    .paper()
    .flatMap((each) => (each.kind === 'line' ? [each.text] : []))
    .join('\n')
/** Lets the clock reach the next attempt, as often as there are attempts. */
async function untilOver(id: unknown): Promise<Loose> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const job = await jobOf(id)
    if (String(job.status) !== 'queued' && String(job.status) !== 'printing') return job
    clock.now += 600_000
    await spooler.idle()
  }
  return jobOf(id)
}

test('a receipt is on paper after the sale, with the drawer opened and the paper cut', async () => {
  const sale = await sold()
  const job = dataOf(
    await print({ printerId: await printerAt(emulator), document: { saleId: sale.id }, openDrawer: true }),
  )
  assert.equal(job.status, 'queued')
  await spooler.idle()
  assert.equal((await jobOf(job.id)).status, 'printed')
  const kinds = emulator.paper().map(({ kind }) => kind)
  assert.equal(kinds[0], 'pulse')
  assert.ok(kinds.includes('cut'))
  assert.match(textOn(emulator), new RegExp(`${String(sale.number)}.*Goods TEA.*Total GBP +5\\.00`, 's'))
})

test('copies are printed one after the other, and a reprint says that it is one', async () => {
  const sale = await sold()
  const printerId = await printerAt(emulator, { width: '58' })
  await print({ printerId, document: { saleId: sale.id }, copies: 3, isCopy: true })
  await spooler.idle()
  assert.equal(emulator.paper().filter(({ kind }) => kind === 'cut').length, 3)
  assert.equal(textOn(emulator).match(/\*\*\* COPY \*\*\*/g)?.length, 3)
})

test('what came back is printed with what was paid back', async () => {
  const sale = await sold()
  const lines = [{ saleLineId: String(sale.lines?.[0]?.id), quantity: '1', reason: 'Damaged' }]
  const returned = { registerId: till.registerId, lines }
  const note = dataOf(await world.call(till.manager, 'POST', `/erp/sales/${String(sale.id)}/returns`, returned))
  await print({ printerId: await printerAt(emulator), document: { creditNoteId: note.id } }, till.manager)
  await spooler.idle()
  assert.match(textOn(emulator), /Credit note.*Reason: Damaged.*Refunded GBP +2\.50.*Cash +2\.50/s)
})

test('a printer that is off is tried again with growing pauses, and prints when it is on', async () => {
  const printer = await startPrinter()
  await printer.off()
  const job = dataOf(await print({ printerId: await printerAt(printer), document: { saleId: (await sold()).id } }))
  await spooler.idle()
  const waiting = await jobOf(job.id)
  assert.deepEqual([waiting.status, waiting.attempts], ['queued', 1])
  assert.match(String(waiting.error), /cannot be reached/)
  assert.equal(Date.parse(String(waiting.nextAttemptAt)) - clock.now, 2_000)
  await printer.on()
  assert.equal((await untilOver(job.id)).status, 'printed')
  await printer.off()
})

test('a printer that stays off fails the job, with the reason; printing again starts anew', async () => {
  const printer = await startPrinter()
  await printer.off()
  const job = dataOf(await print({ printerId: await printerAt(printer), document: { saleId: (await sold()).id } }))
  await spooler.idle()
  const failed = await untilOver(job.id)
  assert.deepEqual([failed.status, failed.attempts], ['failed', 6])
  await printer.on()
  const again = await world.call(till.staff, 'POST', `/hardware/print-jobs/${String(job.id)}/retry`, {})
  assert.deepEqual([dataOf(again, 200).status, dataOf(again, 200).attempts], ['queued', 0])
  await spooler.idle()
  assert.equal((await jobOf(job.id)).status, 'printed')
  await printer.off()
})

test('a printer that takes nothing is given up in time', async () => {
  const slow = await startPrinter()
  slow.behave = 'slow'
  const line = createPrinterLine({ allowPrivate: true, allowLoopback: true, totalMs: 300 })
  // More than the buffers of a connection hold.
  await assert.rejects(line.send(slow, Buffer.alloc(32 * 1024 * 1024)), /did not take everything in time/)
  await slow.off()
})

test('a printer that does not answer holds up no other', async () => {
  const slow = await startPrinter()
  slow.behave = 'slow'
  const document = { saleId: (await sold()).id }
  const stuck = print({ printerId: await printerAt(slow), document })
  const quick = dataOf(await print({ printerId: await printerAt(emulator), document }))
  await Promise.all([stuck, spooler.idle()])
  assert.equal((await jobOf(quick.id)).status, 'printed')
  await slow.off()
})

test('a job whose sender has died is sent by another when its lease is over', async () => {
  const printer = await startPrinter()
  await printer.off()
  const job = dataOf(await print({ printerId: await printerAt(printer), document: { saleId: (await sold()).id } }))
  await spooler.idle()
  await printer.on()
  const { relay } = world.app.db
  const lease = new Date(clock.now + 60_000).toISOString()
  await relay`update printing.print_job set status = 'printing' where id = ${String(job.id)}`
  await relay`update printing.waiting set is_sent = true, due_at = ${lease} where print_job_id = ${String(job.id)}`
  await spooler.idle()
  assert.equal(printer.received.length, 0)
  clock.now += 60_000
  await spooler.idle()
  assert.equal((await jobOf(job.id)).status, 'printed')
  await printer.off()
})

test('a printer that hangs up has not printed', async () => {
  emulator.behave = 'hangsUp'
  const job = dataOf(await print({ printerId: await printerAt(emulator), document: { saleId: (await sold()).id } }))
  await spooler.idle()
  assert.equal((await jobOf(job.id)).status, 'queued')
  assert.match(String((await jobOf(job.id)).error), /cannot be reached|hung up/)
})

test('a printer that keeps the line open when all is sent has printed', async () => {
  emulator.behave = 'keepsLine'
  const job = dataOf(await print({ printerId: await printerAt(emulator), document: { saleId: (await sold()).id } }))
  await spooler.idle()
  assert.equal((await jobOf(job.id)).status, 'printed')
})

test('a printer gets one job at a time, each once, whoever sends', async () => {
  const printerId = await printerAt(emulator)
  const sale = await sold()
  const other = startSpooler(world.app, { pollMs: 60_000 })
  await Promise.all(Array.from({ length: 8 }, () => print({ printerId, document: { saleId: sale.id } })))
  for (let round = 0; round < 8; round++) await Promise.all([spooler.idle(), other.idle()])
  await other.stop()
  assert.equal(emulator.received.length, 8)
})

test('a job that is cancelled is not printed', async () => {
  const printer = await startPrinter()
  await printer.off()
  const job = dataOf(await print({ printerId: await printerAt(printer), document: { saleId: (await sold()).id } }))
  await spooler.idle()
  const cancelled = await world.call(till.staff, 'POST', `/hardware/print-jobs/${String(job.id)}/cancel`, {})
  assert.equal(dataOf(cancelled, 200).status, 'cancelled')
  await printer.on()
  clock.now += 600_000
  await spooler.idle()
  assert.equal(printer.received.length, 0)
  const again = await world.call(till.staff, 'POST', `/hardware/print-jobs/${String(job.id)}/cancel`, {})
  assert.equal(codeOf(again), 'INVALID_TRANSITION')
  await printer.off()
})

test('the drawer opens for managers, where the printer has one', async () => {
  const printerId = await printerAt(emulator)
  const open = (who = till.manager, id = printerId) => world.call(who, 'POST', '/hardware/drawer', { printerId: id })
  dataOf(await open())
  await spooler.idle()
  assert.deepEqual(emulator.paper(), [{ kind: 'pulse', pin: 0, onMs: 100 }])
  assert.equal(codeOf(await open(till.staff)), 'FORBIDDEN')
  const without = await printerAt(emulator, { drawer: false })
  assert.equal(codeOf(await open(till.manager, without)), 'PRINTER_HAS_NO_DRAWER')
})

test('a cashier cannot open the drawer with a copy', async () => {
  const body = {
    printerId: await printerAt(emulator),
    document: { saleId: (await sold()).id },
    isCopy: true,
    openDrawer: true,
  }
  assert.equal(codeOf(await print(body)), 'FORBIDDEN')
})

test('what cannot be printed is refused by name', async () => {
  const printerId = await printerAt(emulator)
  const { id: saleId } = await sold()
  assert.equal(codeOf(await print({ printerId, document: {} })), 'VALIDATION_FAILED')
  assert.equal(codeOf(await print({ printerId, document: { saleId: world.app.newId() } })), 'REFERENCE_NOT_FOUND')
  assert.equal(codeOf(await print({ printerId: world.app.newId(), document: { saleId } })), 'REFERENCE_NOT_FOUND')
  const atTill = await printerAt(emulator, { kind: 'browser' })
  assert.equal(codeOf(await print({ printerId: atTill, document: { saleId } })), 'PRINTER_IN_BROWSER')
})

test('printers and jobs of another shop do not exist for a cashier', async () => {
  const elsewhere = await makeShop(world, till.owner, `S${count}X`)
  const printerId = await printerAt(emulator, { shopId: elsewhere })
  const { id: saleId } = await sold()
  assert.equal(codeOf(await print({ printerId, document: { saleId } })), 'REFERENCE_NOT_FOUND')
  const job = dataOf(await print({ printerId, document: { saleId } }, till.owner))
  await spooler.idle()
  assert.equal(codeOf(await world.call(till.staff, 'GET', `/hardware/print-jobs/${String(job.id)}`)), 'NOT_FOUND')
  assert.equal(
    codeOf(await world.call(till.staff, 'POST', `/hardware/print-jobs/${String(job.id)}/retry`, {})),
    'NOT_FOUND',
  )
})

test('the same job sent twice is one job', async () => {
  const id = world.app.newId()
  const body = { id, printerId: await printerAt(emulator), document: { saleId: (await sold()).id } }
  dataOf(await print(body))
  assert.equal(codeOf(await print(body)), 'ALREADY_EXISTS')
  await spooler.idle()
  assert.equal(emulator.received.length, 1)
})

test('a printer elsewhere than in a private network is not saved', async () => {
  const save = (fields: Record<string, unknown>) =>
    world.call(till.owner, 'POST', '/hardware/printers', { name: 'P', shopId: till.shopId, ...fields })
  for (const host of [
    '8.8.8.8',
    '169.254.169.254',
    '127.0.0.2',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.2',
    'fe80::1',
    '2606:4700::1',
  ]) {
    assert.equal(codeOf(await save({ host })), 'PRINTER_NOT_ALLOWED', host)
  }
  assert.equal(codeOf(await save({ host: '192.168.1.9', port: 22 })), 'VALIDATION_FAILED')
  assert.equal(codeOf(await save({})), 'VALIDATION_FAILED')
  assert.equal(codeOf(await save({ host: 'x', width: '58', columns: '48' })), 'VALIDATION_FAILED')
  for (const host of ['192.168.1.9', '10.0.0.7', 'fd12::9', 'printer.shop.lan']) dataOf(await save({ host }))
})

test('finished jobs go after two weeks', async () => {
  const job = dataOf(await print({ printerId: await printerAt(emulator), document: { saleId: (await sold()).id } }))
  await spooler.idle()
  const prune = world.app.registry.jobs.find(({ address }) => address === 'printing.prune-print-jobs')
  const run = () =>
    world.app.db.transaction(till.companyId, async (sql) => {
      const { app } = world
      const actor = systemActor(app, 'prune', till.companyId)
      const { context } = makeRun({ app, actor, companyId: till.companyId, scope: 'company', requestId: 'prune', sql })
      return { result: await prune?.definition.run(context, {}) }
    })
  await run()
  assert.equal((await jobOf(job.id)).status, 'printed')
  clock.now += 15 * 86_400_000
  await run()
  assert.equal(codeOf(await world.call(till.staff, 'GET', `/hardware/print-jobs/${String(job.id)}`)), 'NOT_FOUND')
})
