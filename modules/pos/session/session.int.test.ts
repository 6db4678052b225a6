import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { examine } from '#platform/doctor'
import { cash, codeOf, gbp, makeTill, mustBalance, type Till } from '../../../tests/till.ts'
import { type Loose, makeWorld, type Reply, type World } from '../../../tests/world.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-24T12:00:00Z') })
})
after(() => world.close())

const open = (till: Till, more: object = {}, who = till.staff) =>
  world.call(who, 'POST', '/pos/register-sessions', {
    ...{ registerId: till.registerId, openingFloat: gbp(10_000) },
    ...more,
  })

async function opened(till: Till, more: object = {}): Promise<string> {
  const reply = await open(till, more)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return String(reply.body.data.id)
}

const close = (till: Till, id: string, counted: number, more: object = {}) =>
  world.call(till.staff, 'POST', `/pos/register-sessions/${id}/close`, { counted: gbp(counted), waiting: 0, ...more })

const move = (till: Till, id: string, kind: string, amount: number, more: object = {}) =>
  world.call(till.staff, 'POST', `/pos/register-sessions/${id}/cash`, {
    ...{ kind, amount: gbp(amount), reason: 'Change from the safe' },
    ...more,
  })

/** Balance of a role's account, debit above zero, by documents. */
async function balanceOf({ companyId }: Till, role: string): Promise<number> {
  await world.settle()
  const [row] = await world.app.db.relay`
    select coalesce(sum(l.debit - l.credit), 0)::int as amount from finance.account a
    join finance.ledger_line l on l.company_id = a.company_id and l.account_id = a.id
    where a.company_id = ${companyId} and a.role = ${role}`
  return Number(row?.amount)
}

async function booksMustAgree(): Promise<void> {
  await world.settle()
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (equation.startsWith('finance.')) assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
}

test('a register is opened once, by those of its shop', async () => {
  const till = await makeTill(world)
  assert.equal((await world.call(till.staff, 'GET', `/pos/registers/${till.registerId}/session`)).body.data, null)
  const replies = await Promise.all(Array.from({ length: 10 }, () => open(till)))
  assert.deepEqual([...new Set(replies.map(codeOf))].toSorted(), ['201', 'REGISTER_SESSION_OPEN'])
  assert.equal(replies.filter(({ status }) => status === 201).length, 1)
  const current = await world.call(till.staff, 'GET', `/pos/registers/${till.registerId}/session`)
  const { status, openedByName, registerCode, openingFloat } = current.body.data
  assert.deepEqual([status, openedByName, registerCode, openingFloat], ['open', till.staff.name, 'R1', gbp(10_000)])
  const elsewhere = world.person(till.companyId, 'shop_staff', { shopIds: [till.companyId] })
  assert.equal(codeOf(await open(till, {}, elsewhere)), 'REFERENCE_NOT_FOUND')
  assert.equal((await world.call(elsewhere, 'GET', `/pos/registers/${till.registerId}/session`)).status, 404)
  assert.equal(codeOf(await open(till, {}, world.person(till.companyId, 'customer'))), 'FORBIDDEN')
})

test('a float is what its coins and notes come to, in the money of the company', async () => {
  const till = await makeTill(world)
  const denominations = [
    { value: gbp(2000), count: 4 },
    { value: gbp(100), count: 20 },
  ]
  assert.equal(codeOf(await open(till, { denominations, openingFloat: gbp(9999) })), 'VALIDATION_FAILED')
  assert.equal(codeOf(await open(till, { openingFloat: { amount: 1, currency: 'EUR' } })), 'CURRENCY_MISMATCH')
  assert.equal((await open(till, { denominations })).status, 201)
})

test('what should be there is float, cash sales less change and refunds, and what was paid in and out', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '50')
  await till.sell([{ sku: 'MUG', quantity: '1' }], cash(1200))
  const id = await opened(till)
  await till.sell([{ sku: 'MUG', quantity: '2' }], cash(3000))
  await till.sell([{ sku: 'MUG', quantity: '1' }], { tenders: [{ method: 'card', amount: gbp(1200) }] })
  const sale = await till.sell([{ sku: 'MUG', quantity: '2' }], cash(2400))
  const lines = [{ saleLineId: sale.body.data.lines?.[0]?.id, quantity: '1' }]
  const back = { registerId: till.registerId, lines }
  assert.equal((await world.call(till.manager, 'POST', `/erp/sales/${sale.body.data.id}/returns`, back)).status, 201)
  assert.equal((await move(till, id, 'paid_in', 500)).status, 201)
  assert.equal((await move(till, id, 'paid_out', 300)).status, 201)
  const x = await world.call(till.manager, 'GET', `/pos/register-sessions/${id}/report`)
  const expected = 10_000 + 2400 + 2400 - 1200 + 500 - 300
  assert.deepEqual([x.body.data.kind, x.body.data.expected], ['X', gbp(expected)], JSON.stringify(x.body))
  const closed = await close(till, id, expected - 7)
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  assert.deepEqual([closed.body.data.expected, closed.body.data.variance], [gbp(expected), gbp(-7)])
  await till.sell([{ sku: 'MUG', quantity: '1' }], cash(1200))
  const z = await world.call(till.manager, 'GET', `/pos/register-sessions/${id}/report`)
  const { kind, sales, returns, tenders } = z.body.data
  assert.deepEqual([kind, sales?.count, sales?.total, returns?.total], ['Z', 3, gbp(6000), gbp(1200)])
  assert.deepEqual(tenders, [
    { method: 'card', count: 1, taken: gbp(1200), refunded: gbp(0) },
    { method: 'cash', count: 2, taken: gbp(4800), refunded: gbp(1200) },
  ])
  assert.deepEqual([await balanceOf(till, 'over_short'), await balanceOf(till, 'till_clearing')], [7, -200])
  await mustBalance(world)
  await booksMustAgree()
})

test('nothing says what should be there before it is counted', async () => {
  const till = await makeTill(world)
  const id = await opened(till)
  for (const path of [`/pos/registers/${till.registerId}/session`, `/pos/register-sessions/${id}`]) {
    const { body } = await world.call(till.staff, 'GET', path)
    assert.deepEqual([body.data.expected, body.data.variance], [null, null], path)
  }
  assert.equal((await world.call(till.staff, 'GET', `/pos/register-sessions/${id}/report`)).status, 403)
  const refused = await close(till, id, 5000)
  assert.equal(codeOf(refused), 'VARIANCE_REASON_REQUIRED')
  assert.ok(!JSON.stringify(refused.body).includes('10000'))
  // Who tries figures until one fits leaves them behind, and the register goes on selling into the session.
  const { body } = await world.call(till.manager, 'GET', `/pos/register-sessions/${id}`)
  assert.deepEqual(
    [...(body.data.counts ?? [])].map(({ amount }) => amount),
    [gbp(5000)],
  )
  await till.goods('MUG', 1200, '5')
  await till.sell([{ sku: 'MUG', quantity: '1' }], cash(1200))
  const closed = await close(till, id, 11_000, { reason: 'A note fell behind the drawer' })
  assert.deepEqual([closed.body.data.expected, closed.body.data.variance], [gbp(11_200), gbp(-200)])
  await mustBalance(world)
})

test('a session with sales on the till stays open; a closed one stays closed', async () => {
  const till = await makeTill(world)
  const id = await opened(till)
  assert.equal(codeOf(await close(till, id, 10_000, { waiting: 3 })), 'SESSION_HAS_UNSYNCED_SALES')
  assert.equal(codeOf(await close(till, id, 10_000, { waiting: undefined })), 'VALIDATION_FAILED')
  assert.equal((await close(till, id, 10_000)).status, 200)
  assert.equal(codeOf(await close(till, id, 10_000)), 'REGISTER_SESSION_CLOSED')
  assert.equal(codeOf(await move(till, id, 'paid_in', 100)), 'REGISTER_SESSION_CLOSED')
  const foreign = await makeTill(world)
  assert.equal(codeOf(await close(foreign, id, 10_000)), 'NOT_FOUND')
  assert.equal((await open(till)).status, 201)
})

test('a tolerance of the company decides what needs a reason', async () => {
  const till = await makeTill(world)
  const policy = { varianceTolerance: gbp(50) }
  assert.equal((await world.call(till.owner, 'POST', '/pos/policies', policy)).status, 201)
  const first = await opened(till)
  assert.equal(codeOf(await close(till, first, 10_051)), 'VARIANCE_REASON_REQUIRED')
  assert.equal((await close(till, first, 10_050)).status, 200)
})

test('of twenty sales and a closing at once, each is in the session or in none, and the figures agree', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 100, '100')
  const id = await opened(till)
  const sales = Array.from({ length: 20 }, () => till.sell([{ sku: 'MUG', quantity: '1' }], cash(100)))
  const closing = close(till, id, 10_000, { reason: 'In the middle of the day' })
  const [closed, ...sold] = await Promise.all([closing, ...sales])
  assert.equal((closed as Reply<Loose>).status, 200)
  assert.ok(sold.every(({ status }) => status === 201))
  const [row] = await world.app.db.relay`
    select count(*)::int as inside from payments.payment
    where company_id = ${till.companyId} and register_session_id = ${id}`
  assert.deepEqual(closed?.body.data.expected, gbp(10_000 + 100 * Number(row?.inside)))
  await mustBalance(world)
})

test(`whatever happens in a session, it closes on its float and its documents (seed ${seed})`, async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 120, '1000')
  const moves = fc.constantFrom('paid_in' as const, 'paid_out' as const)
  const step = fc.oneof(
    fc.record({ what: fc.constant('cash' as const), amount: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ what: fc.constant('card' as const), amount: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ what: moves, amount: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ what: fc.constant('return' as const), amount: fc.constant(1) }),
  )
  const session = fc.record({ steps: fc.array(step, { maxLength: 8 }), off: fc.integer({ min: -600, max: 600 }) })
  await fc.assert(
    fc.asyncProperty(session, async ({ steps, off }) => {
      const id = await opened(till)
      let expected = 10_000
      let returnable: string | undefined
      for (const { what, amount } of steps) {
        const quantity = String(amount)
        if (what === 'cash' || what === 'card') {
          const tenders = [{ method: what, amount: gbp(amount * 120 + (what === 'cash' ? 380 : 0)) }]
          const sale = await till.sell([{ sku: 'MUG', quantity }], { tenders })
          assert.equal(sale.status, 201)
          if (what === 'cash') {
            expected += amount * 120
            returnable = `${sale.body.data.id} ${sale.body.data.lines?.[0]?.id}`
          }
        } else if (what === 'return') {
          const [saleId, saleLineId] = returnable?.split(' ') ?? []
          returnable = undefined
          if (!saleId) continue
          const body = { registerId: till.registerId, lines: [{ saleLineId, quantity: '1' }] }
          assert.equal((await world.call(till.manager, 'POST', `/erp/sales/${saleId}/returns`, body)).status, 201)
          expected -= 120
        } else {
          assert.equal((await move(till, id, what, amount)).status, 201)
          expected += what === 'paid_in' ? amount : -amount
        }
      }
      const closed = await close(till, id, Math.max(0, expected + off), { reason: 'Counted' })
      assert.deepEqual(closed.body.data.expected, gbp(expected), JSON.stringify(closed.body))
    }),
    { seed, numRuns: 12 },
  )
  await mustBalance(world)
  await booksMustAgree()
})
