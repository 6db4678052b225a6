/**
 * The three roles. The owner migrates; `entrepot_app` works under row security and owns nothing; `entrepot_relay` reads
 * across companies through policies that name it. Passwords of the two are derived from the owner's, so that every
 * process finds them without a store; where there is none (trust, sockets), none is set.
 */
import { createHmac } from 'node:crypto'
import type postgres from 'postgres'

export type WorkRole = 'entrepot_app' | 'entrepot_relay'

/** The URL with which a work role connects, from the owner's. */
export function roleUrl(ownerUrl: string, role: WorkRole): string {
  const url = new URL(ownerUrl)
  const password = derivedPassword(ownerUrl, role)
  url.username = role
  url.password = password ?? ''
  return url.href
}

/** Creates the work roles where they are missing and gives them their derived passwords. */
export async function ensureRoles(sql: postgres.Sql, ownerUrl: string): Promise<void> {
  for (const role of ['entrepot_app', 'entrepot_relay'] as const) {
    const known = await sql`select 1 from pg_roles where rolname = ${role}`
    if (known.length === 0) {
      await sql.unsafe(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`).catch(ignoreRace)
    }
    const password = derivedPassword(ownerUrl, role)
    if (password && !(await hasPassword(sql, role, password))) {
      await sql.unsafe(`alter role ${role} password '${password}'`)
      await sql.unsafe(`comment on role ${role} is '${mark(password)}'`)
    }
  }
}

function derivedPassword(ownerUrl: string, role: WorkRole): string | undefined {
  const { password } = new URL(ownerUrl)
  if (!password) return undefined
  return createHmac('sha256', decodeURIComponent(password)).update(role).digest('hex')
}

/** The role's comment carries a mark of the password it was given, so that it is not set again at every start. */
async function hasPassword(sql: postgres.Sql, role: WorkRole, password: string): Promise<boolean> {
  const [row] = await sql`select shobj_description(oid, 'pg_authid') as said from pg_roles where rolname = ${role}`
  return row?.said === mark(password)
}

const mark = (password: string): string =>
  `entrepot ${createHmac('sha256', password).update('mark').digest('hex').slice(0, 16)}`

/** Two migrators may create the role at the same moment; the second one's error is the wanted state. */
function ignoreRace(error: { code?: string }): void {
  if (error.code !== '42710' && error.code !== '23505') throw error
}
