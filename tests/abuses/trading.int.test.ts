/** What people try at the till: prices, quantities, amounts, stock, refunds and keys (A25, A26, A27, A29, A30, A33). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gbp, mustBalance } from '../till.ts'
import type { Loose, Reply } from '../world.ts'
import { openSite, paid, type Site, said, type Trader, type Who } from './site.ts'

let site: Site
let here: Trader
before(async () => {
  site = await openSite()
  here = site.here
  await here.goods('MUG', 1200, '500')
  await site.there.goods('MUG', 1200, '500')
})
after(() => site?.close())

const mug = (more: object = {}) => [{ sku: 'MUG', quantity: '1', ...more }]
const onHand = async (sku: string): Promise<string> => {
  const found = await site.ask(here.owner, 'GET', `/erp/products?filter[sku]=${sku}`)
  const stock = await site.ask(here.owner, 'GET', `/inventory?filter[productId]=${found.body.data[0]?.id}`)
  return String(stock.body.data[0]?.onHand)
}

test('A25: what the server reckons is no field of a sale, on the sale or on a line', async () => {
  for (const field of [
    'price',
    'total',
    'discount',
    'tax',
    'taxRate',
    'net',
    'gross',
    'status',
    'number',
    'companyId',
  ]) {
    for (const value of [gbp(1), 1, '1']) {
      assert.equal(said(await here.sell(mug({ [field]: value }), paid(1))), '400 VALIDATION_FAILED', `line ${field}`)
      assert.equal(said(await here.sell(mug(), { ...paid(1), [field]: value })), '400 VALIDATION_FAILED', field)
    }
  }
})

test('A25: a price by hand needs the permission and a reason', async () => {
  const byHand = { unitPrice: gbp(1), priceReason: 'A friend' }
  assert.equal(said(await here.sell(mug(byHand), paid(1))), '403 PRICE_OVERRIDE_FORBIDDEN')
  const bare = await here.sell(mug({ unitPrice: gbp(1) }), paid(1), here.manager)
  assert.equal(said(bare), '403 PRICE_OVERRIDE_FORBIDDEN')
  assert.equal(said(await here.sell(mug(byHand), paid(1), here.manager)), '201')
})

test('A26: a quantity is a positive decimal in text, as fine as its unit', async () => {
  const before = await onHand('MUG')
  const quantities = ['"-1"', '"0"', '"1.5"', '2', '1e309', String(2 ** 53), `"${'1'.padEnd(19, '0')}"`, '-1', 'true']
  for (const quantity of [...quantities, '"1e3"', '"0x1"', '" 1"', '"١"', '"NaN"', '""', 'null', '["1"]', '{}']) {
    const body = JSON.stringify({ shopId: here.shopId, registerId: here.registerId, lines: mug(), ...paid(1200) })
    const hostile = body.replace('"quantity":"1"', `"quantity":${quantity}`)
    assert.notEqual(hostile, body)
    const headers = { 'content-type': 'application/json' }
    const reply = await site.ask(here.cashier, 'POST', '/erp/sales', hostile, headers)
    assert.equal(said(reply), '400 VALIDATION_FAILED', quantity)
  }
  assert.equal(await onHand('MUG'), before)
})

test('A27: an amount is a positive whole number of minor units', async () => {
  for (const amount of ['0.001', '-1', '0', '1200.5', '"1200"', '1e309', String(2 ** 53), 'null', 'true']) {
    const body = JSON.stringify({ shopId: here.shopId, registerId: here.registerId, lines: mug(), ...paid(1200) })
    const hostile = body.replace('"amount":1200', `"amount":${amount}`)
    assert.notEqual(hostile, body)
    const headers = { 'content-type': 'application/json' }
    const reply = await site.ask(here.cashier, 'POST', '/erp/sales', hostile, headers)
    assert.equal(said(reply), '400 VALIDATION_FAILED', amount)
  }
})

test('A27: money of another currency, or of none, pays nothing', async () => {
  const pay = async (currency: unknown) =>
    said(await here.sell(mug(), { tenders: [{ method: 'cash', amount: { amount: 1200, currency } }] }))
  for (const currency of ['EUR', 'JPY', 'KWD']) assert.equal(await pay(currency), '422 CURRENCY_MISMATCH', currency)
  for (const currency of ['gbp', 'XXXX', '', 'ZZZ', null, 826])
    assert.equal(await pay(currency), '400 VALIDATION_FAILED', String(currency))
  const { status } = await here.sell(
    mug({ unitPrice: { amount: 1, currency: 'JPY' }, priceReason: 'x' }),
    paid(1),
    here.manager,
  )
  assert.equal(status, 422)
})

test('A29: what is not there is not sold, however it is asked for', async () => {
  await here.goods('LAST', 1000, '1')
  const last = { sku: 'LAST', quantity: '1' }
  assert.equal(said(await here.sell([{ ...last, quantity: '2' }], paid(2000))), '409 OUT_OF_STOCK')
  assert.equal(said(await here.sell([last, last], paid(2000))), '409 OUT_OF_STOCK')
  const many = await Promise.all(Array.from({ length: 40 }, () => here.sell([last], paid(1000))))
  assert.deepEqual(many.map(said).toSorted(), ['201', ...Array.from({ length: 39 }, () => '409 OUT_OF_STOCK')])
  const cart = Array.from({ length: 10_000 }, () => ({ sku: 'MUG', quantity: '1' }))
  assert.equal(said(await here.sell(cart, paid(12_000_000))), '400 VALIDATION_FAILED')
  assert.equal(await onHand('LAST'), '0')
})

test('A30: nobody gets back more than was paid, elsewhere than it was paid, or twice', async () => {
  const tenders = [{ method: 'card', amount: gbp(1200), reference: 'AUTH 1' }]
  const sale = await here.sell(mug(), { tenders })
  const saleLineId = sale.body.data.lines?.[0]?.id
  const giveBack = async (refunds: object | undefined, who: Who = here.manager, quantity = '1') =>
    said(
      await site.ask(who, 'POST', `/erp/sales/${sale.body.data.id}/returns`, {
        registerId: here.registerId,
        lines: [{ saleLineId, quantity }],
        refunds,
      }),
    )
  const back = (method: string, amount: number) => [{ method, amount: gbp(amount) }]
  for (const who of [here.customer, here.cashier]) assert.equal(await giveBack(undefined, who), '403 FORBIDDEN')
  assert.equal(await giveBack(undefined, site.there.manager), '404 NOT_FOUND')
  assert.equal(await giveBack(back('cash', 1200)), '422 REFUND_EXCEEDS_CAPTURE')
  assert.equal(await giveBack(back('card', 1201)), '400 VALIDATION_FAILED', 'not what the goods come to')
  assert.equal(await giveBack(undefined, here.manager, '2'), '422 RETURN_EXCEEDS_SALE')
  const answers = await Promise.all(Array.from({ length: 20 }, () => giveBack(back('card', 1200))))
  assert.deepEqual(answers.toSorted(), ['201', ...Array.from({ length: 19 }, () => '422 RETURN_EXCEEDS_SALE')])
  assert.equal(await giveBack(back('card', 1200)), '422 RETURN_EXCEEDS_SALE')
})

const keyed = (who: Who, key: string, trader = here, more: object = {}): Promise<Reply<Loose>> => {
  const { shopId, registerId } = trader
  const body = { shopId, registerId, lines: mug(), ...paid(1200), ...more }
  return site.ask(who, 'POST', '/erp/sales', body, { 'idempotency-key': key })
}

test('A33: a key is 1 to 128 visible characters', async () => {
  for (const key of ['a b', 'x'.repeat(129), 'caf\u00e9', 'a\tb', 'a, b'])
    assert.equal(said(await keyed(here.cashier, key)), '400 VALIDATION_FAILED', key)
})

test('A33: a key stands for one request of one person', async () => {
  const first = await keyed(here.cashier, 'ticket-1')
  const again = await keyed(here.cashier, 'ticket-1')
  assert.deepEqual([said(first), said(again)], ['201', '201'])
  assert.equal(again.headers['idempotent-replayed'], 'true')
  assert.deepEqual(again.body.data, first.body.data)
  const other = await keyed(here.cashier, 'ticket-1', here, { note: 'Another body' })
  assert.equal(said(other), '422 IDEMPOTENCY_KEY_REUSED')
  assert.equal(said(await keyed(here.manager, 'ticket-1')), '422 IDEMPOTENCY_KEY_REUSED')
  const elsewhere = await site.ask(here.cashier, 'POST', '/erp/sales/x/returns', {}, { 'idempotency-key': 'ticket-1' })
  assert.ok(elsewhere.status >= 400)
})

test('A33: the key of another company is another key', async () => {
  const { there } = site
  const [ours, theirs] = [await keyed(here.cashier, 'shared'), await keyed(there.cashier, 'shared', there)]
  assert.deepEqual([said(ours), said(theirs)], ['201', '201'])
  assert.equal(theirs.headers['idempotent-replayed'], undefined)
  assert.notEqual(theirs.body.data.id, ours.body.data.id)
})

test('A33: while the first call runs, the second is told so', async () => {
  const calls: Promise<Reply<Loose>>[] = []
  const told = await site.app.db.transaction(here.companyId, async (sql) => {
    const held = await sql`update sales.number_series set next = next
      where company_id = ${here.companyId} and scope = ${here.registerId} returning id`
    assert.ok(held.length > 0)
    calls.push(keyed(here.cashier, 'twice'), keyed(here.cashier, 'twice'))
    return { result: await Promise.race(calls) }
  })
  assert.equal(said(told), '409 IDEMPOTENCY_IN_PROGRESS')
  assert.ok(Number(told.headers['retry-after']) >= 1)
  assert.deepEqual((await Promise.all(calls)).map(said).toSorted(), ['201', '409 IDEMPOTENCY_IN_PROGRESS'])
})

test('after all of it stock, sales and payments agree', async () => {
  await mustBalance({ app: site.app })
})
