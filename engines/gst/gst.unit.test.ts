/** The rules of GST, each by the provision that makes it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { largeAbove, lastDayToReduce } from './dated.ts'
import { sellerAt, unnamedBuyer } from './document.ts'
import { checkCharacter, gstinProblem, panOf, uinProblem } from './gstin.ts'
import { rateUnder } from './rates.ts'
import { noteSection, noteTable, sectionOf, tableOf } from './section.ts'
import type { Buyer, BuyerKind, Delivery, Seller } from './shapes.ts'
import { isState, stateByName, stateHeadOf } from './states.ts'
import { type SupplyFacts, supplyOf } from './supply.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const gstin = (state: string, letter = 'F'): string => {
  const first = `${state}AAPFU0939${letter}1Z`
  return first + checkCharacter(first)
}
const lut = { number: 'AD1', validFrom: '2026-04-01', validTo: '2027-03-31' }
const karnataka: Seller = { gstin: gstin('29'), registration: 'regular', lut: null }
const buyer = (kind: BuyerKind, state: string): Buyer => ({ gstin: gstin(state, 'G'), kind, state: null })
const supply = (more: Partial<SupplyFacts> & { delivery?: Delivery } = {}) =>
  supplyOf({ seller: karnataka, buyer: unnamedBuyer, delivery: {}, date: '2026-11-20', isService: false, ...more })
const found = (more: Parameters<typeof supply>[0]) => {
  const { place, rule, scheme } = supply(more)
  return [place, rule, scheme]
}

test('a GSTIN has the shape, a state, and the check character of its first fourteen', () => {
  assert.equal(gstinProblem('27AAPFU0939F1ZV'), undefined)
  assert.equal(gstinProblem('24AAUPV7468F1ZW'), undefined)
  assert.match(gstinProblem('27AAPFU0939F1ZW') ?? '', /comes V/)
  assert.match(gstinProblem('28AAPFU0939F1ZT') ?? '', /28 is no state code/)
  assert.match(gstinProblem('27aapfu0939f1zv') ?? '', /15 characters/)
  assert.equal(panOf('27AAPFU0939F1ZV'), 'AAPFU0939F')
  assert.equal(uinProblem('0717UNO00157UNO'), undefined)
})

test('the check character tells every change of one character', () => {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const change = fc.record({ at: fc.nat({ max: 13 }), to: fc.constantFrom(...alphabet) })
  const first = '27AAPFU0939F1Z'
  fc.assert(
    fc.property(change, ({ at, to }) => {
      const other = first.slice(0, at) + to + first.slice(at + 1)
      assert.equal(checkCharacter(other) === checkCharacter(first), other === first)
    }),
    { seed },
  )
})

test('territories without a legislature levy UTGST, those with one SGST', () => {
  assert.deepEqual(['04', '26', '31', '35', '38', '97'].map(stateHeadOf), Array(6).fill('utgst'))
  assert.deepEqual(['07', '34', '01', '29'].map(stateHeadOf), Array(4).fill('sgst'))
})

test('states come and go on their days', () => {
  assert.deepEqual([isState('38', '2019-10-30'), isState('38', '2019-10-31')], [false, true])
  assert.deepEqual([isState('25', '2020-01-25'), isState('25', '2020-01-26')], [true, false])
  assert.equal(stateByName(' tamil nadu '), '33')
})

test('s. 10(1)(a): goods that move to a registered person are supplied where they arrive', () => {
  const delivery = { state: '27' }
  assert.deepEqual(found({ buyer: buyer('regular', '33'), delivery }), ['27', 's.10(1)(a)', 'inter'])
})

test('s. 10(1)(b): billed to one, shipped to another: the place is that of the one who ordered', () => {
  const delivery = { state: '27', toOther: true }
  assert.deepEqual(found({ buyer: buyer('regular', '29'), delivery }), ['29', 's.10(1)(b)', 'intra'])
})

test('s. 10(1)(c): handed to a registered person over the counter, they are supplied at the counter', () => {
  assert.deepEqual(found({ buyer: buyer('regular', '27') }), ['29', 's.10(1)(c)', 'intra'])
})

test('s. 10(1)(ca): to an unregistered person it is the state on the invoice, else that of the seller', () => {
  assert.deepEqual(found({ buyer: { ...unnamedBuyer, state: '27' } }), ['27', 's.10(1)(ca)', 'inter'])
  assert.deepEqual(found({}), ['29', 's.10(1)(ca)', 'intra'])
})

test('before 1-10-2023 the address of an unregistered person decided nothing', () => {
  const before = { buyer: { ...unnamedBuyer, state: '27' }, date: '2023-09-30' }
  assert.deepEqual(found(before), ['29', 's.10(1)(c)', 'intra'])
  assert.deepEqual(found({ ...before, date: '2023-10-01' }), ['27', 's.10(1)(ca)', 'inter'])
})

test('s. 12(2): a service is supplied where the registered person is, else at the address on record', () => {
  assert.deepEqual(found({ isService: true, buyer: buyer('regular', '27') }), ['27', 's.12(2)(a)', 'inter'])
  assert.deepEqual(found({ isService: true }), ['29', 's.12(2)(b)', 'intra'])
})

test('exports and zones are zero-rated: under a valid letter of undertaking without tax, else with IGST', () => {
  const seller = { ...karnataka, lut }
  const abroad = { seller, delivery: { state: '96' } }
  assert.deepEqual(found(abroad), ['96', 's.11(b)', 'lut'])
  assert.equal(supply({ ...abroad, delivery: { state: '96', withTax: true } }).scheme, 'paid')
  assert.equal(supply({ ...abroad, date: '2027-04-01' }).scheme, 'paid')
  assert.deepEqual(found({ seller, buyer: buyer('sez', '29') }), ['29', 's.10(1)(c)', 'lut'])
  assert.equal(supply({ buyer: buyer('sez', '29') }).scheme, 'paid')
})

test('a composition dealer charges nothing, and sells within the state only', () => {
  const seller: Seller = { ...karnataka, registration: 'composition' }
  const { scheme } = supply({ seller })
  assert.equal(scheme, 'composition')
  assert.equal(rateUnder(supply({ seller }), rate, undefined).percent, '0')
  for (const delivery of [{ state: '27' }, { state: '96' }]) {
    assert.throws(() => supply({ seller, delivery }), { code: 'GST_COMPOSITION_INTRA_ONLY' })
  }
})

test('a place that is no state is refused', () => {
  assert.throws(() => supply({ delivery: { state: '28' } }), { code: 'GST_PLACE_UNKNOWN' })
})

const rate = { id: 'r', code: 'GST18', label: 'GST 18 %', percent: '18', validFrom: '2017-07-01', cess: '12' }
const goods = { hsn: '8517', supply: 'taxable', reverseCharge: false } as const
const headsOf = (more: Parameters<typeof supply>[0], of: Parameters<typeof rateUnder>[2] = goods) =>
  (rateUnder(supply(more), rate, of).components ?? []).map(({ code, percent }) => `${code} ${percent}`)

test('within the state halves go to CGST and SGST or UTGST, between states all is IGST; cess stands beside', () => {
  assert.deepEqual(headsOf({}), ['cgst 9', 'sgst 9', 'cess 12'])
  const chandigarh = { ...karnataka, gstin: gstin('04') }
  assert.deepEqual(headsOf({ seller: chandigarh }), ['cgst 9', 'utgst 9', 'cess 12'])
  assert.deepEqual(headsOf({ delivery: { state: '27' } }), ['igst 18', 'cess 12'])
})

test('nil rated, exempt and non-GST goods are not charged, nor what goes under a letter of undertaking', () => {
  for (const kind of ['nil', 'exempt', 'non_gst'] as const)
    assert.deepEqual(headsOf({}, { ...goods, supply: kind }), [])
  assert.deepEqual(headsOf({ seller: { ...karnataka, lut }, delivery: { state: '96' } }), [])
})

test('s. 9(3): on reverse charge a registered buyer is charged nothing, others are charged', () => {
  const notified = { ...goods, reverseCharge: true }
  assert.deepEqual(headsOf({ buyer: buyer('regular', '29') }, notified), [])
  assert.deepEqual(headsOf({}, notified).length, 3)
})

test('an inter-state invoice is large above 2,50,000 until 31-07-2024, above 1,00,000 since', () => {
  assert.deepEqual([largeAbove('2024-07-31'), largeAbove('2024-08-01')], [2_50_000_00, 1_00_000_00])
  const far = supply({ delivery: { state: '27' } })
  const section = (total: number, date: string) => sectionOf(far, { total, date })
  assert.equal(section(1_00_000_00, '2026-11-20'), 'b2cs')
  assert.equal(section(1_00_000_01, '2026-11-20'), 'b2cl')
  assert.equal(section(1_00_000_01, '2024-07-31'), 'b2cs')
  assert.equal(sectionOf(supply(), { total: 9_00_000_00, date: '2026-11-20' }), 'b2cs')
})

test('each line is in one table, and what came back in that of its note or net in the same', () => {
  const to = (more: Parameters<typeof supply>[0], of = goods as Parameters<typeof tableOf>[1]) => {
    const decided = supply(more)
    return tableOf({ ...decided, section: sectionOf(decided, { total: 100, date: '2026-11-20' }) }, of)
  }
  const regular = buyer('regular', '27')
  assert.equal(to({ buyer: regular }), '4A')
  assert.equal(to({ buyer: regular }, { ...goods, reverseCharge: true }), '4B')
  assert.equal(to({ buyer: regular, delivery: { deemedExport: true } }), '6C')
  assert.equal(to({ buyer: buyer('sez', '27') }), '6B')
  assert.equal(to({ delivery: { state: '96' } }), '6A')
  assert.equal(to({}), '7')
  assert.equal(to({}, { ...goods, supply: 'exempt' }), '8')
  assert.deepEqual(
    [noteSection('b2b', true), noteSection('b2cl', true), noteSection('b2cs', true)],
    ['cdnr', 'cdnur', 'b2cs'],
  )
  assert.deepEqual([noteTable('4A', 'cdnr'), noteTable('7', 'b2cs'), noteTable('4A', 'none')], ['9B', '7', 'none'])
})

test('s. 34(2): a credit note reduces tax until 30 November after the year of the supply, or the annual return', () => {
  assert.equal(lastDayToReduce('2026-03-31'), '2026-11-30')
  assert.equal(lastDayToReduce('2026-04-01'), '2027-11-30')
  assert.equal(lastDayToReduce('2026-04-01', '2027-10-15'), '2027-10-15')
  assert.equal(noteSection('b2b', false), 'none')
})

test('a shop with a GSTIN of its own sells under it, with its own letter of undertaking', () => {
  const company = { ...karnataka, lut }
  assert.deepEqual(sellerAt(company, {}), company)
  assert.deepEqual(sellerAt(company, { gstin: gstin('27') }), { ...company, gstin: gstin('27'), lut: null })
  assert.equal(sellerAt(null, { gstin: gstin('27') }), null)
})
