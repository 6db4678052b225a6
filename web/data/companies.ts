'use client'
/** The companies that a person can go to, and how they get there. */
import { callSession, chosenCompany, move } from './client.ts'
import { useMe } from './me.ts'

/** The company of those who look after the installation: nothing trades in it. */
export const installation = '00000000-0000-0000-0000-000000000000'

export type Membership = { companyId: string; name: string; role: string }

/** The companies that one is a member of and that are active, by name. */
export function useMemberships(): Membership[] {
  const { data: me } = useMe()
  return (me?.memberships ?? [])
    .flatMap(({ companyId, companyName, roleName, role }) =>
      companyName ? [{ companyId, name: companyName, role: roleName ?? role }] : [],
    )
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Whether one looks after the installation, and may look at any company. */
export function useIsSuper(): boolean {
  return useMe().data?.role === 'super_admin'
}

/** A new session in another company of one's own; the page begins anew, for nothing on it is of that company. */
export async function goToCompany(companyId: string): Promise<void> {
  move(true)
  try {
    await callSession('POST', '/session/company', { companyId })
    location.assign('/')
  } catch (error) {
    move(false)
    throw error
  }
}

/** The company that a super admin looks at from now on; null for none. */
export function lookAtCompany(id: string | null): void {
  chosenCompany.write(id)
  location.assign('/')
}
