import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel'
import { createPrinterLine } from './adapters/printer-line.ts'
import { attemptsMax, nextAttempt } from './print-job/print-job.rules.ts'

const refused = (error: unknown): boolean => isRefusal(error) && error.code === 'PRINTER_NOT_ALLOWED'
const answering = (...addresses: string[]) => ({
  allowPrivate: true,
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
})
const to = (host: string, port = 9100) => ({ host, port })
const bytes = Buffer.from('x')

test('where the operator does not let printers be reached, none is', () => {
  const { check } = createPrinterLine({ allowPrivate: false })
  for (const host of ['192.168.1.9', 'printer', '127.0.0.1']) assert.throws(() => check(to(host)), refused)
})

test('only ports of printers are called', () => {
  const { check } = createPrinterLine({ allowPrivate: true })
  for (const port of [22, 80, 9099, 9110, 5432]) assert.throws(() => check(to('10.0.0.9', port)), refused)
  check(to('10.0.0.9', 9109))
})

test('A50: this machine, clouds and the internet are no printers, however they are written', async () => {
  const { check, send } = createPrinterLine({ allowPrivate: true })
  const hosts = [
    '127.0.0.1',
    '169.254.169.254',
    '8.8.8.8',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.1',
    '2606:4700::1',
    '100.64.0.1',
    '224.0.0.1',
  ]
  for (const host of [...hosts, '2130706433', '0x7f000001']) {
    assert.throws(() => check(to(host)), refused, host)
    await assert.rejects(send(to(host), bytes), refused, host)
  }
})

test('A51: a name is judged by all that it leads to', async () => {
  for (const addresses of [['127.0.0.1'], ['192.168.1.9', '8.8.8.8'], ['169.254.169.254'], ['::1']]) {
    await assert.rejects(createPrinterLine(answering(...addresses)).send(to('printer.shop'), bytes), refused)
  }
})

test('a name that leads nowhere says so', async () => {
  await assert.rejects(createPrinterLine(answering()).send(to('printer.shop'), bytes), /could not be resolved/)
})

test('pauses grow, and end', () => {
  const now = '2026-03-30T12:00:00.000Z'
  const pauses = Array.from({ length: attemptsMax }, (_, index) => nextAttempt(index + 1, now))
  assert.equal(pauses.at(-1), undefined)
  const moments = pauses.slice(0, -1)
  assert.equal(moments[0], '2026-03-30T12:00:02.000Z')
  assert.deepEqual(moments.toSorted(), moments)
})
