/** From a role to the permissions it holds, drawn out over everything that the registry declares. */
import type { Grants, PermissionEntry, Registry, Right, Scope } from '#kernel'
import { type BuiltInRole, builtInRoles, type Cell, doing, furtherRights, named, requiredRights } from './roles.ts'

type Permissions = Registry['permissions']

const table: Readonly<Record<string, readonly Cell[]>> = { ...requiredRights, ...furtherRights }
const none: Grants = new Map()
const known = new WeakMap<Permissions, Map<BuiltInRole, Grants>>()

/**
 * The permissions of a built-in role; nothing for any other name. Worked out once for a registry. Throws when a
 * permission belongs to a resource that no table names, because silence would lock everybody out unnoticed.
 */
export function grantsOf(role: string, permissions: Permissions): Grants {
  const byRole = known.get(permissions) ?? expand(permissions)
  known.set(permissions, byRole)
  return isBuiltIn(role) ? (byRole.get(role) ?? none) : none
}

/** Whether it is the name of a built-in role. */
export const isBuiltIn = (role: string): role is BuiltInRole => (builtInRoles as readonly string[]).includes(role)

/** A wider reach includes the narrower ones. `own` and `shop` are no parts of each other. */
export function reaches(holder: Scope | undefined, wanted: Scope): boolean {
  if (holder === undefined) return false
  return holder === wanted || holder === 'all' || (holder === 'company' && wanted !== 'all')
}

/** Whether somebody with these grants holds everything that the others say, at least as far. */
export const includesAll = (holder: Grants, wanted: Grants): boolean =>
  [...wanted].every(([permission, scope]) => reaches(holder.get(permission), scope))

/** What a cell of the tables gives. */
export function rightsOf(cell: Cell): { rights: readonly Right[]; scope: Scope } | undefined {
  const [letters, scope] = cell.split(' ') as [string, Scope | undefined]
  if (scope === undefined) return undefined
  const rights = [...letters].map((letter) => rightOf[letter as keyof typeof rightOf])
  return { rights: rights.includes('update') ? [...rights, 'read', 'do'] : rights, scope }
}

const rightOf = { C: 'create', R: 'read', U: 'update', D: 'delete' } as const

function expand(permissions: Permissions): Map<BuiltInRole, Grants> {
  const result = new Map<BuiltInRole, Grants>()
  for (const [column, role] of builtInRoles.entries()) {
    const grants = new Map<string, Scope>()
    for (const entry of permissions.values()) {
      const scope = scopeOf(entry, role, column)
      if (scope) grants.set(entry.address, scope)
    }
    result.set(role, grants)
  }
  return result
}

function scopeOf({ address, resource, right }: PermissionEntry, role: BuiltInRole, column: number): Scope | undefined {
  const row = table[resource]
  if (!row) throw new Error(`${address} belongs to ${resource}, which is in no table of modules/auth/role/roles.ts`)
  if (named[address]) return named[address][role]
  if (right === 'do' && doing[resource]) return doing[resource][role]
  const cell = rightsOf(row[column] ?? '-')
  return cell?.rights.includes(right) ? cell.scope : undefined
}
