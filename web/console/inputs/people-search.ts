'use client'
/** Finding a person of the company: they are no entity with a list of its own, but chosen like one. */
import { client } from '#web/data/client.ts'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'

/** What a link to a person leads to. */
export const person = 'auth.user'
const most = 20

/** People whose name or e-mail has the words; the first ones by name without any. */
export function useFoundPeople(q: string, isWanted: boolean) {
  const mayList = useMay()('auth.user.read')
  const query = { limit: most, status: 'active' as const, ...(q ? { q } : {}) }
  const people = useRoute(person, 'GET /users', { query }, { enabled: isWanted && mayList, keep: true })
  const all = (people.data?.data ?? []).map(({ id, name, email }) => ({
    ...{ id, title: name ?? email ?? id, detail: email ?? '' },
  }))
  return { ...people, all, mayList }
}

/** What a person is called; rejects for who may not read people. */
export async function nameOfPerson(id: string, signal: AbortSignal): Promise<string> {
  const { name, email } = await client.call('GET /users/:id', { params: { id }, signal })
  return name ?? email ?? id
}
