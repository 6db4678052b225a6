/** What a member may do: the grants of a built-in role, or those that a company wrote into a role of its own. */
import { LRUCache } from 'lru-cache'
import { type Grants, installation, type Registry, type Scope } from '#kernel'
import { grantsOf } from './grants.ts'
import { customRole } from './roles.ts'

/** One line of a company's own role. */
export type Grant = { permission: string; scope: Scope }

/** The little of a membership that its rights follow from. `grants` and `roleVersion` come with a role of one's own. */
export type Rights = {
  companyId: string
  role: string
  roleId: string | null
  grants: Grant[] | null
  roleVersion: number | null
}

type Permissions = Registry['permissions']

const none: Grants = new Map()
const read = new LRUCache<string, Grants>({ max: 1_000 })

/** The grants of a member. Super admins exist in the installation only: elsewhere the name gives nothing. */
export function grantsOfMember(rights: Rights, permissions: Permissions): Grants {
  const { companyId, role, roleId, grants, roleVersion } = rights
  if (role === 'super_admin' && companyId !== installation) return none
  if (role !== customRole) return grantsOf(role, permissions)
  const key = `${roleId}:${roleVersion}`
  const known = read.get(key) ?? grantsFrom(grants ?? [], permissions)
  read.set(key, known)
  return known
}

/** Lines as a map; permissions that no module declares any more are left out. */
export const grantsFrom = (lines: readonly Grant[], permissions: Permissions): Grants =>
  new Map(
    lines.filter(({ permission }) => permissions.has(permission)).map(({ permission, scope }) => [permission, scope]),
  )
