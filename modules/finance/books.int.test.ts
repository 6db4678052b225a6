/** The books by hand, their periods and their reports, on a real database. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codeOf, gbp } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'
import { standardAccounts } from './account/chart.ts'
import { makeBooks as booksOf, must } from './books.fixture.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

const makeBooks = (fields?: object) => booksOf(world, fields)

test('A new company has the standard chart, each account once', async () => {
  const { accounts } = await makeBooks()
  assert.equal(accounts.size, standardAccounts.length)
  assert.ok(accounts.has('1200'))
})

test('An entry by hand is posted, read with its lines and reversed once', async () => {
  const { post, call } = await makeBooks()
  const entry = must(await post('1030', '3000', 50_000))
  assert.deepEqual(must(await call('GET', `/finance/entries/${entry.id}`), 200).lines?.[0]?.debit, gbp(50_000))
  const reversal = must(await call('POST', `/finance/entries/${entry.id}/reverse`, {}))
  assert.equal(reversal.reversesId, entry.id)
  assert.deepEqual(reversal.lines?.[0]?.credit, gbp(50_000))
  assert.equal(codeOf(await call('POST', `/finance/entries/${entry.id}/reverse`, {})), 'ENTRY_REVERSED')
  assert.equal(codeOf(await call('POST', `/finance/entries/${reversal.id}/reverse`, {})), 'ENTRY_REVERSED')
})

test('Of two reversals at once one is refused', async () => {
  const { post, call } = await makeBooks()
  const { id } = must(await post('1030', '3000', 50_000))
  const replies = await Promise.all([1, 2].map(() => call('POST', `/finance/entries/${id}/reverse`, {})))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [201, 409])
})

test('An entry that does not balance, or stands on no side, is refused', async () => {
  const { accounts, call } = await makeBooks()
  const [bank, equity] = [accounts.get('1030'), accounts.get('3000')]
  const post = (lines: object[]) => call('POST', '/finance/entries', { memo: 'x', lines })
  const uneven = [
    { accountId: bank, debit: gbp(100) },
    { accountId: equity, credit: gbp(99) },
  ]
  assert.equal(codeOf(await post(uneven)), 'ENTRY_UNBALANCED')
  const twoCurrencies = [
    { accountId: bank, debit: gbp(100) },
    { accountId: equity, credit: { amount: 100, currency: 'USD' } },
  ]
  assert.equal(codeOf(await post(twoCurrencies)), 'ENTRY_UNBALANCED')
  const bothSides = [{ accountId: bank, debit: gbp(1), credit: gbp(1) }, { accountId: equity }]
  assert.equal(codeOf(await post(bothSides)), 'VALIDATION_FAILED')
})

test('Control accounts, archived ones and those of others take no entry by hand', async () => {
  const { post, call, accounts } = await makeBooks()
  assert.equal(codeOf(await post('1200', '3000', 100)), 'CONTROL_ACCOUNT')
  must(await call('POST', `/finance/accounts/${accounts.get('6000')}/archive`, {}), 200)
  assert.equal(codeOf(await post('6000', '1030', 100)), 'ACCOUNT_ARCHIVED')
  const other = await makeBooks()
  accounts.set('foreign', other.accounts.get('3000') ?? '')
  assert.equal(codeOf(await post('foreign', '1030', 100)), 'REFERENCE_NOT_FOUND')
})

test('Accounts that the books post to stay as they are', async () => {
  const { call, accounts } = await makeBooks()
  const stock = `/finance/accounts/${accounts.get('1200')}`
  assert.equal(codeOf(await call('POST', `${stock}/archive`, {})), 'ACCOUNT_NEEDED')
  assert.equal(codeOf(await call('PATCH', stock, { control: false })), 'ACCOUNT_NEEDED')
  assert.equal(codeOf(await call('DELETE', stock)), 'ACCOUNT_NEEDED')
  assert.equal((await call('PATCH', stock, { name: 'Goods' })).status, 200)
})

test('Nothing is posted by hand into a locked period until it is unlocked', async () => {
  const { post, call } = await makeBooks()
  must(await post('1030', '3000', 100))
  const { body } = await call('GET', '/finance/periods')
  const period = `/finance/periods/${body.data[0]?.id}`
  assert.equal(must(await call('POST', `${period}/lock`, {}), 200).lockedLines, 2)
  assert.equal(codeOf(await post('1030', '3000', 100)), 'PERIOD_LOCKED')
  must(await call('POST', `${period}/unlock`, {}), 200)
  must(await post('1030', '3000', 100))
})

test('A period belongs to the fiscal year of its company', async () => {
  const { call } = await makeBooks({ fiscalYearStartMonth: 4 })
  const { fiscalYear, month, endsOn } = must(await call('POST', '/finance/periods', { startsOn: '2027-02-01' }))
  assert.deepEqual({ fiscalYear, month, endsOn }, { fiscalYear: '2026-27', month: 11, endsOn: '2027-02-28' })
  assert.equal(codeOf(await call('POST', '/finance/periods', { startsOn: '2027-02-02' })), 'VALIDATION_FAILED')
})

test('The trial balance adds up to nothing, and earlier years stand in retained earnings', async () => {
  const { post, call } = await makeBooks()
  must(await post('1030', '3000', 1000, { businessDate: '2024-05-01' }))
  must(await post('1030', '4000', 300, { businessDate: '2025-05-01' }))
  must(await post('6000', '1030', 50, { businessDate: '2026-02-01' }))
  must(await post('1030', '4000', 70))
  must(await post('1030', '4000', 9, { businessDate: '2026-11-22' }))
  const balance = must(await call('GET', '/finance/reports/trial-balance?from=2026-11-01&date=2026-11-21'), 200)
  const figures = Object.fromEntries(
    [...(balance.rows ?? [])].map(({ code, opening, debit, credit, closing }) => [
      code,
      [opening, debit, credit, closing].map((each) => Number(each?.amount)),
    ]),
  )
  assert.deepEqual(figures, {
    '1030': [1250, 70, 0, 1320],
    '3000': [-1000, 0, 0, -1000],
    '3200': [-300, 0, 0, -300],
    '4000': [0, 0, 70, -70],
    '6000': [50, 0, 0, 50],
  })
  assert.deepEqual(balance.totals?.[0], { opening: gbp(0), debit: gbp(70), credit: gbp(70), closing: gbp(0) })
})

test('Profit and loss stands beside the month before', async () => {
  const { post, call } = await makeBooks()
  must(await post('1030', '4000', 300, { businessDate: '2026-10-31' }))
  must(await post('1030', '4000', 500))
  must(await post('6000', '1030', 120))
  const report = must(await call('GET', '/finance/reports/profit-loss?from=2026-11-01&to=2026-11-30'), 200)
  assert.deepEqual(report.previousPeriod, { from: '2026-10-01', to: '2026-10-31' })
  assert.deepEqual(report.totals?.[0], { revenue: gbp(500), expense: gbp(120), profit: gbp(380) })
  assert.deepEqual(report.previousTotals?.[0]?.profit, gbp(300))
})

test('A statement runs from its opening balance through pages to its closing balance', async () => {
  const { post, call, accounts } = await makeBooks()
  must(await post('1030', '3000', 1000, { businessDate: '2026-10-31' }))
  for (const amount of [1, 2, 3, 4, 5])
    must(await post('1030', '4000', amount, { businessDate: `2026-11-0${(amount >> 1) + 1}` }))
  must(await post('6000', '1030', 7, { businessDate: '2026-11-05' }))
  const month = 'from=2026-11-01&to=2026-11-30'
  const path = `/finance/reports/account-statement?accountId=${accounts.get('1030')}&${month}&limit=2`
  const seen: number[] = []
  for (let cursor = ''; ; ) {
    const page = must(await call('GET', path + cursor), 200)
    assert.deepEqual([page.opening, page.closing], [gbp(1000), gbp(1008)])
    assert.ok((page.lines?.length ?? 0) <= 2)
    seen.push(...[...(page.lines ?? [])].map(({ balance }) => Number(balance?.amount)))
    if (page.next === null) break
    cursor = `&cursor=${page.next}`
  }
  assert.deepEqual(seen, [1001, 1003, 1006, 1010, 1015, 1008])
  assert.equal(codeOf(await call('GET', `${path}&cursor=nonsense`)), 'CURSOR_INVALID')
})

test("Another company's account, entry and period are not there", async () => {
  const { post, accounts } = await makeBooks()
  const { id } = must(await post('1030', '3000', 100))
  const stranger = await makeBooks()
  const paths = [
    `/finance/reports/account-statement?accountId=${accounts.get('1030')}`,
    `/finance/accounts/${accounts.get('1030')}`,
    `/finance/entries/${id}`,
  ]
  for (const path of paths) assert.equal((await stranger.call('GET', path)).status, 404, path)
  assert.equal((await stranger.call('POST', `/finance/entries/${id}/reverse`, {})).status, 404)
})

test('Only the company admin reads the books', async () => {
  const { manager, staff } = await makeBooks()
  for (const who of [manager, staff]) {
    assert.equal((await world.call(who, 'GET', '/finance/reports/trial-balance')).status, 403)
    assert.equal((await world.call(who, 'GET', '/finance/entries')).status, 403)
  }
})
