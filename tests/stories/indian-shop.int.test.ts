/** A month of a shop in Karnataka, and its GSTR-1 and GSTR-3B against figures that were worked by hand. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { examine } from '#platform/doctor'
import { type Loose, makeWorld, type World } from '../world.ts'
import { gstinOf, type IndianShop, inr, makeIndianShop, must } from './indian-shop.ts'

let world: World
let shop: IndianShop
let sales: Record<string, Loose>
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-20T06:30:00Z') })
  shop = await makeIndianShop(world)
  sales = await tradeForAMonth()
})
after(() => world.close())

const maharashtra = '27'
const registered = gstinOf('29', 'G')
const elsewhere = gstinOf(maharashtra, 'H')

/** Prices are without tax: a shirt is 1,000.00 at 5 %, a phone 20,000.00 at 18 %. */
async function tradeForAMonth(): Promise<Record<string, Loose>> {
  const shirt = await shop.product('SHIRT', 1_000_00, 'gst-5', { hsn: '610910' })
  const phone = await shop.product('PHONE', 20_000_00, 'gst-18', { hsn: '851713' })
  const rice = await shop.product('RICE', 500_00, 'nil', { hsn: '1006' })
  const book = await shop.product('BOOK', 300_00, 'exempt', { hsn: '4901' })
  const local = await shop.customer('Local firm', { gstin: registered })
  const distant = await shop.customer('Distant firm', { gstin: elsewhere, gstKind: 'regular' })
  const zone = await shop.customer('Zone unit', { gstin: gstinOf('29', 'S'), gstKind: 'sez' })
  const tourist = await shop.customer('Tourist', { gstState: maharashtra })
  const of = (productId: string, quantity = '1') => ({ productId, quantity })
  const shippingBill = { number: '1234567', date: '2026-11-20', port: 'INBLR4' }
  const counter = await shop.sell(2_100_00, [of(shirt, '2')])
  const far = await shop.sell(23_600_00, [of(phone)], { customerId: distant, delivery: { state: maharashtra } })
  return {
    ...{ counter, far },
    local: await shop.sell(23_600_00, [of(phone)], { customerId: local }),
    small: await shop.sell(23_600_00, [of(phone)], { customerId: tourist }),
    large: await shop.sell(118_000_00, [of(phone, '5')], { customerId: tourist }),
    exported: await shop.sell(10_000_00, [of(shirt, '10')], { delivery: { state: '96', shippingBill } }),
    exportedPaid: await shop.sell(23_600_00, [of(phone)], { delivery: { state: '96', withTax: true } }),
    zone: await shop.sell(20_000_00, [of(phone)], { customerId: zone }),
    untaxed: await shop.sell(2_300_00, [of(rice, '4'), of(book)]),
    counterBack: await shop.giveBack(counter, '1'),
    farBack: await shop.giveBack(far, '1'),
  }
}

const amounts = (row: Loose | undefined) =>
  ['taxable', 'igst', 'cgst', 'sgst'].map((name) => Number(row?.[name]?.amount ?? Number.NaN))
const rupees = (...each: number[]): number[] => each.map((amount) => amount * 100)

test('the till taxes by place of supply, and the document keeps it', () => {
  const { counter, small, far, zone } = sales
  const kept = (sale: Loose | undefined) => {
    const { place, rule, scheme, section } = { ...sale?.gst } as Record<string, unknown>
    return [place, rule, scheme, section]
  }
  assert.deepEqual(kept(counter), ['29', 's.10(1)(ca)', 'intra', 'b2cs'])
  assert.deepEqual(kept(small), ['27', 's.10(1)(ca)', 'inter', 'b2cs'])
  assert.deepEqual(kept(far), ['27', 's.10(1)(a)', 'inter', 'b2b'])
  assert.deepEqual(kept(zone), ['29', 's.10(1)(c)', 'lut', 'b2b'])
  assert.equal(far?.gst?.buyerGstin, elsewhere)
  const [line] = [...(counter?.lines ?? [])]
  assert.deepEqual(line?.taxes?.[0]?.components, [
    { code: 'cgst', percent: '2.5', amount: 50_00 },
    { code: 'sgst', percent: '2.5', amount: 50_00 },
  ])
  assert.deepEqual(line?.gst?.hsn, '610910')
})

test('GSTR-1 of the month is what was worked by hand', async () => {
  const { tables, small, nil, hsn, notes } = await shop.report('?period=2026-11')
  const byTable = Object.fromEntries([...(tables ?? [])].map((row) => [row.table, amounts(row)]))
  assert.deepEqual(byTable, {
    '4A': rupees(40_000, 3_600, 1_800, 1_800),
    '5': rupees(100_000, 18_000, 0, 0),
    '6A': rupees(30_000, 3_600, 0, 0),
    '6B': rupees(20_000, 0, 0, 0),
    '7': rupees(21_000, 3_600, 25, 25),
    '8': rupees(2_300, 0, 0, 0),
    '9B': rupees(-20_000, -3_600, 0, 0),
  })
  assert.deepEqual(
    [...(small ?? [])].map((row) => [row.supply, row.place, row.rate, ...amounts(row)]),
    [
      ['intra', '29', '5', ...rupees(1_000, 0, 25, 25)],
      ['inter', '27', '18', ...rupees(20_000, 3_600, 0, 0)],
    ],
  )
  assert.deepEqual([nil?.[0]?.supply, nil?.[0]?.nil, nil?.[0]?.exempt], ['intra', inr(2_000_00), inr(300_00)])
  assert.deepEqual(
    [...(hsn ?? [])].map((row) => [row.tab, row.hsn, row.unit, row.rate, row.quantity, ...amounts(row)]),
    [
      ['b2b', '8517', 'PCS', '0', '1', ...rupees(20_000, 0, 0, 0)],
      ['b2b', '8517', 'PCS', '18', '1', ...rupees(20_000, 0, 1_800, 1_800)],
      ['b2c', '1006', 'PCS', '0', '4', ...rupees(2_000, 0, 0, 0)],
      ['b2c', '4901', 'PCS', '0', '1', ...rupees(300, 0, 0, 0)],
      ['b2c', '6109', 'PCS', '0', '10', ...rupees(10_000, 0, 0, 0)],
      ['b2c', '6109', 'PCS', '5', '1', ...rupees(1_000, 0, 25, 25)],
      ['b2c', '8517', 'PCS', '18', '7', ...rupees(140_000, 25_200, 0, 0)],
    ],
  )
  assert.equal([...(notes ?? [])].length, 2)
})

test('GSTR-1 in the form of the portal names each invoice in its table', async () => {
  const { gstr1 } = await shop.report('?period=2026-11')
  const { far, large, exported, farBack } = sales
  assert.equal(gstr1?.fp, '112026')
  const b2b = [...(gstr1?.b2b ?? [])]
  assert.deepEqual(
    b2b.map(({ ctin }) => String(ctin)).toSorted(),
    [registered, elsewhere, gstinOf('29', 'S')].toSorted(),
  )
  const [invoice] = [...(b2b.find(({ ctin }) => String(ctin) === elsewhere)?.inv ?? [])]
  const item = { rt: 18, txval: 20_000, iamt: 3_600, csamt: 0 }
  assert.deepEqual(
    { ...invoice },
    {
      ...{ inum: far?.number, idt: '20-11-2026', val: 23_600, pos: '27', rchrg: 'N', inv_typ: 'R' },
      itms: [{ num: 1, itm_det: item }],
    },
  )
  assert.deepEqual(gstr1?.b2cl?.[0]?.inv?.[0]?.inum, large?.number)
  const [withTax, without] = [...(gstr1?.exp ?? [])].toSorted((a, b) =>
    String(a.exp_typ) < String(b.exp_typ) ? 1 : -1,
  )
  assert.deepEqual([without?.exp_typ, without?.inv?.[0]?.inum], ['WOPAY', exported?.number])
  assert.deepEqual([without?.inv?.[0]?.sbpcode, without?.inv?.[0]?.sbdt], ['INBLR4', '20-11-2026'])
  assert.deepEqual(withTax?.inv?.[0]?.itms?.[0], { txval: 20_000, rt: 18, iamt: 3_600, csamt: 0 })
  const [note] = [...(gstr1?.cdnr?.[0]?.nt ?? [])]
  assert.deepEqual([note?.ntty, note?.nt_num, note?.val], ['C', farBack?.number, 23_600])
  assert.deepEqual(note?.itms?.[0]?.itm_det, item)
  const [invoices, notes] = [...(gstr1?.doc_issue?.doc_det ?? [])]
  assert.deepEqual([invoices?.docs?.[0]?.net_issue, notes?.docs?.[0]?.net_issue], [9, 2])
})

test('GSTR-3B of the month is what was worked by hand', async () => {
  const { outward, interState, gstr3b } = await shop.report('?period=2026-11')
  assert.deepEqual(Object.fromEntries([...(outward ?? [])].map((row) => [row.row, amounts(row)])), {
    taxable: rupees(141_000, 21_600, 1_825, 1_825),
    zeroRated: rupees(50_000, 3_600, 0, 0),
    exempt: rupees(2_300, 0, 0, 0),
    nonGst: rupees(0, 0, 0, 0),
    reversed: rupees(0, 0, 0, 0),
  })
  assert.deepEqual(
    [...(interState ?? [])].map(({ to, place, taxable, igst }) => [to, place, taxable?.amount, igst?.amount]),
    [['unregistered', '27', 120_000_00, 21_600_00]],
  )
  assert.deepEqual(gstr3b?.sup_details?.osup_det, { txval: 141_000, iamt: 21_600, camt: 1_825, samt: 1_825, csamt: 0 })
})

test('every figure leads to its documents', async () => {
  const documents = async (query: string) =>
    must(await world.call(shop.owner, 'GET', `/finance/reports/gst/documents?period=2026-11&${query}`), 200)
  const small = await documents('table=7&place=29&rate=5')
  assert.deepEqual(
    [...(small.documents ?? [])].map(({ entity, number, taxable }) => [entity, number, taxable?.amount]),
    [
      ['sales.sale', sales.counter?.number, 2_000_00],
      ['sales.creditNote', sales.counterBack?.number, -1_000_00],
    ],
  )
  const first = await documents('table=4A&limit=1')
  assert.equal([...(first.documents ?? [])].length, 1)
  const rest = await documents(`table=4A&cursor=${first.cursor}`)
  assert.equal([...(rest.documents ?? [])].length, 1)
  assert.equal(rest.cursor, null)
})

test('the books have the same by heads, and the doctor agrees', async () => {
  const { ledger } = await shop.report('?period=2026-11')
  for (const { documents, posted } of [...(ledger ?? [])]) assert.deepEqual(posted, documents)
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
})
