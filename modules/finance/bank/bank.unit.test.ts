import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel'
import type { Item } from '../open-item/match.rules.ts'
import { type CsvLayout, readStatement } from './statement.rules.ts'
import { keyOf, type Line, suggest } from './suggest.rules.ts'

const layout: CsvLayout = {
  ...{ dateColumn: 'Date', amountColumn: 'Amount', textColumn: 'Text', partyColumn: 'Name', referenceColumn: null },
  ...{ dateOrder: 'day_first', decimalMark: 'comma' },
}
const csv = (content: string) => readStatement(content, { format: 'csv', currency: 'EUR', layout })

test('A CSV is read as the bank account says it is written', () => {
  const lines = csv('\uFEFFDate;Amount;Text;Name\n21.11.26;1.234,50;Rent;Landlord\n21.11.2026;-7,00;Fee;\n')
  assert.deepEqual(
    lines.map(({ bookedOn, amount, text, party }) => [bookedOn, amount, text, party]),
    [
      ['2026-11-21', 123_450, 'Rent', 'Landlord'],
      ['2026-11-21', -700, 'Fee', null],
    ],
  )
})

test('Lines alike in one file are two lines, and the same two in the next file', () => {
  const twice = 'Date;Amount;Text\n1.1.2026;5,00;Coffee\n1.1.2026;5,00;Coffee\n'
  const [first, second] = [csv(twice), csv(`${twice}2.1.2026;5,00;Coffee\n`)]
  assert.equal(new Set(first.map(({ fingerprint }) => fingerprint)).size, 2)
  assert.deepEqual(second.slice(0, 2), first)
})

test('OFX is read with and without closing tags, and lines are told apart by the number of the bank', () => {
  const old =
    '<STMTTRN><TRNTYPE>CREDIT\n<DTPOSTED>20261121120000\n<TRNAMT>12.50\n<FITID>A1\n<NAME>Jones &amp; Co\n</STMTTRN>'
  const xml =
    '<STMTTRN><DTPOSTED>20261121</DTPOSTED><TRNAMT>12.50</TRNAMT><FITID>A1</FITID><NAME>Jones &amp; Co</NAME></STMTTRN>'
  const read = (content: string) => readStatement(content, { format: 'ofx', currency: 'EUR', layout })
  assert.deepEqual(read(old), read(xml))
  const { bookedOn, amount, party, fingerprint } = read(xml)[0] ?? {}
  assert.deepEqual([bookedOn, amount, party, fingerprint], ['2026-11-21', 1250, 'Jones & Co', 'id:A1'])
})

test('Whatever the file, it is read or refused with a reason', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('csv' as const, 'ofx' as const), (content, format) => {
      try {
        readStatement(content, { format, currency: 'EUR', layout })
      } catch (error) {
        assert.ok(isRefusal(error), String(error))
      }
    }),
  )
})

const line = (fields: Partial<Line> = {}): Line => ({
  ...{ id: 'l', bookedOn: '2026-11-21', amount: 100, text: 'Jones Ltd 4711', party: null, reference: null, ...fields },
})
const item = (id: string, open: number, fields: Partial<Item> = {}): Item => ({
  ...{ id, side: 'receivable', partyId: 'p', currency: 'EUR', number: `INV/${id}`, issuedOn: '2026-01-01' },
  ...{ dueOn: '2026-01-31', open, ...fields },
})
const nothing = { items: [], payments: [], learned: new Map() }
const jones = new Map([['jones ltd', { key: 'jones ltd', side: 'receivable' as const, partyId: 'p' }]])

test('A line is guessed by a recorded payment, by numbers, by its amount, by what was learned, in this order', () => {
  const guess = (known: Partial<typeof nothing>, of = line()) => {
    const found = suggest(of, { ...nothing, ...known } as never)
    return found && [found.isExact, found.reasons.join(), found.paymentId ?? found.itemIds.join()]
  }
  const payment = { id: 'pay', number: 'RCV/1', paidOn: '2026-11-19', amount: 100 }
  const [a, b] = [item('0001', 100), item('0002', 60)]
  assert.equal(guess({}), undefined)
  assert.deepEqual(guess({ payments: [payment], items: [a] } as never), [true, 'payment,amount', 'pay'])
  const named = line({ text: 'inv/0001 and INV/0002', amount: 160 })
  assert.deepEqual(guess({ items: [a, b] } as never, named), [true, 'number,amount', '0001,0002'])
  assert.deepEqual(guess({ items: [b] } as never, named), [false, 'number', '0002'])
  assert.deepEqual(guess({ items: [a, b] } as never), [false, 'amount', '0001'])
  assert.equal(guess({ items: [a, item('0003', 100)] } as never), undefined)
  assert.deepEqual(guess({ items: [a], learned: jones } as never), [true, 'party,amount', '0001'])
  assert.deepEqual(guess({ learned: jones } as never), [false, 'party', ''])
  assert.equal(guess({ items: [a] } as never, line({ amount: -100 })), undefined)
  assert.equal(keyOf(line()), 'jones ltd')
})
