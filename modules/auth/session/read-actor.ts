/** From a session or an API key to the person behind it and what they may do now. */
import type { Actor, Grants, Registry, Sql } from '#kernel'
import { isSameHash } from '#platform/identity'
import { type Grant, grantsOfMember } from '../role/roles-of-companies.ts'
import type { Known } from './known-actors.ts'

type Permissions = Registry['permissions']
export type Found = Omit<Known, 'until'>

/** A person as a member of a company, or of none. */
type MemberRow = {
  userId: string
  name: string
  companyId: string
  role: string | null
  roleId: string | null
  shopIds: string[] | null
  customerId: string | null
  permissionVersion: number | null
  grants: Grant[] | null
  roleVersion: number | null
}

const iso = (now: number): string => new Date(now).toISOString()

/** Sessions by their ids, or by the hashes of their page tokens, which end after `idleDays` without use. */
export type SessionKeys = { ids: readonly string[] } | { pageHashes: readonly string[]; idleDays: number }

/** The actor of a running session; undefined when it ended, or the person or the membership is disabled. */
export async function readSession(
  sql: Sql,
  key: { id: string } | { pageHash: string; idleDays: number },
  permissions: Permissions,
  now: number,
): Promise<Found | undefined> {
  const keys = 'id' in key ? { ids: [key.id] } : { pageHashes: [key.pageHash], idleDays: key.idleDays }
  const [found] = (await readSessions(sql, keys, permissions, now)).values()
  return found
}

/** The same of many, by what they were asked for. A use of a page's session is noted once a minute. */
export async function readSessions(
  sql: Sql,
  keys: SessionKeys,
  permissions: Permissions,
  now: number,
): Promise<Map<string, Found>> {
  const byPage = 'pageHashes' in keys
  const running = byPage
    ? sql`s.page_hash = any(${[...keys.pageHashes]}::text[])
        and s.last_used_at > ${iso(now)}::timestamptz - make_interval(days => ${keys.idleDays})`
    : sql`s.id = any(${[...keys.ids]}::uuid[])`
  const rows = await sql`
    select s.id, s.page_hash as "pageHash", s.last_used_at < ${iso(now - 60_000)} as "isUnused", u.id as "userId",
      u.name, s.company_id as "companyId", m.role, m.role_id as "roleId", m.shop_ids as "shopIds",
      m.customer_id as "customerId", m.permission_version as "permissionVersion", r.grants, r.version as "roleVersion"
    from auth.session s
    join auth.user u on u.id = s.user_id and u.status = 'active'
    left join auth.membership m on m.company_id = s.company_id and m.user_id = s.user_id
    left join auth.role r on r.company_id = m.company_id and r.id = m.role_id
    where ${running} and s.revoked_at is null and s.expires_at > ${iso(now)}
      and (m.id is null or m.status = 'active')`
  const unused = byPage ? rows.filter(({ isUnused }) => isUnused).map(({ id }) => String(id)) : []
  if (unused.length > 0) await sql`update auth.session set last_used_at = ${iso(now)} where id = any(${unused}::uuid[])`
  return new Map(
    rows.map((row) => {
      const member = row as unknown as MemberRow
      const who = { kind: 'user', id: member.userId, sessionId: row.id as string } as const
      const actor = actorOf(member, grantsIn(member, permissions), who)
      const found = { actor, userId: member.userId, permissionVersion: member.permissionVersion ?? 0 }
      return [String(byPage ? row.pageHash : row.id), found]
    }),
  )
}

/**
 * The actor of an API key: what its scopes name and its maker still holds. undefined when the key is unknown, revoked
 * or expired, or its maker is no active member any more.
 */
export async function readKey(
  sql: Sql,
  { prefix, hash }: { prefix: string; hash: string },
  permissions: Permissions,
  now: number,
): Promise<Found | undefined> {
  const [row] = await sql`
    select k.id as "keyId", k.name as "keyName", k.hash, k.scopes, u.id as "userId", u.name,
      k.company_id as "companyId", m.role, m.role_id as "roleId", m.shop_ids as "shopIds",
      m.customer_id as "customerId", m.permission_version as "permissionVersion", r.grants, r.version as "roleVersion",
      k.last_used_at is null or k.last_used_at < ${iso(now - 60_000)} as "isUnused"
    from auth.api_key k
    join auth.user u on u.id = k.user_id and u.status = 'active'
    join auth.membership m on m.company_id = k.company_id and m.user_id = k.user_id and m.status = 'active'
    left join auth.role r on r.company_id = m.company_id and r.id = m.role_id
    where k.prefix = ${prefix} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${iso(now)})`
  if (!row || !isSameHash(hash, row.hash)) return undefined
  if (row.isUnused) await sql`update auth.api_key set last_used_at = ${iso(now)} where id = ${row.keyId}`
  const member = row as unknown as MemberRow
  const grants = within(row.scopes as string[], grantsIn(member, permissions))
  const actor = actorOf({ ...member, name: row.keyName }, grants, { kind: 'key', id: row.keyId, sessionId: null })
  return { actor, userId: member.userId, permissionVersion: member.permissionVersion ?? 0 }
}

/** Those of the grants that the scopes of a key name. */
const within = (scopes: readonly string[], grants: Grants): Grants =>
  new Map([...grants].filter(([permission]) => scopes.includes(permission)))

function grantsIn(member: MemberRow, permissions: Permissions): Grants {
  const { companyId, role, roleId, grants, roleVersion } = member
  return role === null ? new Map() : grantsOfMember({ companyId, role, roleId, grants, roleVersion }, permissions)
}

function actorOf(member: MemberRow, grants: Grants, who: Pick<Actor, 'kind' | 'id' | 'sessionId'>): Actor {
  const { name, companyId, role, shopIds, customerId } = member
  return Object.freeze({
    ...who,
    name,
    role: role ?? 'none',
    companyId,
    shopIds: shopIds ?? [],
    customerId,
    grants,
  })
}
