/** Two companies with a record of everything, and every operation: what the matrices of abuse are about. */
import assert from 'node:assert/strict'
import type { Operation } from '#kernel'
import { makeWorld, type World } from '../world.ts'
import { makeTenant, type Tenant } from './tenant.ts'

export type Companies = {
  world: World
  /** Whose ids are tried. */
  theirs: Tenant
  /** Whose owner tries. */
  ours: Tenant
  /** An id that no record has. */
  nobody: string
  operations: readonly Operation[]
}

/** Makes both; the caller closes the world. */
export async function twoCompanies(): Promise<Companies> {
  const world = await makeWorld()
  const operations = [...world.app.registry.operations.values()]
  const theirs = await makeTenant(world)
  return { world, theirs, ours: await makeTenant(world), nobody: world.app.newId(), operations }
}

export const hasBody = ({ method }: Operation): boolean => method !== 'GET' && method !== 'DELETE'

/** The path with an id in the place of its parameter. */
export const at = (path: string, id: string): string => path.replace(/:\w+/, id)

/** The id of the tenant's record that stands in the path; paths without an entity are known by themselves. */
export function idIn(tenant: Tenant, { entity, address }: Operation, path: string): string {
  const id = entity ? tenant.idOf(entity) : tenant.ids.get(/^.*?:id/.exec(path)?.[0] ?? '')
  assert.ok(id, `${address}: which record stands in ${path}? Name it in tenant.ts.`)
  return id
}

/** The operation's address with the tenant's own record in it. */
export function pathOf(tenant: Tenant, operation: Operation): string {
  const [path = ''] = operation.paths
  return path.includes(':') ? at(path, idIn(tenant, operation, path)) : path
}

/** How many events a company has: nothing is written without one. */
export async function countEvents({ app }: World, { companyId }: Pick<Tenant, 'companyId'>): Promise<number> {
  const [row] = await app.db.relay`
    select count(*)::int as count from event_log.event where company_id = ${companyId} and type <> 'access.refused'`
  return Number(row?.count)
}
