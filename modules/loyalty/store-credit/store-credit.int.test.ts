import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { examine } from '#platform/doctor'
import { cash, codeOf, gbp, makeTill, type Till } from '../../../tests/till.ts'
import { makeWorld, type World } from '../../../tests/world.ts'

let world: World
let till: Till
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
  till = await makeTill(world)
  await till.goods('CUP', 1200, '1000')
})
after(() => world.close())

const cup = (quantity: string) => [{ sku: 'CUP', quantity }]
const byCredit = (amount: number) => ({ tenders: [{ method: 'store_credit', amount: gbp(amount) }] })
const give = (customerId: string, amount: number, who = till.manager) =>
  world.call(who, 'POST', '/loyalty/store-credit', { customerId, amount: gbp(amount), reason: 'Price promise' })

async function makeCustomer(): Promise<string> {
  const { body } = await world.call(till.owner, 'POST', '/erp/customers', { name: 'Ann' })
  return String(body.data.id)
}

async function creditOf(customerId: string): Promise<number> {
  const { body } = await world.call(till.staff, 'GET', `/loyalty/store-credit?filter[customerId]=${customerId}`)
  return Number(body.data[0]?.balance?.amount ?? 0)
}

async function mustAgree(): Promise<void> {
  await world.settle()
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
}

test('Store credit is given with permission and reason, and taken back while it is there', async () => {
  const customerId = await makeCustomer()
  assert.equal((await give(customerId, 1500)).status, 201)
  assert.equal((await give(customerId, -500)).status, 201)
  assert.equal(await creditOf(customerId), 1000)
  assert.equal(codeOf(await give(customerId, -1001)), 'STORE_CREDIT_INSUFFICIENT')
  assert.equal(codeOf(await give(customerId, 0)), 'VALIDATION_FAILED')
  assert.equal(codeOf(await give(customerId, 1, till.staff)), 'FORBIDDEN')
  const euro = { customerId, amount: { amount: 1, currency: 'EUR' }, reason: 'x' }
  assert.equal(codeOf(await world.call(till.owner, 'POST', '/loyalty/store-credit', euro)), 'CURRENCY_MISMATCH')
  await mustAgree()
})

test('Store credit pays for its customer only, and fifty sales at once never overdraw it', async () => {
  const customerId = await makeCustomer()
  await give(customerId, 3600)
  assert.equal(codeOf(await till.sell(cup('1'), byCredit(1200))), 'STORED_VALUE_NEEDS_CUSTOMER')
  const other = await makeCustomer()
  const foreign = await till.sell(cup('1'), { ...byCredit(1200), customerId: other })
  assert.equal(codeOf(foreign), 'STORE_CREDIT_INSUFFICIENT')
  const sales = await Promise.all(
    Array.from({ length: 50 }, () => till.sell(cup('1'), { ...byCredit(1200), customerId })),
  )
  assert.equal(sales.filter(({ status }) => status === 201).length, 3)
  assert.equal(await creditOf(customerId), 0)
  await mustAgree()
})

test('A return may be paid as store credit instead of money, and what it paid goes back to it first', async () => {
  const customerId = await makeCustomer()
  const sold = await till.sell(cup('2'), { ...cash(2400), customerId })
  const back = (sale: typeof sold, refunds?: unknown[]) =>
    world.call(till.manager, 'POST', `/erp/sales/${sale.body.data.id}/returns`, {
      registerId: till.registerId,
      lines: [{ saleLineId: sale.body.data.lines?.[0]?.id, quantity: '1' }],
      ...(refunds ? { refunds } : {}),
    })
  const asCredit = await back(sold, [{ method: 'store_credit', amount: gbp(1200) }])
  assert.equal(asCredit.status, 201, JSON.stringify(asCredit.body))
  assert.equal(await creditOf(customerId), 1200)
  const mixed = await till.sell(cup('2'), {
    tenders: [...byCredit(1200).tenders, ...cash(1200).tenders],
    customerId,
  })
  const first = await back(mixed)
  assert.deepEqual(
    [...(first.body.data.refunds ?? [])].map(({ method, amount }) => [method, amount?.amount]),
    [['store_credit', 1200]],
  )
  assert.equal((await back(sold)).status, 201)
  assert.equal(codeOf(await back(sold)), 'RETURN_EXCEEDS_SALE')
  const nameless = await till.sell(cup('1'), cash(1200))
  const refused = await back(nameless, [{ method: 'store_credit', amount: gbp(1200) }])
  assert.equal(codeOf(refused), 'STORED_VALUE_NEEDS_CUSTOMER')
  await mustAgree()
})

test('Points pay nothing while no programme is in force', async () => {
  const customerId = await makeCustomer()
  const tenders = [{ method: 'points', amount: gbp(1200) }]
  assert.equal(codeOf(await till.sell(cup('1'), { tenders, customerId })), 'POINTS_NOT_TAKEN')
})
