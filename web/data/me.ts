/** Who is signed in, and what they may do. */
import { useQuery } from '@tanstack/react-query'
import { callSession, chosenCompany, client } from './client.ts'

export type Me = Awaited<ReturnType<typeof readMe>>

async function readMe() {
  const [verified, profile] = await Promise.all([client.call('GET /auth/verify'), client.call('GET /auth/profile')])
  // Whoever looks after the installation stays of it, whatever company they look at.
  const companyId = verified.role === 'super_admin' ? (chosenCompany.read() ?? verified.companyId) : verified.companyId
  return { ...profile, ...verified, companyId, permissions: (verified.permissions ?? {}) as Record<string, string> }
}

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000 })
}

/** Whether the person holds a permission, such as `catalog.product.update`. False until it is known. */
export function useMay(): (permission: string) => boolean {
  const { data } = useMe()
  return (permission) => data !== undefined && permission in data.permissions
}

export async function signOut(): Promise<void> {
  await callSession('DELETE', '/session').catch(() => undefined)
  chosenCompany.write(null)
  location.assign('/sign-in')
}
