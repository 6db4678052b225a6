import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { examine } from '#platform/doctor'
import { type PrinterEmulator, startPrinter } from '../../tests/emulators/printer.ts'
import { cash, codeOf, gbp, makeTill, type Till } from '../../tests/till.ts'
import { makeWorld, type Reply, type World } from '../../tests/world.ts'
import { type Spooler, startSpooler } from './contract.ts'

let world: World
let till: Till
let emulator: PrinterEmulator
let spooler: Spooler
let sessionId: string
let printerId: string
before(async () => {
  world = await makeWorld({ listeners: false })
  emulator = await startPrinter()
  spooler = startSpooler(world.app, { pollMs: 60_000 })
  till = await makeTill(world)
  await till.goods('TEA', 250, '100')
  const opened = { registerId: till.registerId, openingFloat: gbp(10_000) }
  sessionId = await made(world.call(till.staff, 'POST', '/pos/register-sessions', opened))
  await till.sell([{ sku: 'TEA', quantity: '2' }], cash(600))
  const printer = { name: 'Counter', shopId: till.shopId, host: 'receipts.invalid' }
  printerId = await made(world.call(till.owner, 'POST', '/hardware/printers', printer))
  await world.app.db.relay`update printing.printer set host = ${emulator.host}, port = ${emulator.port}
    where id = ${printerId}`
})
after(async () => {
  await spooler?.stop()
  await emulator?.off()
  await world?.close()
})

async function made(call: Promise<Reply>): Promise<string> {
  const { status, body } = await call
  assert.equal(status, 201, JSON.stringify(body))
  return String(body.data.id)
}

test('a manager prints the report of an open register: X, with what should be in the drawer', async () => {
  const document = { registerSessionId: sessionId }
  await made(world.call(till.manager, 'POST', '/hardware/print', { printerId, document }))
  await spooler.idle()
  const text = emulator.paper().flatMap((each) => (each.kind === 'line' ? [each.text] : []))
  assert.match(text.join('\n'), /X report.*Sales \(1\) +5\.00.*Cash +5\.00.*Opening float +100\.00.*Expected +105\.00/s)
})

test('who may not see what a register should hold cannot have it printed', async () => {
  const document = { registerSessionId: sessionId }
  assert.equal(codeOf(await world.call(till.staff, 'POST', '/hardware/print', { printerId, document })), 'FORBIDDEN')
  const path = `/pos/register-sessions/${sessionId}/receipt`
  assert.equal(codeOf(await world.call(till.staff, 'GET', path)), 'FORBIDDEN')
  const { body } = await world.call(till.manager, 'GET', path)
  assert.equal(body.data.document?.title, 'X report')
})

test('the doctor finds a job that waits for nobody', async () => {
  const found = async () => {
    for await (const finding of examine(world.app.db.relay, world.app.registry, () => 0)) {
      if (finding.equation === 'printing.unprinted-waits') return finding.breaches.length
    }
    return undefined
  }
  assert.equal(await found(), 0)
  await world.app.db.relay`update printing.print_job set status = 'queued'`
  assert.equal(await found(), 1)
})
