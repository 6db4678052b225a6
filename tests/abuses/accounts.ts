/** What only bookkeeping makes: invoices that are posted and paid, and a draft to work with. */
import assert from 'node:assert/strict'
import { gbp, type Till } from '../till.ts'
import type { Loose, World } from '../world.ts'

/** Adds the ids of a draft, of open items of both signs, and of what was paid. */
export async function keepAccounts(world: World, till: Till, ids: Map<string, string>): Promise<void> {
  const post = async (path: string, body: object): Promise<Loose> => {
    const { status, body: answer } = await world.call(till.owner, 'POST', path, body)
    assert.ok(status === 200 || status === 201, `${path}: ${JSON.stringify(answer)}`)
    return answer.data
  }
  const [customerId, accountId] = [ids.get('crm.customer'), ids.get('finance.account')]
  const lines = [{ description: 'Work', accountId, amount: gbp(1000) }]
  const draft = () => post('/finance/invoices', { kind: 'customer_invoice', customerId, lines })
  const pay = (fields: object) =>
    post('/finance/payments', { direction: 'received', customerId, accountId, amount: gbp(400), ...fields })
  const invoice = await post(`/finance/invoices/${(await draft()).id}/post`, {})
  await pay({ match: 'due_first' })
  const payment = await pay({ match: 'none' })
  ids.set('finance.paymentEntry', String(payment.id))
  ids.set('finance.openItem', String(invoice.openItemId))
  ids.set('finance.openItem credit', String(payment.openItemId))
  ids.set('finance.invoice', String((await draft()).id))
  const line = (day: number) => `<STMTTRN><DTPOSTED>2026010${day}<TRNAMT>${day}.00<FITID>${day}<MEMO>Jones</STMTTRN>`
  const content = line(2) + line(3)
  await post(`/finance/bank-accounts/${ids.get('finance.bankAccount')}/statements`, { format: 'ofx', content })
  const { body } = await world.call(till.owner, 'GET', '/finance/bank-lines?sort=bookedOn')
  const [first, second] = [...body.data].map(({ id }) => String(id))
  await post(`/finance/bank-lines/${first}/accept`, { customerId })
  ids.set('finance.bankLine', String(second))
}

/** The one line of an invoice. */
export const workLine = (ids: ReadonlyMap<string, string>) => ({
  lines: [{ description: 'Work', accountId: ids.get('finance.account'), amount: gbp(100) }],
})
