/** Costs that are put right long after the receipt: posted forward, nothing rewritten. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { adjust, breaches, figuresOf, gbp, makeProduct, makeStore, type Store, take } from '../../tests/store.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

const costings = ['average', 'first_in_first_out'] as const

/** What came in, in the order in which it was booked. */
async function receiptsOf({ companyId }: Store, productId: string): Promise<string[]> {
  const rows = await world.app.db.relay`
    select id from inventory.move
    where company_id = ${companyId} and product_id = ${productId} and quantity > 0 order by created_at, id`
  return rows.map(({ id }) => String(id))
}

const correct = (store: Store, moveId: string | undefined, unitCost: object, who = store.owner) =>
  world.call(who, 'POST', `/inventory/moves/${moveId}/correct-cost`, { unitCost, note: 'The bill says so' })

for (const costing of costings) {
  test(`${costing}: what is still there is worth more, what has gone is expensed, the ledger has both`, async () => {
    const store = await makeStore(world, { costing })
    const productId = await makeProduct(store)
    await adjust(store, { productId, quantity: '10', unitCost: 100 })
    await take(store, { productId, quantity: '4' })
    const [first] = await receiptsOf(store, productId)
    const { status, body } = await correct(store, first, gbp(130))
    assert.equal(status, 201, JSON.stringify(body))
    const { held, before, after, stockChange, expense } = body.data
    assert.deepEqual({ held, before, after }, { held: '6', before: gbp(1000), after: gbp(1300) })
    assert.deepEqual([stockChange, expense], [gbp(180), gbp(120)])
    assert.equal((await figuresOf(store, productId)).value, 780)
    await world.settle()
    const found = await world.app.db.relay`
      select a.role, sum(l.debit - l.credit)::int as balance
      from finance.ledger_line l join finance.account a on a.company_id = l.company_id and a.id = l.account_id
      where l.company_id = ${store.companyId} group by a.role having sum(l.debit - l.credit) <> 0`
    assert.equal(found.find(({ role }) => role === 'stock')?.balance, 1180)
    assert.deepEqual(await breaches(world), [])
  })
}

test('first in, first out: the layer of that receipt changes, not those beside it', async () => {
  const store = await makeStore(world, { costing: 'first_in_first_out' })
  const productId = await makeProduct(store)
  for (const unitCost of [10, 20, 30]) await adjust(store, { productId, quantity: '4', unitCost })
  await take(store, { productId, quantity: '6' })
  const [, second] = await receiptsOf(store, productId)
  const { body } = await correct(store, second, gbp(26))
  assert.deepEqual([body.data.held, body.data.stockChange, body.data.expense], ['2', gbp(12), gbp(12)])
  assert.equal((await take(store, { productId, quantity: '2' })).result.lines[0]?.cost, 52)
  assert.equal((await figuresOf(store, productId)).value, 120)
})

test('a receipt is corrected again from where the last correction left it, and down to nothing', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '10', unitCost: 100 })
  const [receipt] = await receiptsOf(store, productId)
  await correct(store, receipt, gbp(130))
  const again = await correct(store, receipt, gbp(0))
  assert.deepEqual([again.body.data.before, again.body.data.stockChange], [gbp(1300), gbp(-1300)])
  assert.equal((await figuresOf(store, productId)).value, 0)
  assert.equal((await correct(store, receipt, gbp(0))).body.code, 'COST_NOT_CORRECTABLE')
})

test('what is no receipt, another currency, another company and people without the right are refused', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '10', unitCost: 100 })
  await take(store, { productId, quantity: '1' })
  const [receipt] = await receiptsOf(store, productId)
  const moves = await world.call(
    store.owner,
    'GET',
    `/inventory/moves?filter[productId]=${productId}&filter[kind]=sale`,
  )
  const sold = String(moves.body.data[0]?.id)
  assert.equal((await correct(store, sold, gbp(1))).body.code, 'COST_NOT_CORRECTABLE')
  assert.equal((await correct(store, receipt, { amount: 1, currency: 'EUR' })).body.code, 'CURRENCY_MISMATCH')
  assert.equal((await correct(store, receipt, gbp(1), store.staff)).status, 403)
  const stranger = await makeStore(world)
  assert.equal((await correct(stranger, receipt, gbp(1))).status, 404)
})

test('twenty corrections of one receipt at once leave what the last one says', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '10', unitCost: 100 })
  const [receipt] = await receiptsOf(store, productId)
  await Promise.all(Array.from({ length: 20 }, (_, index) => correct(store, receipt, gbp(200 + index))))
  const { value } = await figuresOf(store, productId)
  assert.ok(value >= 2000 && value <= 2190 && value % 10 === 0, String(value))
  const { body } = await world.call(store.owner, 'GET', '/inventory/cost-corrections?limit=50')
  const befores = new Set([...body.data].map(({ before }) => before?.amount))
  assert.equal(befores.size, body.data.length, 'each began where another ended')
  assert.deepEqual(await breaches(world), [])
})

for (const costing of costings) {
  test(`${costing}: a receipt before 20,000 other moves is corrected without touching one of them`, async (t) => {
    const store = await makeStore(world, { costing })
    const productId = await makeProduct(store)
    await adjust(store, { productId, quantity: '10', unitCost: 100 })
    await addMoves(store, productId, 20_000)
    const [receipt] = await receiptsOf(store, productId)
    const begun = performance.now()
    const { status, body } = await correct(store, receipt, gbp(150))
    t.diagnostic(`${(performance.now() - begun).toFixed(0)} ms`)
    // First in, first out, the 10,000 that went since were the older ones.
    assert.deepEqual([status, body.data.held], [201, costing === 'average' ? '10' : '0'])
    assert.deepEqual(await breaches(world), [])
  })
}

/** Goods in and out again, so many times: what stock was, it is. */
async function addMoves({ companyId, warehouseId }: Store, productId: string, count: number): Promise<void> {
  await world.app.db.transaction(companyId, async (sql) => {
    await sql`
      insert into inventory.move (company_id, id, at, business_date, kind, product_id, warehouse_id, quantity,
        value_amount, value_currency, source, source_id, created_at, updated_at)
      select ${companyId}, gen_random_uuid(), now(), current_date, case when n % 2 = 0 then 'transfer' else 'sale' end,
        ${productId}, ${warehouseId}, case when n % 2 = 0 then 1 else -1 end, case when n % 2 = 0 then 7 else -7 end,
        'GBP', 'test', n::text, now() + n * interval '1 ms', now()
      from generate_series(1, ${count}) n`
    return { result: undefined }
  })
}

test('random histories with corrections keep stock the sum of its moves, and no value below nothing', async () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('in' as const), quantity: fc.integer({ min: 1, max: 9 }), cost: fc.nat(500) }),
      fc.record({ kind: fc.constant('out' as const), quantity: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('correct' as const), nth: fc.nat(5), cost: fc.nat(900) }),
    ),
    { minLength: 3, maxLength: 12 },
  )
  const stores = await Promise.all(costings.map((costing) => makeStore(world, { costing })))
  const property = fc.asyncProperty(fc.nat(1), steps, async (nth, history) => {
    const store = mustHave(stores[nth])
    const productId = await makeProduct(store)
    for (const step of history) {
      const receipts = step.kind === 'correct' ? await receiptsOf(store, productId) : []
      if (step.kind === 'in') await adjust(store, { productId, quantity: `${step.quantity}`, unitCost: step.cost })
      else if (step.kind === 'out')
        await take(store, { productId, quantity: `${step.quantity}` }).catch(() => undefined)
      else if (receipts.length > 0) await correct(store, receipts[step.nth % receipts.length], gbp(step.cost))
      assert.ok((await figuresOf(store, productId)).value >= 0)
    }
  })
  await fc.assert(property, { numRuns: 20 })
  assert.deepEqual(await breaches(world), [])
})

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is none')
  return value
}
