'use client'
/** The roles there are, what they are called, and which of them can be given to people. */
import type { AuthListRolesAnswer } from '#sdk/auth'
import { installation } from '#web/data/companies.ts'
import { useMay, useMe } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { useWords } from '#web/words/words.tsx'

export type Role = AuthListRolesAnswer

const builtIn = ['super_admin', 'company_admin', 'shop_manager', 'shop_staff', 'customer'] as const
type BuiltIn = (typeof builtIn)[number]
const isBuiltIn = (name: string): name is BuiltIn => (builtIn as readonly string[]).includes(name)

/** Built-in roles have names of ours, which are translated; a company's own are called as it calls them. */
export function useRoleName(): (name: string | null | undefined) => string {
  const words = useWords('roles.names')
  return (name) => (name && isBuiltIn(name) ? words(name) : (name ?? ''))
}

export function useRoles() {
  const may = useMay()
  return useRoute('auth.role', 'GET /auth/roles', {}, { enabled: may('auth.role.read') })
}

/** How a role is named in a form: built-in ones by name, the company's own by id. */
export const keyOfRole = ({ role, roleId }: { role?: string | null; roleId?: string | null }): string =>
  roleId ? `id:${roleId}` : `role:${role ?? ''}`

export function givenRole(key: string): { role: string } | { roleId: string } {
  return key.startsWith('id:') ? { roleId: key.slice(3) } : { role: key.slice(5) }
}

/** Super admins are of the installation alone, and nobody else is. */
export function useGivableRoles(): { key: string; name: string; isOwn: boolean }[] {
  const { data: me } = useMe()
  const { data } = useRoles()
  const nameOf = useRoleName()
  const isInstallation = me?.companyId === installation
  return (data?.data ?? [])
    .filter(({ name, builtIn: isGiven }) => (isGiven ? (name === 'super_admin') === isInstallation : true))
    .map(({ id, name, builtIn: isGiven }) => ({
      key: keyOfRole({ role: name, roleId: id ?? null }),
      name: nameOf(name),
      isOwn: !isGiven,
    }))
}
