/** API keys: for programs. A key acts for its maker, within scopes that the maker holds, and is shown once. */
import { type Context, defineAction, instant, list, refuse, text } from '#kernel'
import { makeApiKey } from '#platform/identity'
import { pageFields, pageOf } from '../list-page.ts'
import { authRefusals } from '../refusals.ts'
import { authServices } from '../services.ts'
import { idField } from '../user/person.fields.ts'
import { requirePerson } from '../user/require-person.ts'

const scopesField = list(text({ max: 128 }), { label: 'Scopes', help: 'Permissions', required: true, min: 1, max: 500 })

const keyFields = {
  id: idField({ label: 'Key', required: true }),
  name: text({ label: 'Name' }),
  prefix: text({ label: 'Begins with' }),
  scopes: scopesField,
  madeBy: text({ label: 'Made by' }),
  createdAt: instant({ label: 'Made' }),
  expiresAt: instant({ label: 'Expires' }),
  lastUsedAt: instant({ label: 'Last used' }),
  revokedAt: instant({ label: 'Revoked' }),
}

export const createKey = defineAction('createApiKey', {
  label: 'New API key',
  says: 'Makes a key and answers it this once. Its scopes are permissions that you hold.',
  path: '/auth/api-keys',
  permission: 'auth.apiKey.create',
  resource: 'settings',
  right: 'create',
  status: 201,
  crossCompany: true,
  unrecorded: true,
  input: {
    name: text({ label: 'Name', required: true, max: 120 }),
    scopes: scopesField,
    expiresAt: instant({ label: 'Expires' }),
  },
  output: { ...keyFields, key: text({ label: 'The key, shown this once' }) },
  refuses: ['VALIDATION_FAILED', 'ROLE_NOT_ASSIGNABLE', 'FORBIDDEN'],
  emits: ['api_key.created'],
  example: { name: 'Web shop', scopes: ['catalog.product.read'] },
  run: async (context, { name, scopes, expiresAt }) => {
    const userId = requirePerson(context)
    checkScopes(context, scopes)
    const { sql, now, actor } = context
    if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(now)) {
      throw refuse('VALIDATION_FAILED', [{ field: 'expiresAt', message: 'must lie in the future' }])
    }
    const id = context.newId()
    const { key, prefix, hash } = makeApiKey()
    // A key belongs to the company of its maker, whose membership it lives by.
    const { companyId } = actor
    const unique = [...new Set(scopes)]
    await sql`insert into auth.api_key (company_id, id, user_id, name, prefix, hash, scopes, created_at, expires_at)
      values (${companyId}, ${id}, ${userId}, ${name}, ${prefix}, ${hash}, ${unique}::text[], ${now},
        ${expiresAt ?? null})`
    const data = { keyId: id, name, prefix, scopes: unique, expiresAt: expiresAt ?? null }
    context.emit('api_key.created', { entity: 'auth.apiKey', id, companyId, data })
    const shown = { id, name, prefix, scopes: unique, madeBy: actor.name, createdAt: now, expiresAt: expiresAt ?? null }
    return { ...shown, lastUsedAt: null, revokedAt: null, key }
  },
})

function checkScopes(context: Context, scopes: readonly string[]): void {
  const { permissions } = context.use(authServices)
  for (const [at, scope] of scopes.entries()) {
    const field = `scopes.${at}`
    if (!permissions.has(scope)) throw refuse('VALIDATION_FAILED', [{ field, message: 'is no permission' }])
    if (!context.may(scope)) throw authRefusals.refuse('ROLE_NOT_ASSIGNABLE', [{ field, message: 'is not yours' }])
  }
}

export const listKeys = defineAction('listApiKeys', {
  label: 'API keys',
  says: 'Lists the keys of the company, the newest first, without their secrets.',
  method: 'GET',
  path: '/auth/api-keys',
  permission: 'auth.apiKey.read',
  resource: 'settings',
  right: 'read',
  crossCompany: true,
  answersList: true,
  input: pageFields,
  output: keyFields,
  run: async ({ sql, companyId }, page) => {
    const select = sql`k.id, k.name, k.prefix, k.scopes, u.name as "madeBy", k.created_at as "createdAt",
      k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"`
    const from = sql`from auth.api_key k join auth.user u on u.id = k.user_id where k.company_id = ${companyId}`
    return pageOf(sql, { select, from, order: sql`k.created_at desc, k.id desc` }, page)
  },
})

export const revokeKey = defineAction('revokeApiKey', {
  isDangerous: true,
  label: 'Revoke API key',
  says: 'Revokes a key; calls with it are refused from now on.',
  method: 'DELETE',
  path: '/auth/api-keys/:id',
  permission: 'auth.apiKey.delete',
  resource: 'settings',
  right: 'delete',
  crossCompany: true,
  input: { id: idField({ label: 'Key', required: true }) },
  output: { id: idField({ label: 'Key', required: true }) },
  refuses: ['NOT_FOUND'],
  emits: ['api_key.revoked'],
  run: async (context, { id }) => {
    const { sql, companyId, now } = context
    const [row] = await sql`update auth.api_key set revoked_at = ${now}
      where company_id = ${companyId} and id = ${id} and revoked_at is null returning hash, name`
    if (!row) throw refuse('NOT_FOUND')
    const { actors } = context.use(authServices)
    context.afterCommit(() => actors.forget(row.hash))
    context.emit('api_key.revoked', { entity: 'auth.apiKey', id, data: { keyId: id, name: row.name } })
    return { id }
  },
})
