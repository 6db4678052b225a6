/** Bank statements, what their lines are taken for, and what is learned from it, on a real database. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { examine } from '#platform/doctor'
import { codeOf, gbp } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'
import { makeBooks, must } from './books.fixture.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

async function makeBank() {
  const books = await makeBooks(world)
  const { call, accounts } = books
  const customerId = String(must(await call('POST', '/erp/customers', { name: 'Jones Ltd' })).id)
  const bankId = must(
    await call('POST', '/finance/bank-accounts', { name: 'Bank', accountId: accounts.get('1030') }),
  ).id
  const invoice = async (amount: number) => {
    const lines = [{ description: 'x', accountId: accounts.get('4100'), amount: gbp(amount) }]
    const draft = must(
      await call('POST', '/finance/invoices', { kind: 'customer_invoice', issuedOn: '2026-11-01', customerId, lines }),
    )
    return must(await call('POST', `/finance/invoices/${draft.id}/post`, {}), 200)
  }
  const bank = `/finance/bank-accounts/${bankId}`
  const bring = async (...lines: string[]) => {
    const content = ['Date,Amount,Description', ...lines].join('\n')
    return must(await call('POST', `${bank}/statements`, { format: 'csv', content }))
  }
  const lines = async () => [...(await call('GET', '/finance/bank-lines?sort=bookedOn')).body.data]
  const open = async (id: unknown) => must(await call('GET', `/finance/invoices/${id}`), 200).open?.amount
  return { ...books, customerId, bank, invoice, bring, lines, open }
}

test('A statement comes in once; what is beyond doubt is accepted at once, and taken back', async () => {
  const { bank, invoice, bring, call, lines, open } = await makeBank()
  const [one, two] = [await invoice(12_000), await invoice(500)]
  const rows = [`2026-11-20,120.00,${one.number} Jones`, '2026-11-21,5.00,JONES LTD 77', '2026-11-21,-9.99,Fee']
  assert.deepEqual(await bring(...rows), { imported: 3, known: 0 })
  assert.deepEqual(await bring(...rows, '2026-11-21,1.00,New'), { imported: 1, known: 3 })
  const { lines: guessed } = must(await call('GET', `${bank}/suggestions`), 200)
  const told = [...(guessed ?? [])].map(
    ({ suggestion }) => suggestion && [suggestion.isExact, [...(suggestion.reasons ?? [])].join()],
  )
  assert.deepEqual(told, [['yes', 'number,amount'], ['no', 'amount'], null, null])
  assert.deepEqual(must(await call('POST', `${bank}/accept-exact`, {}), 200), { accepted: 1, left: 3 })
  assert.equal(await open(one.id), 0)
  const [first, second, third] = await lines()
  must(await call('POST', `/finance/bank-lines/${second?.id}/accept`, {}), 200)
  assert.equal(await open(two.id), 0)
  assert.equal(codeOf(await call('POST', `/finance/bank-lines/${second?.id}/accept`, {})), 'BANK_LINE_DONE')
  assert.equal(codeOf(await call('POST', `/finance/bank-lines/${third?.id}/accept`, {})), 'NO_SUGGESTION')
  must(await call('POST', `/finance/bank-lines/${first?.id}/undo`, {}), 200)
  assert.equal(await open(one.id), 12_000)
  assert.equal(codeOf(await call('POST', `/finance/bank-lines/${first?.id}/undo`, {})), 'BANK_LINE_OPEN')
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (equation.startsWith('finance.')) assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
})

test('The name on a line that was accepted is known the next time', async () => {
  const { bank, invoice, bring, call, lines, customerId } = await makeBank()
  await bring('2026-11-20,1.00,J. SMITH 001')
  const [line] = await lines()
  must(await call('POST', `/finance/bank-lines/${line?.id}/accept`, { customerId }), 200)
  await invoice(700)
  await bring('2026-11-21,7.00,J. SMITH 002')
  const { lines: guessed } = must(await call('GET', `${bank}/suggestions`), 200)
  assert.deepEqual([...(guessed?.[0]?.suggestion?.reasons ?? [])], ['party', 'amount'])
  assert.equal(guessed?.[0]?.suggestion?.isExact, 'yes')
})

test('A payment that was recorded already is not recorded again', async () => {
  const { bank, invoice, bring, call, accounts, customerId, lines } = await makeBank()
  await invoice(900)
  const body = {
    direction: 'received',
    customerId,
    accountId: accounts.get('1030'),
    amount: gbp(900),
    match: 'due_first',
  }
  const payment = must(await call('POST', '/finance/payments', body))
  await bring('2026-11-20,9.00,Jones')
  must(await call('POST', `${bank}/accept-exact`, {}), 200)
  const [line] = await lines()
  assert.equal(line?.paymentId, payment.id)
  must(await call('POST', `/finance/bank-lines/${line?.id}/undo`, {}), 200)
  assert.equal(must(await call('GET', `/finance/payments/${payment.id}`), 200).reversedById, null)
})
