import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codeOf, gbp, makeTill } from '../../tests/till.ts'
import type { Loose } from '../../tests/world.ts'
import { type AnalyticsWorld, analyticsWorld } from './analytics.fixture.ts'

let world: AnalyticsWorld
before(async () => {
  world = await analyticsWorld()
})
after(() => world.close())

const figure = (data: Loose) => ({ sales: data.sales, net: data.net, tax: data.tax })

test('a sale at the till moves the dashboard, and a return moves it back', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  const sale = await world.sold(till, 'MUG', '2', 3000)
  const sales = await world.look(till.owner, '/analytics/dashboard')
  assert.deepEqual(figure(sales.sales?.today as Loose), { sales: 1, net: gbp(2000), tax: gbp(400) })
  assert.deepEqual(sales.sales?.month?.margin, gbp(1800))
  assert.equal(sales.bestSellers?.[0]?.sku, 'MUG')
  assert.deepEqual(sales.days?.[13], { date: '2026-11-18', sales: 1, net: gbp(2000), gross: gbp(2400) })
  assert.deepEqual(sales.revenueByShop?.[0]?.net, gbp(2000))
  await world.takenBack(till, sale, '2')
  const { today } = (await world.look(till.owner, '/erp/dashboard')).sales as Loose
  assert.deepEqual(figure(today as Loose), { sales: 1, net: gbp(0), tax: gbp(0) })
  assert.deepEqual([today?.returns, today?.returned, today?.margin, today?.units], [1, gbp(2400), gbp(0), '0'])
})

test('today, the week and the month are measured against as much of the one before', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  await world.daysAgo(1, () => world.sold(till, 'MUG', '1', 1200))
  await world.daysAgo(8, () => world.sold(till, 'MUG', '3', 3600))
  await world.daysAgo(5, () => world.sold(till, 'MUG', '1', 1200))
  await world.sold(till, 'MUG', '2', 2400)
  const { today, week, month } = (await world.look(till.owner, '/analytics/dashboard')).sales as Loose
  assert.deepEqual([today?.net, today?.before?.net, today?.change?.net], [gbp(2000), gbp(1000), '100'])
  assert.deepEqual([week?.net, week?.before?.net, week?.change?.net], [gbp(3000), gbp(3000), '0'])
  assert.deepEqual([month?.net, month?.before?.net, month?.change?.net], [gbp(7000), gbp(0), null])
})

test('a shop manager sees the own shop and nothing of another', async () => {
  const till = await makeTill(world)
  const productId = await till.goods('MUG', 1200, '10')
  const other = await world.secondShop(till, productId)
  await world.sold(till, 'MUG', '1', 1200)
  const there = await world.look(other.manager, '/analytics/dashboard')
  assert.equal(there.sales?.month?.sales, 0)
  assert.deepEqual([there.bestSellers?.length, there.revenueByShop?.length], [0, 0])
  const stock = await world.look(other.manager, '/analytics/inventory')
  assert.deepEqual(
    [...(stock.warehouses as Loose)].map(({ code }) => code),
    ['W2'],
  )
  const body = { measures: ['net'], filters: { shopIds: [till.shopId] } }
  assert.deepEqual((await world.report(other.manager, body)).rows?.[0], { net: gbp(0) })
  const path = `/analytics/sales?shopId=${till.shopId}`
  assert.equal((await world.call(other.manager, 'GET', path)).status, 404)
  assert.equal((await world.look(till.manager, path)).totals?.sales, 1)
})

test('another company sees nothing, and its ids lead nowhere', async () => {
  const [till, stranger] = [await makeTill(world), await makeTill(world)]
  await till.goods('MUG', 1200, '10')
  await world.sold(till, 'MUG', '1', 1200)
  assert.equal((await world.look(stranger.owner, '/analytics/sales')).totals?.sales, 0)
  const path = `/analytics/dashboard?shopId=${till.shopId}`
  assert.equal((await world.call(stranger.owner, 'GET', path)).status, 404)
})

test('costs and margins are absent for staff, and refused where asked for', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  await world.sold(till, 'MUG', '1', 1200)
  const [mine, theirs] = [
    await world.look(till.owner, '/analytics/products'),
    await world.look(till.staff, '/analytics/products'),
  ]
  assert.deepEqual([mine.best?.[0]?.margin, mine.best?.[0]?.marginPercent], [gbp(900), '90'])
  assert.equal(theirs.best?.[0]?.sku, 'MUG')
  assert.doesNotMatch(JSON.stringify(theirs), /cost|margin/)
  assert.doesNotMatch(JSON.stringify(await world.look(till.staff, '/analytics/inventory')), /value|turnover/)
  const reply = await world.call(till.staff, 'POST', '/analytics/reports', { measures: ['margin'] })
  assert.equal(codeOf(reply), 'FORBIDDEN')
})

test('sales are grouped by day, week, month, hour, shop, method and product', async () => {
  const till = await makeTill(world)
  const productId = await till.goods('MUG', 1200, '10')
  await world.sold(till, 'MUG', '1', 2000)
  await world.daysAgo(7, () => world.sold(till, 'MUG', '2', 2400))
  const rowsBy = async (by: string) => {
    const { rows, totals } = await world.look(till.owner, `/erp/reports/sales?groupBy=${by}`)
    assert.deepEqual(totals?.net, gbp(3000))
    return [...(rows as Loose)].map((row) => [row.key, (row.net ?? row.paid)?.amount])
  }
  assert.deepEqual(await rowsBy('day'), [
    ['2026-11-11', 2000],
    ['2026-11-18', 1000],
  ])
  assert.deepEqual(await rowsBy('week'), [
    ['2026-11-09', 2000],
    ['2026-11-16', 1000],
  ])
  assert.deepEqual(await rowsBy('month'), [['2026-11-01', 3000]])
  assert.deepEqual(await rowsBy('hour'), [['12', 3000]])
  assert.deepEqual(await rowsBy('shop'), [[till.shopId, 3000]])
  assert.deepEqual(await rowsBy('tender'), [['cash', 3600]])
  assert.deepEqual(await rowsBy('product'), [[productId, 3000]])
})

test('a period of more than two years, or one that ends before it begins, is refused', async () => {
  const { owner } = await makeTill(world)
  for (const query of ['from=2020-01-01', 'from=2026-02-01&to=2026-01-01', 'from=yesterday', 'groupBy=moon']) {
    assert.equal(codeOf(await world.call(owner, 'GET', `/analytics/sales?${query}`)), 'VALIDATION_FAILED', query)
  }
})

test('customers are new the first time they buy, and return after that', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  const [ann, bob] = [await world.customerOf(till, 'Ann'), await world.customerOf(till, 'Bob')]
  await world.daysAgo(40, () => world.sold(till, 'MUG', '1', 1200, { customerId: ann }))
  await world.sold(till, 'MUG', '2', 2400, { customerId: ann })
  await world.sold(till, 'MUG', '1', 1200, { customerId: bob })
  await world.sold(till, 'MUG', '1', 1200)
  const figures = await world.look(till.owner, '/analytics/customers')
  assert.deepEqual([figures.customers, figures.newCustomers, figures.returningCustomers], [2, 1, 1])
  assert.deepEqual([figures.averageNet, figures.unknown?.sales], [gbp(1500), 1])
  assert.deepEqual(
    [...(figures.top as Loose)].map(({ name }) => name),
    ['Ann', 'Bob'],
  )
  const { customers } = await world.look(till.owner, '/analytics/dashboard')
  assert.equal(customers?.total, 2)
})

test('stock is told by warehouse, with its turnover and what is not sold', async () => {
  const till = await makeTill(world)
  await world.daysAgo(60, async () => {
    await till.goods('DUST', 1200, '4')
    await till.goods('MUG', 1200, '10')
  })
  await world.sold(till, 'MUG', '3', 3600)
  const stock = await world.look(till.owner, '/analytics/inventory?idleDays=30')
  assert.deepEqual(stock.totals, { products: 2, lowStock: 0, outOfStock: 0, value: gbp(1100) })
  assert.deepEqual(stock.turnover, { costOfGoods: gbp(300), timesAYear: '3.32', daysOfStock: '110' })
  assert.deepEqual(
    [...(stock.slowMovers as Loose)].map(({ sku, value }) => [sku, value]),
    [['DUST', gbp(400)]],
  )
  await world.sold(till, 'MUG', '7', 8400)
  assert.deepEqual((await world.look(till.owner, '/analytics/dashboard')).inventory, { lowStock: 0, outOfStock: 1 })
})

test('a custom report has the measures and dimensions that were asked for', async () => {
  const till = await makeTill(world)
  const productId = await till.goods('MUG', 1200, '10')
  await till.goods('CUP', 600, '10')
  await world.sold(till, 'MUG', '1', 1200)
  await world.sold(till, 'CUP', '1', 600)
  const asked = { measures: ['units', 'net'], dimensions: ['month', 'product'], sort: 'net', limit: 1 }
  const found = await world.report(till.owner, asked)
  assert.deepEqual(found.rows, [{ month: '2026-11-01', productId, units: '1', net: gbp(1000) }])
  assert.equal(found.isCut, true)
  const filtered = await world.report(till.owner, { measures: ['net'], filters: { productIds: [productId] } })
  assert.deepEqual(filtered.rows, [{ net: gbp(1000) }])
  const both = { measures: ['net'], dimensions: ['hour', 'customer'] }
  assert.equal(codeOf(await world.call(till.owner, 'POST', '/analytics/reports', both)), 'VALIDATION_FAILED')
})

test('every dimension and measure of a custom report is answered', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  await world.sold(till, 'MUG', '1', 1200, { customerId: await world.customerOf(till, 'Ann') })
  const expected = { date: '2026-11-18', week: '2026-11-16', month: '2026-11-01', weekday: 3, hour: 12 }
  for (const [dimension, value] of Object.entries(expected)) {
    const measures = [
      'sales',
      'returns',
      'tax',
      'gross',
      'returned',
      'averageTicket',
      'cost',
      'margin',
      'marginPercent',
    ]
    const { rows } = await world.report(till.owner, { measures, dimensions: [dimension], sort: 'margin' })
    assert.equal(rows?.[0]?.[dimension], value)
    assert.deepEqual(rows?.[0]?.margin, gbp(900))
  }
  for (const dimension of ['shop', 'customer', 'product']) {
    const { rows } = await world.report(till.owner, { measures: ['net'], dimensions: [dimension] })
    assert.deepEqual([rows?.length, rows?.[0]?.net], [1, gbp(1000)], dimension)
  }
})

test('the insights of a day compare it with the same weekdays before', async () => {
  const till = await makeTill(world)
  await world.daysAgo(20, () => till.goods('MUG', 1200, '20'))
  await world.daysAgo(8, () => world.sold(till, 'MUG', '1', 1200))
  await world.daysAgo(15, () => world.sold(till, 'MUG', '3', 3600))
  await world.daysAgo(1, () => world.sold(till, 'MUG', '4', 4800))
  const { date, facts } = await world.look(till.owner, '/insights/daily')
  assert.equal(date, '2026-11-17')
  const [revenue] = facts as Loose
  assert.deepEqual(
    [revenue?.figures?.net, revenue?.figures?.usual, revenue?.figures?.change],
    [gbp(4000), gbp(2000), '100'],
  )
  const up = [...(facts as Loose)].find(({ code }) => String(code) === 'mover_up')
  assert.deepEqual([up?.figures?.sku, up?.figures?.usual], ['MUG', gbp(2000)])
})
