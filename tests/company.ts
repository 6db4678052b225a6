/** A company of the test's own, with a shop, a register and the people of each role. */
import assert from 'node:assert/strict'
import type { Actor } from '#kernel'
import type { World } from './world.ts'

export type TestCompany = {
  companyId: string
  shopId: string
  registerId: string
  owner: Actor
  manager: Actor
  staff: Actor
}

let count = 0

/** Makes it through the same actions that people use. Figures are in pounds; tax is what the test sets up. */
export async function makeCompany(world: World, fields: Record<string, unknown> = {}): Promise<TestCompany> {
  count += 1
  const company = await world.call<{ id: string }>(world.root, 'POST', '/companies', {
    name: `Company ${count}`,
    slug: `company-${count}`,
    currency: 'GBP',
    timeZone: 'Europe/London',
    country: 'GB',
    ...fields,
  })
  assert.equal(company.status, 201, JSON.stringify(company.body))
  const companyId = company.body.data.id
  const owner = world.person(companyId, 'company_admin')
  const shopId = await makeShop(world, owner, 'S1')
  const registerId = await makeRegister(world, owner, shopId, 'R1')
  return {
    companyId,
    shopId,
    registerId,
    owner,
    manager: world.person(companyId, 'shop_manager', { shopIds: [shopId] }),
    staff: world.person(companyId, 'shop_staff', { shopIds: [shopId] }),
  }
}

export async function makeShop(world: World, owner: Actor, code: string): Promise<string> {
  return created(
    await world.call<{ id: string }>(owner, 'POST', '/shops', {
      code,
      name: `Shop ${code}`,
      timeZone: 'Europe/London',
    }),
  )
}

export async function makeRegister(world: World, owner: Actor, shopId: string, code: string): Promise<string> {
  return created(await world.call<{ id: string }>(owner, 'POST', '/registers', { shopId, code, name: `Till ${code}` }))
}

/** The id of what was made; fails with the refusal where it was not. */
export function created(reply: { status: number; body: { data: { id: string } } }): string {
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body.data.id
}
