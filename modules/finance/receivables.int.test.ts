/** Invoices, payments, matches and what reports make of them, on a real database. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { examine } from '#platform/doctor'
import { codeOf, gbp } from '../../tests/till.ts'
import { type Loose, makeWorld, type World } from '../../tests/world.ts'
import { type Books, makeBooks, must } from './books.fixture.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

/** Every equation of finance holds over everything that the tests of this file did. */
async function mustBeSound(): Promise<void> {
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (equation.startsWith('finance.')) assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
}

type Ledgers = Books & {
  customerId: string
  vendorId: string
  draft: (fields?: object) => Promise<Loose>
  posted: (fields?: object) => Promise<Loose>
  pay: (amount: number, fields?: object) => Promise<Loose>
  ageing: (side: string, query?: string) => Promise<Loose>
}

async function makeLedgers(): Promise<Ledgers> {
  const books = await makeBooks(world)
  const { call, accounts } = books
  const paymentTermId = must(await call('POST', '/payment-terms', { code: 'NET30', name: '30 days', days: 30 })).id
  const customerId = String(must(await call('POST', '/erp/customers', { name: 'Jones Ltd', paymentTermId })).id)
  const vendorId = String(must(await call('POST', '/purchase/vendors', { name: 'Paper Mill', paymentTermId })).id)
  const draft: Ledgers['draft'] = async (fields = {}) =>
    must(
      await call('POST', '/finance/invoices', {
        ...{ kind: 'customer_invoice', issuedOn: '2026-11-01', customerId },
        lines: [{ description: 'Consulting', accountId: accounts.get('4100'), amount: gbp(1000) }],
        ...fields,
      }),
    )
  return {
    ...{ ...books, customerId, vendorId, draft },
    posted: async (fields) => must(await call('POST', `/finance/invoices/${(await draft(fields)).id}/post`, {}), 200),
    pay: async (amount, fields = {}) =>
      must(
        await call('POST', '/finance/payments', {
          ...{ direction: 'received', customerId, accountId: accounts.get('1030'), paidOn: '2026-11-10' },
          ...{ amount: gbp(amount), match: 'due_first', ...fields },
        }),
      ),
    ageing: async (side, query = '') => must(await call('GET', `/finance/reports/ageing?side=${side}${query}`), 200),
  }
}

const figuresOf = (row: Loose | undefined) =>
  ['credits', 'notDue', 'to30', 'to60', 'to90', 'over90', 'total'].map((name) => Number(row?.[name]?.amount))

test('An invoice is drafted, taxed, changed, posted with a number and a due date, and then never changes', async () => {
  const { call, draft, accounts } = await makeLedgers()
  const categories = (await call('GET', '/catalog/tax-categories?filter[isDefault]=true')).body.data
  const taxCategoryId = categories[0]?.id
  const line = { description: 'Repair', accountId: accounts.get('4100'), amount: gbp(1000), taxCategoryId }
  const made = await draft({ lines: [line] })
  assert.deepEqual([made.net, made.tax, made.total], [gbp(1000), gbp(200), gbp(1200)])
  assert.deepEqual([made.number, made.status, made.dueOn], [null, 'draft', '2026-12-01'])
  const path = `/finance/invoices/${made.id}`
  const changed = must(await call('PATCH', path, { lines: [line, line], reference: 'PO 1' }), 200)
  assert.deepEqual([changed.total, changed.lines?.length, changed.reference], [gbp(2400), 2, 'PO 1'])
  const posted = must(await call('POST', `${path}/post`, {}), 200)
  assert.deepEqual([posted.number, posted.status, posted.open], ['INV/2026/000001', 'posted', gbp(2400)])
  const entry = must(await call('GET', `/finance/entries/${posted.entryId}`), 200)
  const lines = [...(entry.lines ?? [])].map(({ code, debit, credit }) => [
    code,
    debit?.amount ?? -Number(credit?.amount),
  ])
  assert.deepEqual(Object.fromEntries(lines), { '1100': 2400, '4100': -1000, '2100': -400 })
  assert.equal(codeOf(await call('PATCH', path, { reference: 'PO 2' })), 'INVOICE_POSTED')
  assert.equal(codeOf(await call('DELETE', path)), 'INVOICE_POSTED')
  assert.equal(codeOf(await call('POST', `${path}/post`, {})), 'INVOICE_POSTED')
  assert.equal(codeOf(await call('POST', `/finance/entries/${posted.entryId}/reverse`, {})), 'ENTRY_OF_DOCUMENT')
  await assert.rejects(
    world.app.db.relay`update finance.invoice set note = 'x' where id = ${String(made.id)}`,
    'the database itself keeps it',
  )
})

test('A draft is thrown away; what it names must be there and take postings', async () => {
  const { call, draft, accounts, customerId, vendorId } = await makeLedgers()
  const { id } = await draft()
  must(await call('DELETE', `/finance/invoices/${id}`), 200)
  assert.equal((await call('GET', `/finance/invoices/${id}`)).status, 404)
  const post = async (fields: object) => {
    const lines = [{ description: 'x', accountId: accounts.get('4100'), amount: gbp(1) }]
    return codeOf(await call('POST', '/finance/invoices', { kind: 'customer_invoice', lines, customerId, ...fields }))
  }
  assert.equal(await post({ customerId: undefined }), 'VALIDATION_FAILED')
  assert.equal(await post({ vendorId }), 'VALIDATION_FAILED')
  assert.equal(await post({ customerId: vendorId }), 'REFERENCE_NOT_FOUND')
  assert.equal(await post({ dueOn: '2026-01-01' }), 'VALIDATION_FAILED')
  const line = (code: string, amount: object) => [{ description: 'x', accountId: accounts.get(code), amount }]
  assert.equal(await post({ lines: line('1100', gbp(1)) }), 'CONTROL_ACCOUNT')
  assert.equal(await post({ lines: line('4100', gbp(-1)) }), 'VALIDATION_FAILED')
  assert.equal(await post({ lines: line('4100', { amount: 1, currency: 'USD' }) }), 'CURRENCY_MISMATCH')
})

test("A vendor's bill keeps the tax that it says, and comes in once in a fiscal year", async () => {
  const { posted, call, vendorId, accounts, ageing } = await makeLedgers()
  const lines = [{ description: 'Paper', accountId: accounts.get('6000'), amount: gbp(1000), tax: gbp(199) }]
  const bill = { kind: 'vendor_invoice', customerId: undefined, vendorId, vendorNumber: 'A-77', lines }
  const made = await posted(bill)
  assert.deepEqual([made.number, made.tax, made.open], ['BILL/2026/000001', gbp(199), gbp(1199)])
  const again = await call('POST', '/finance/invoices', { ...bill, issuedOn: '2026-11-05' })
  assert.equal(codeOf(again), 'ALREADY_EXISTS')
  assert.deepEqual(figuresOf((await ageing('payable')).totals?.[0]), [0, 1199, 0, 0, 0, 0, 1199])
  await mustBeSound()
})

test('A payment pays what is due first, in parts; what is over stays a credit until it is matched', async () => {
  const { posted, pay, call, ageing } = await makeLedgers()
  const first = await posted({ issuedOn: '2026-09-01' })
  const second = await posted({ issuedOn: '2026-10-01' })
  const part = await pay(1500)
  assert.deepEqual(part.open, gbp(0))
  const openOf = async ({ id }: Loose) =>
    (must(await call('GET', `/finance/invoices/${id}`), 200).open as Loose)?.amount
  assert.deepEqual([await openOf(first), await openOf(second)], [0, 500])
  const over = await pay(700)
  assert.deepEqual([await openOf(second), over.open], [0, gbp(200)])
  assert.deepEqual(figuresOf((await ageing('receivable')).totals?.[0]), [-200, 0, 0, 0, 0, 0, -200])
  const third = await posted()
  const pair = { debitId: third.openItemId, creditId: over.openItemId }
  const tooMuch = await call('POST', '/finance/matchings', { matches: [{ ...pair, amount: gbp(201) }] })
  assert.equal(codeOf(tooMuch), 'MATCH_EXCEEDS_OPEN')
  const matched = must(await call('POST', '/finance/matchings', { matches: [pair] }))
  assert.equal(await openOf(third), 800)
  const undo = `/finance/matchings/${matched.matches?.[0]?.id}/undo`
  must(await call('POST', undo, {}))
  assert.equal(await openOf(third), 1000)
  assert.equal(codeOf(await call('POST', undo, {})), 'MATCH_UNDONE')
  const backwards = { debitId: over.openItemId, creditId: third.openItemId }
  assert.equal(codeOf(await call('POST', '/finance/matchings', { matches: [backwards] })), 'MATCH_IMPOSSIBLE')
  await mustBeSound()
})

test('Of two payments at once for one invoice, the second is refused or stays a credit', async () => {
  const { posted, call, customerId, accounts, ageing } = await makeLedgers()
  const invoice = await posted()
  const body = { direction: 'received', customerId, accountId: accounts.get('1030'), amount: gbp(1000) }
  const replies = await Promise.all(
    [1, 2].map(() =>
      call('POST', '/finance/payments', { ...body, pays: [{ invoiceId: invoice.id, amount: gbp(1000) }] }),
    ),
  )
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [201, 409])
  const both = await Promise.all([1, 2].map(() => call('POST', '/finance/payments', { ...body, match: 'due_first' })))
  assert.deepEqual(
    both.map(({ status }) => status),
    [201, 201],
  )
  assert.deepEqual(figuresOf((await ageing('receivable')).totals?.[0]), [-2000, 0, 0, 0, 0, 0, -2000])
  await mustBeSound()
})

test('A payment that bounced is reversed once: the invoice is open again', async () => {
  const { posted, pay, call } = await makeLedgers()
  const invoice = await posted()
  const payment = await pay(1000)
  const path = `/finance/payments/${payment.id}/reverse`
  const reversal = must(await call('POST', path, { reference: 'Bounced' }))
  assert.deepEqual([reversal.direction, reversal.reversesId, reversal.open], ['made', payment.id, gbp(0)])
  assert.deepEqual(must(await call('GET', `/finance/invoices/${invoice.id}`), 200).open, gbp(1000))
  assert.equal(codeOf(await call('POST', path, {})), 'PAYMENT_REVERSED')
  assert.equal(codeOf(await call('POST', `/finance/payments/${reversal.id}/reverse`, {})), 'PAYMENT_REVERSED')
  await mustBeSound()
})

test('A credit note cancels an invoice, once; what was paid of it stays a credit', async () => {
  const { posted, pay, call, ageing } = await makeLedgers()
  const invoice = await posted()
  await pay(300)
  const path = `/finance/invoices/${invoice.id}`
  const credit = must(await call('POST', `${path}/cancel`, {}))
  assert.deepEqual([credit.kind, credit.number, credit.open], ['customer_credit', 'CRN/2026/000001', gbp(300)])
  const cancelled = must(await call('GET', path), 200)
  assert.deepEqual([cancelled.status, cancelled.cancelledById, cancelled.open], ['cancelled', credit.id, gbp(0)])
  assert.equal(codeOf(await call('POST', `${path}/cancel`, {})), 'INVOICE_NOT_POSTED')
  assert.equal(codeOf(await call('POST', `/finance/invoices/${credit.id}/cancel`, {})), 'INVOICE_NOT_POSTED')
  assert.deepEqual(figuresOf((await ageing('receivable')).totals?.[0]), [-300, 0, 0, 0, 0, 0, -300])
  await mustBeSound()
})

test('Debts grow old from the day after they are due, as they were on any day', async () => {
  const { posted, pay, ageing, call, customerId } = await makeLedgers()
  const dueOn = ['2026-11-21', '2026-11-20', '2026-10-22', '2026-10-21', '2026-08-23', '2026-08-22']
  for (const [index, due] of dueOn.entries()) {
    const lines = { amount: gbp(10 ** index), description: 'x' }
    const { accounts } = { accounts: (await call('GET', '/finance/accounts?filter[code]=4100')).body.data }
    await posted({ issuedOn: '2026-08-01', dueOn: due, lines: [{ ...lines, accountId: accounts[0]?.id }] })
  }
  const now = await ageing('receivable')
  assert.deepEqual(figuresOf(now.rows?.[0]), [0, 1, 110, 1000, 10_000, 100_000, 111_111])
  assert.equal(now.rows?.[0]?.name, 'Jones Ltd')
  await pay(100_000, { paidOn: '2026-11-15' })
  assert.deepEqual(figuresOf((await ageing('receivable')).totals?.[0]), [0, 1, 110, 1000, 10_000, 0, 11_111])
  const then = await ageing('receivable', '&date=2026-11-14')
  assert.deepEqual(figuresOf(then.totals?.[0]), [0, 11, 1100, 0, 110_000, 0, 111_111])
  const documents = `/finance/reports/open-documents?side=receivable&partyId=${customerId}`
  const behind = must(await call('GET', `${documents}&bucket=to30`), 200)
  assert.deepEqual(
    [...(behind.rows ?? [])].map(({ days, open }) => [Number(days), open?.amount]),
    [
      [30, 100],
      [1, 10],
    ],
  )
})

test('Nothing is invoiced or paid into a locked period', async () => {
  const { call, posted, draft, customerId, accounts } = await makeLedgers()
  await posted()
  const late = await draft()
  const { body } = await call('GET', '/finance/periods')
  must(await call('POST', `/finance/periods/${body.data[0]?.id}/lock`, {}), 200)
  assert.equal(codeOf(await call('POST', `/finance/invoices/${late.id}/post`, {})), 'PERIOD_LOCKED')
  const payment = { direction: 'received', customerId, accountId: accounts.get('1030'), amount: gbp(1) }
  assert.equal(codeOf(await call('POST', '/finance/payments', payment)), 'PERIOD_LOCKED')
  await mustBeSound()
})

test('Balance sheet and cash flow agree with the books', async () => {
  const { call, post, posted, pay } = await makeLedgers()
  must(await post('1030', '3000', 5000, { businessDate: '2025-06-01' }))
  must(await post('6000', '1030', 700, { businessDate: '2025-07-01' }))
  await posted()
  await pay(400)
  const sheet = must(await call('GET', '/finance/reports/balance-sheet'), 200)
  const rows = [...(sheet.rows ?? [])].map(({ code, name, amount }) => [code || name, amount?.amount])
  assert.deepEqual(Object.fromEntries(rows), {
    ...{ '1030': 4700, '1100': 600, '3000': 5000, '3200': -700, 'Result of the year': 1000 },
  })
  const totals = { assets: gbp(5300), liabilities: gbp(0), equity: gbp(5300), difference: gbp(0) }
  assert.deepEqual(sheet.totals?.[0], totals)
  const flow = must(await call('GET', '/finance/reports/cash-flow?from=2026-11-01&to=2026-11-30'), 200)
  assert.deepEqual(flow.totals?.[0], {
    ...{ opening: gbp(4300), operating: gbp(400), investing: gbp(0), financing: gbp(0) },
    ...{ closing: gbp(4700), difference: gbp(0) },
  })
})

test("Another company's documents are not there", async () => {
  const { posted, pay } = await makeLedgers()
  const [invoice, payment] = [await posted(), await pay(1)]
  const stranger = await makeLedgers()
  const { call, customerId, accounts } = stranger
  for (const path of [`/finance/invoices/${invoice.id}`, `/finance/payments/${payment.id}`]) {
    assert.equal((await call('GET', path)).status, 404)
  }
  assert.equal((await call('POST', `/finance/invoices/${invoice.id}/cancel`, {})).status, 404)
  assert.equal((await call('POST', `/finance/payments/${payment.id}/reverse`, {})).status, 404)
  const pays = [{ invoiceId: invoice.id }]
  const body = { direction: 'received', customerId, accountId: accounts.get('1030'), amount: gbp(1), pays }
  assert.equal(codeOf(await call('POST', '/finance/payments', body)), 'REFERENCE_NOT_FOUND')
})
