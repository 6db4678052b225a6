/** People and memberships made by the installation itself: the seed, the command line, other modules. */
import { type Context, installation, refuse } from '#kernel'
import { appendEvents } from '#platform/event-log'
import { normaliseEmail } from '#platform/identity'
import { isBuiltIn } from '../role/grants.ts'
import type { AuthServices } from '../services.ts'

/** Without a password the person signs in after setting one by mail. */
export type NewPerson = { email: string; name: string; password?: string; phone?: string }

/** A built-in role in one company. `super_admin` exists in the installation only, and nothing else does there. */
export type NewMembership = {
  companyId: string
  userId: string
  role: string
  shopIds?: readonly string[]
  customerId?: string
}

/**
 * The person with this address; made, with a proven mailbox, where there is none. An existing one stays as it is.
 * Refuses VALIDATION_FAILED and PASSWORD_COMPROMISED.
 */
export async function ensureUser(auth: AuthServices, person: NewPerson): Promise<{ id: string; isNew: boolean }> {
  const email = normaliseEmail(person.email)
  const [known] = await auth.relay`select id from auth.user where email = ${email}`
  if (known) return { id: known.id, isNew: false }
  const hash = person.password === undefined ? null : await auth.passwords.hash(person.password, [email, person.name])
  const now = new Date(auth.clock()).toISOString()
  const id = auth.newId()
  return (await auth.relay.begin(async (sql) => {
    const [made] = await sql`
      insert into auth.user (id, email, name, phone, password_hash, email_verified_at, created_at, updated_at)
      values (${id}, ${email}, ${person.name}, ${person.phone ?? null}, ${hash}, ${now}, ${now}, ${now})
      on conflict (email) do nothing returning id`
    if (!made) {
      const [other] = await sql`select id from auth.user where email = ${email}`
      return { id: other?.id, isNew: false }
    }
    await appendEvents(sql as never, { actor: installer, requestId: id, now }, [
      {
        type: 'user.registered',
        companyId: installation,
        entity: 'auth.user',
        id,
        data: { userId: id, email, name: person.name },
      },
    ])
    return { id, isNew: true }
  })) as { id: string; isNew: boolean }
}

/**
 * Makes the person a member, or gives the member this role and these shops. Their tokens are refreshed if it changes.
 */
export async function addMembership(auth: AuthServices, membership: NewMembership): Promise<{ id: string }> {
  const { companyId, userId, role, shopIds = [], customerId = null } = membership
  if (!isBuiltIn(role) || (role === 'super_admin') !== (companyId === installation)) {
    throw refuse('VALIDATION_FAILED', [{ field: 'role', message: `${role} is no role of that company.` }])
  }
  const now = new Date(auth.clock()).toISOString()
  const [row] = await auth.relay`
    insert into auth.membership as m (company_id, id, user_id, role, shop_ids, customer_id, created_at, updated_at)
    values (${companyId}, ${auth.newId()}, ${userId}, ${role}, ${[...shopIds]}::uuid[], ${customerId}, ${now}, ${now})
    on conflict (company_id, user_id) do update set role = excluded.role, role_id = null, shop_ids = excluded.shop_ids,
      customer_id = excluded.customer_id, status = 'active', updated_at = excluded.updated_at, version = m.version + 1,
      permission_version = m.permission_version + 1
    returning id`
  auth.actors.forgetUser(userId)
  return { id: row?.id }
}

const installer: Context['actor'] = {
  kind: 'system',
  id: 'installer',
  name: 'installer',
  role: 'system',
  companyId: installation,
  shopIds: [],
  customerId: null,
  sessionId: null,
  grants: new Map(),
}
