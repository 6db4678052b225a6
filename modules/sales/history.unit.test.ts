import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel'
import {
  type Candidate,
  type HistoryRow,
  isAbroad,
  isCancellation,
  type LineKind,
  matchReturns,
  planDocument,
  reasonOf,
} from './history/history.rules.ts'

const row = (more: Partial<HistoryRow> = {}): HistoryRow => ({
  ...{ row: 2, number: '536365', code: '85123A', quantity: '6', soldAt: '2010-12-01T08:26:00.000Z' },
  ...{ unitPrice: { amount: 255, currency: 'GBP' }, customerId: 'ann', ...more },
})
const free = { amount: 0, currency: 'GBP' }
const kindOf = ({ code }: HistoryRow): LineKind => (/^\d{5}/.test(code) ? 'goods' : 'charge')

function plan(rows: HistoryRow[]) {
  const notes: string[] = []
  const made = planDocument(rows, kindOf, (_, message) => void notes.push(message))
  return { ...made, notes }
}
const refusalOf = (rows: HistoryRow[]): string => {
  try {
    plan(rows)
    return 'none'
  } catch (error) {
    return isRefusal(error) ? `Row ${error.details[0]?.row}: ${error.details[0]?.message}` : String(error)
  }
}

test('an ordinary invoice is a sale without oddities', () => {
  const { kind, lines, recounts, notes } = plan([row(), row({ row: 3, code: '71053' })])
  assert.deepEqual([kind, lines.length, recounts.length, notes.length], ['sale', 2, 0, 0])
})

test('a number with C is a cancellation, and takes back what stands there below zero', () => {
  assert.deepEqual(['C536379', 'c1', '536365', 'C', 'CASH1'].map(isCancellation), [true, true, false, false, false])
  const { kind, lines } = plan([row({ number: 'C536379', quantity: '-4' })])
  assert.deepEqual([kind, lines[0]?.quantity], ['return', '4'])
  assert.match(refusalOf([row({ number: 'C536379' })]), /Row 2: A cancellation takes back/)
})

test('no price and no customer is stock counted anew, not a sale', () => {
  const { lines, recounts } = plan([
    row({ unitPrice: free, customerId: undefined, quantity: '-10', description: 'damages' }),
    row({ unitPrice: free, customerId: undefined, quantity: '56' }),
  ])
  assert.equal(lines.length, 0)
  assert.deepEqual(
    recounts.map(({ quantity, reason }) => [quantity, reason]),
    [
      ['-10', 'damaged'],
      ['56', 'correction'],
    ],
  )
})

test('no price below zero is stock counted anew, with a customer too', () => {
  const { lines, recounts, notes } = plan([row({ unitPrice: free, quantity: '-3', description: 'smashed' })])
  assert.deepEqual([lines.length, recounts[0]?.reason], [0, 'damaged'])
  assert.deepEqual(notes, ['No price: not a sale but stock adjusted (damaged).'])
})

test('a charge without a price is a line and no adjustment, for it has no stock', () => {
  const { lines, recounts } = plan([row({ code: 'POST', unitPrice: free, customerId: undefined })])
  assert.deepEqual([lines.length, recounts.length], [1, 0])
})

test('no customer is a walk-in, told once at the first row', () => {
  const { kind, notes } = plan([row({ customerId: undefined }), row({ row: 3, code: '71053', customerId: undefined })])
  assert.deepEqual([kind, notes], ['sale', ['No customer: a walk-in.']])
})

test('a code that is not goods moves no stock, and a charge may be cancelled like goods', () => {
  const charged = plan([row({ code: 'BANK CHARGES', quantity: '1' })])
  assert.deepEqual([charged.lines.length, charged.notes], [1, ['BANK CHARGES is a charge: it moves no stock.']])
  const discount = plan([row({ number: 'C536379', code: 'D', quantity: '-1' })])
  assert.deepEqual([discount.kind, discount.lines[0]?.quantity], ['return', '1'])
})

test('a line that stands twice counts twice, and says so', () => {
  const { lines, notes } = plan([row(), row({ row: 3 }), row({ row: 4, quantity: '7' })])
  assert.deepEqual([lines.length, notes], [3, ['The same line as row 2: both count.']])
})

test('the time of a document is that of its first row', () => {
  const { notes } = plan([row(), row({ row: 3, code: '71053', soldAt: '2010-12-01T08:27:00.000Z' })])
  assert.deepEqual(notes, ['Another time than row 2 of the document: that one counts.'])
})

test('a quantity of zero is refused', () => {
  assert.match(refusalOf([row({ quantity: '0' })]), /Row 2: A quantity of zero/)
})

test('no price for a customer is a line given away', () => {
  const { lines, notes } = plan([row({ unitPrice: free, quantity: '1' })])
  assert.deepEqual([lines.length, notes], [1, ['Given away: no price.']])
})

test('goods below zero with a price are no sale, a charge below zero is a discount', () => {
  assert.match(refusalOf([row({ quantity: '-1' })]), /Row 2: Less than none of 85123A/)
  const { lines, notes } = plan([row(), row({ row: 3, code: 'D', quantity: '-1' })])
  assert.deepEqual([lines.length, notes], [2, ['A discount: D below zero.']])
})

test('one document is of one customer', () => {
  assert.match(refusalOf([row(), row({ row: 3, customerId: 'bob' })]), /Row 3: .* different customers/)
  assert.match(refusalOf([row(), row({ row: 3, shopId: 'other' })]), /Row 3: .* shops/)
})

test('remarks name the reason of an adjustment', () => {
  const reasons = ['damages', '?', undefined, 'smashed', 'display', 'found'].map((description) =>
    reasonOf({ quantity: '-1', description }),
  )
  assert.deepEqual(reasons, ['damaged', 'correction', 'correction', 'damaged', 'sample', 'correction'])
  assert.equal(reasonOf({ quantity: '1', description: 'found' }), 'found')
})

test('a cancelled line comes from the latest sale with its code, its price and enough left', () => {
  const candidate = (saleLineId: string, more: Partial<Candidate> = {}): Candidate => ({
    ...{ saleLineId, sku: '85123A', unitPrice: 255, left: '6', ...more },
  })
  const candidates = [candidate('dear', { unitPrice: 300 }), candidate('little', { left: '2' }), candidate('old')]
  const notes: number[] = []
  const rows = [row({ quantity: '4' }), row({ row: 3, quantity: '4' }), row({ row: 4, quantity: '2' })]
  const matches = matchReturns(rows, candidates, (at) => void notes.push(at))
  assert.deepEqual(
    matches.map((match) => match.candidate?.saleLineId),
    ['old', undefined, 'little'],
  )
  assert.deepEqual(notes, [3])
})

test('abroad is a country that is written and is not the own one', () => {
  const abroad = ['United Kingdom', 'united kingdom ', 'GB', undefined, '', 'France', 'EIRE'].map((country) =>
    isAbroad(country, 'GB'),
  )
  assert.deepEqual(abroad, [false, false, false, false, false, true, true])
  assert.equal(isAbroad('France', null), false)
})
