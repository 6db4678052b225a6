/** Books to test with: a company with its standard chart, and the calls that an accountant makes. */
import assert from 'node:assert/strict'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { gbp } from '../../tests/till.ts'
import type { Loose, Reply, World } from '../../tests/world.ts'

export type Books = TestCompany & {
  /** Ids of accounts by code. */
  accounts: Map<string, string>
  call: (method: string, path: string, body?: unknown) => Promise<Reply<Loose>>
  /** Posts an amount from the credit of one account to the debit of another. */
  post: (debit: string, credit: string, amount: number, more?: object) => Promise<Reply<Loose>>
}

/** A fresh company with its standard chart. */
export async function makeBooks(world: World, fields: object = {}): Promise<Books> {
  const company = await makeCompany(world, { ...fields })
  await world.settle()
  const call: Books['call'] = (method, path, body) => world.call(company.owner, method, path, body)
  const { body } = await call('GET', '/finance/accounts?limit=200')
  const accounts = new Map([...body.data].map(({ code, id }) => [String(code), String(id)]))
  const post: Books['post'] = (debit, credit, amount, more) => {
    const [accountId, other] = [accounts.get(debit), accounts.get(credit)]
    const lines = [
      { accountId, debit: gbp(amount) },
      { accountId: other, credit: gbp(amount) },
    ]
    return call('POST', '/finance/entries', {
      memo: `${debit} to ${credit}`,
      businessDate: '2026-11-20',
      lines,
      ...more,
    })
  }
  return { ...company, accounts, call, post }
}

/** What was answered; fails with the refusal where it is not what was expected. */
export const must = (reply: Reply<Loose>, status = 201): Loose => {
  assert.equal(reply.status, status, JSON.stringify(reply.body))
  return reply.body.data
}
