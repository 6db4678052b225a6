import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { examine } from '#platform/doctor'
import { inContext } from '../../../tests/store.ts'
import { cash, codeOf, gbp, makeTill, type Till } from '../../../tests/till.ts'
import { makeWorld, type World } from '../../../tests/world.ts'
import { expireGiftCards } from '../jobs/expire-gift-cards.ts'
import { byCard, type Cards, makeCards } from './gift-card.fixture.ts'

let now = Date.parse('2026-11-21T12:00:00Z')
let world: World
let till: Till
let cards: Cards
before(async () => {
  world = await makeWorld({ clock: () => now })
  till = await makeTill(world)
  await till.goods('CUP', 1200, '1000')
  cards = await makeCards(world, till)
})
after(() => world.close())

const endCards = () => inContext({ world, companyId: till.companyId }, (context) => expireGiftCards.run(context, {}))

/** What stands on the account with a code, debit above zero. */
async function standsOn(code: string): Promise<number> {
  const [row] = await world.app.db.relay<{ balance: number }[]>`
    select coalesce(sum(l.debit - l.credit), 0)::bigint as balance from finance.ledger_line l
    join finance.account a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = ${till.companyId} and a.code = ${code}`
  return row?.balance ?? Number.NaN
}

/** Every equation of the modules that gift cards touch, the books among them. */
async function mustAgree(): Promise<void> {
  await world.settle()
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
}

test('A gift card is sold untaxed and as no revenue, and spent as a tender', async () => {
  const { id, code, sale } = await cards.sell(5000)
  assert.equal(sale.tax?.amount, 0)
  const bought = await till.sell([{ sku: 'CUP', quantity: '2' }], { tenders: [byCard(code.toLowerCase(), 2400)] })
  assert.equal(bought.status, 201, JSON.stringify(bought.body))
  assert.equal(bought.body.data.tax?.amount, 400)
  assert.equal(await cards.balance(id), 2600)
  await mustAgree()
  assert.deepEqual([await standsOn('1000'), await standsOn('2300'), await standsOn('4000')], [5000, -2600, -2000])
})

test('The code is in no answer, tender, event or table', async () => {
  const { code } = await cards.sell(1000)
  const bought = await till.sell([{ sku: 'CUP', quantity: '1' }], {
    tenders: [byCard(code, 1000), { method: 'cash', amount: gbp(200) }],
  })
  assert.equal(bought.body.data.tenders?.[0]?.reference, `*${code.slice(-4)}`)
  const plain = code.replaceAll('-', '')
  const { relay } = world.app.db
  const texts = await relay<{ text: string }[]>`
    select k::text as text from loyalty.gift_card_code k union all select c::text from loyalty.gift_card c
    union all select t::text from payments.tender t union all select e.data::text from event_log.event e
    union all select i.response::text from execution.idempotency i`
  assert.ok(texts.length > 10)
  assert.ok(texts.every(({ text }) => !text.includes(code) && !text.includes(plain)))
})

test('Fifty sales at once never spend more than the card holds', async () => {
  const { id, code } = await cards.sell(12_000)
  const sales = await Promise.all(
    Array.from({ length: 50 }, () => till.sell([{ sku: 'CUP', quantity: '1' }], { tenders: [byCard(code, 1200)] })),
  )
  assert.equal(sales.filter(({ status }) => status === 201).length, 10)
  const others = sales.filter(({ status }) => status !== 201)
  assert.deepEqual([...new Set(others.map(codeOf))], ['GIFT_CARD_INSUFFICIENT'])
  assert.equal(await cards.balance(id), 0)
  await mustAgree()
})

test('One card named twice in a sale is one card, and two cards pay one sale', async () => {
  const [first, second] = [await cards.sell(1000), await cards.sell(1000)]
  const line = [{ sku: 'CUP', quantity: '1' }]
  const twice = await till.sell(line, { tenders: [byCard(first.code, 600), byCard(first.code, 600)] })
  assert.equal(codeOf(twice), 'GIFT_CARD_INSUFFICIENT')
  assert.deepEqual(twice.body.details, [
    { field: 'tenders.0.amount', message: 'The card holds 1000 (minor units).', balance: gbp(1000) },
  ])
  const both = await till.sell(line, { tenders: [byCard(first.code, 1000), byCard(second.code, 200)] })
  assert.equal(both.status, 201, JSON.stringify(both.body))
  assert.deepEqual([await cards.balance(first.id), await cards.balance(second.id)], [0, 800])
})

test('What a card paid goes back to it first, and never as cash', async () => {
  const { id, code } = await cards.sell(1000)
  const tenders = [{ method: 'cash', amount: gbp(1400) }, byCard(code, 1000)]
  const { body } = await till.sell([{ sku: 'CUP', quantity: '2' }], { tenders })
  const lines = [{ saleLineId: body.data.lines?.[0]?.id, quantity: '1' }]
  const path = `/erp/sales/${body.data.id}/returns`
  const back = (more = {}) => world.call(till.manager, 'POST', path, { registerId: till.registerId, lines, ...more })
  assert.equal(codeOf(await back({ refunds: [{ method: 'cash', amount: gbp(1200) }] })), 'REFUND_STORED_VALUE_FIRST')
  const first = await back()
  assert.equal(first.status, 201, JSON.stringify(first.body))
  assert.deepEqual(
    [...(first.body.data.refunds ?? [])].map(({ method, amount }) => [method, amount?.amount]),
    [
      ['gift_card', 1000],
      ['cash', 200],
    ],
  )
  assert.equal(await cards.balance(id), 1000)
  assert.equal((await back()).status, 201)
  assert.equal(await cards.balance(id), 1000)
  await mustAgree()
})

test('An unspent card comes back as goods do; one that was used does not', async () => {
  const line = { sku: 'CARD', quantity: '2' }
  const { body } = await till.sell([line], cash(2000))
  const path = `/loyalty/gift-cards?filter[sourceId]=${body.data.id}`
  const [first] = [...(await world.call(till.owner, 'GET', path)).body.data]
  const code = String((await cards.codeOf(String(first?.id))).body.data.code)
  assert.equal(
    (await till.sell([{ sku: 'CUP', quantity: '1' }], { tenders: [byCard(code, 1000), cash(200).tenders[0]] })).status,
    201,
  )
  const saleLineId = body.data.lines?.[0]?.id
  const back = (quantity: string) =>
    world.call(till.manager, 'POST', `/erp/sales/${body.data.id}/returns`, {
      registerId: till.registerId,
      lines: [{ saleLineId, quantity }],
    })
  assert.equal(codeOf(await back('2')), 'GIFT_CARD_SPENT')
  assert.equal((await back('1')).status, 201)
  assert.equal(codeOf(await back('1')), 'GIFT_CARD_SPENT')
  const left = [...(await world.call(till.owner, 'GET', path)).body.data].map(({ status }) => String(status))
  assert.deepEqual(left.toSorted(), ['active', 'void'])
  await mustAgree()
})

test('Codes that nobody has, and those of another company, are answered alike', async () => {
  const { code } = await cards.sell(1000)
  const other = await makeTill(world)
  await other.goods('CUP', 1000, '5')
  const guesses = [code, '0000-0000-0000-0000-0000', 'x']
  for (const guess of guesses) {
    const spent = await other.sell([{ sku: 'CUP', quantity: '1' }], { tenders: [byCard(guess, 1000)] })
    const seen = await world.call(other.staff, 'POST', '/loyalty/gift-cards/look-up', { code: guess })
    assert.deepEqual([codeOf(spent), codeOf(seen)], ['GIFT_CARD_NOT_FOUND', 'GIFT_CARD_NOT_FOUND'])
  }
  const seen = await world.call(till.staff, 'POST', '/loyalty/gift-cards/look-up', { code })
  assert.deepEqual(seen.body.data.balance, gbp(1000))
})

test('The cashier who sold a card sees its code for a quarter of an hour, others need a manager', async () => {
  const { body } = await till.sell([{ sku: 'CARD', quantity: '1' }], cash(1000))
  const path = `/loyalty/gift-cards?filter[sourceId]=${body.data.id}`
  const id = String((await world.call(till.staff, 'GET', path)).body.data[0]?.id)
  const colleague = world.person(till.companyId, 'shop_staff', { shopIds: [till.shopId] })
  assert.equal((await cards.codeOf(id, till.staff)).status, 200)
  assert.equal(codeOf(await cards.codeOf(id, colleague)), 'GIFT_CARD_CODE_HIDDEN')
  now += 16 * 60_000
  assert.equal(codeOf(await cards.codeOf(id, till.staff)), 'GIFT_CARD_CODE_HIDDEN')
  assert.equal((await cards.codeOf(id, till.manager)).status, 200)
})

test('A blocked card pays nothing until it is unblocked', async () => {
  const { id, code } = await cards.sell(1200)
  const buy = () => till.sell([{ sku: 'CUP', quantity: '1' }], { tenders: [byCard(code, 1200)] })
  assert.equal((await world.call(till.manager, 'POST', `/loyalty/gift-cards/${id}/block`, {})).status, 200)
  assert.equal(codeOf(await buy()), 'GIFT_CARD_NOT_USABLE')
  assert.equal((await world.call(till.manager, 'POST', `/loyalty/gift-cards/${id}/unblock`, {})).status, 200)
  assert.equal((await buy()).status, 201)
})

test('A card given by hand is an expense at once; cards of other currencies are none of ours', async () => {
  const give = (body: Record<string, unknown>, who = till.manager) =>
    world.call(who, 'POST', '/loyalty/gift-cards', body)
  const reason = 'Late delivery'
  const given = await give({ amount: gbp(2500), reason })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  assert.equal(await cards.balance(String(given.body.data.id)), 2500)
  assert.equal(codeOf(await give({ amount: { amount: 1, currency: 'EUR' }, reason })), 'CURRENCY_MISMATCH')
  assert.equal(codeOf(await give({ amount: gbp(1), reason, expiresOn: '2020-01-01' })), 'VALIDATION_FAILED')
  assert.equal(codeOf(await give({ amount: gbp(1), reason }, till.staff)), 'FORBIDDEN')
  await mustAgree()
  assert.equal(await standsOn('5800'), 2500)
})

test('Parts of cards, and cards that a price does not go into, are not sold', async () => {
  const line = { sku: 'CARD', unitPrice: gbp(0), priceReason: 'Given' }
  const free = await till.sell([{ ...line, quantity: '1' }], {}, till.manager)
  assert.equal(codeOf(free), 'VALIDATION_FAILED')
})

test('A card ends the day after its last one; what is left becomes income where the policy says so', async () => {
  const policy = { appliesFrom: '2026-11-01', expiryMonths: 1, keepsRest: true, graceDays: 30 }
  assert.equal((await world.call(till.owner, 'POST', '/loyalty/gift-card-policies', policy)).status, 201)
  const { id, code } = await cards.sell(2400)
  const bought = await till.sell([{ sku: 'CUP', quantity: '1' }], { tenders: [byCard(code, 1200)] })
  now = Date.parse('2026-12-21T23:30:00Z')
  await endCards()
  assert.equal((await cards.card(id)).status, 'active')
  now = Date.parse('2026-12-22T00:30:00Z')
  const late = await till.sell([{ sku: 'CUP', quantity: '1' }], { tenders: [byCard(code, 1200)] })
  assert.equal(codeOf(late), 'GIFT_CARD_NOT_USABLE')
  await endCards()
  const ended = await cards.card(id)
  assert.deepEqual([ended.status, ended.balance?.amount], ['expired', 0])
  const lines = [{ saleLineId: bought.body.data.lines?.[0]?.id, quantity: '1' }]
  const path = `/erp/sales/${bought.body.data.id}/returns`
  assert.equal((await world.call(till.manager, 'POST', path, { registerId: till.registerId, lines })).status, 201)
  const again = await cards.card(id)
  assert.deepEqual([again.status, again.balance?.amount, again.expiresOn], ['active', 1200, '2027-01-21'])
  await mustAgree()
})
