/** A person with the companies they belong to, as sign-in and the profile need them. */
import type { Sql } from '#kernel'

/** An active membership. `roleName` is what people call the role. */
export type Membership = {
  id: string
  companyId: string
  role: string
  roleId: string | null
  roleName: string
  shopIds: string[]
  customerId: string | null
  permissionVersion: number
}

export type Person = {
  id: string
  email: string
  name: string
  phone: string | null
  language: string | null
  theme: string
  timeZone: string | null
  passwordHash: string | null
  status: 'active' | 'disabled'
  emailVerifiedAt: string | null
  totpSecret: string | null
  totpEnabledAt: string | null
  totpLastStep: number | null
  version: number
  memberships: Membership[]
}

/** The person with this normalised address or this id. One statement. */
export async function findPerson(sql: Sql, by: { email: string } | { id: string }): Promise<Person | undefined> {
  const [row] = await sql`
    select u.id, u.email, u.name, u.phone, u.language, u.theme, u.time_zone as "timeZone",
      u.password_hash as "passwordHash", u.status,
      u.email_verified_at as "emailVerifiedAt", u.totp_secret as "totpSecret", u.totp_enabled_at as "totpEnabledAt",
      u.totp_last_step as "totpLastStep", u.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'companyId', m.company_id, 'role', m.role,
          'roleId', m.role_id, 'roleName', coalesce(r.name, m.role), 'shopIds', m.shop_ids,
          'customerId', m.customer_id, 'permissionVersion', m.permission_version) order by m.created_at, m.id)
        from auth.membership m left join auth.role r on r.company_id = m.company_id and r.id = m.role_id
        where m.user_id = u.id and m.status = 'active'), '[]') as memberships
    from auth.user u where ${'id' in by ? sql`u.id = ${by.id}` : sql`u.email = ${by.email}`}`
  return row as Person | undefined
}

/** What a client learns of a person, as a member of one company or of none. */
export function describePerson(person: Person, member: Membership | undefined) {
  const { id, email, name, phone, language, theme, timeZone } = person
  return {
    ...{ id, email, name, phone, language, theme, timeZone },
    role: member?.role ?? 'none',
    roleName: member?.roleName ?? null,
    companyId: member?.companyId ?? null,
    shopIds: member?.shopIds ?? [],
    customerId: member?.customerId ?? null,
    emailVerified: person.emailVerifiedAt !== null,
    mfaEnabled: person.totpEnabledAt !== null,
    memberships: person.memberships.map(({ companyId, role, roleName, shopIds }) => ({
      companyId,
      role,
      roleName,
      shopIds,
    })),
  }
}
