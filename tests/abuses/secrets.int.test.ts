/** Whoever looks for secrets in what can be read finds none: answers, events, audit, mails of others, logs (A60). */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { inputOf, pathParameters } from '#kernel'
import { openSite, password, type Site, said } from './site.ts'

let site: Site
/** What nobody may see again, by what it is. */
const secrets = new Map<string, string>()

before(async () => {
  site = await openSite()
  const { ask, here, root } = site
  const made = await ask(here.owner, 'POST', '/auth/api-keys', { name: 'Shop', scopes: ['catalog.product.read'] })
  assert.equal(said(made), '201')
  const key = String(made.body.data.key)
  secrets.set('API key', key)
  const secret = key.slice(`ek_${made.body.data.prefix}_`.length)
  secrets.set('secret part of the API key', secret)
  secrets.set('hash of the API key', createHash('sha256').update(secret).digest('hex'))
  secrets.set('password', password)
  const enabled = await ask(here.manager, 'POST', '/auth/mfa/enable', { password })
  assert.equal(said(enabled), '200')
  secrets.set('secret of the second step', String(enabled.body.data.secret))
  const invited = await ask(here.owner, 'POST', '/auth/invitations', { email: 'new@abuses.test', role: 'shop_staff' })
  assert.equal(said(invited), '201')
  const login = { email: 'probe@abuses.test', password: 'another unrelated phrase' }
  await ask(undefined, 'POST', '/auth/login', login)
  secrets.set('password that was tried', login.password)
  for (const [name, who] of Object.entries({ owner: here.owner, manager: here.manager, root }))
    secrets.set(`access token of ${name}`, String(who))
})
after(() => site?.close())

const found = (text: string): string[] =>
  [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name)

test('A60: a key is shown once; afterwards there is its beginning, and no door changes that', async () => {
  const { ask, here } = site
  const list = await ask(here.owner, 'GET', '/auth/api-keys')
  const [key] = [...list.body.data]
  assert.ok(key)
  assert.deepEqual(found(JSON.stringify(list.body)), [])
  assert.ok(secrets.get('API key')?.includes(String(key.prefix)), 'the part that is shown names the key')
  assert.equal((await ask(here.owner, 'GET', `/auth/api-keys/${key.id}`)).status, 405)
  for (const parameter of ['fields=key', 'filter[hash]=x', 'sort=hash', 'include=secret'])
    assert.equal((await ask(here.owner, 'GET', `/auth/api-keys?${parameter}`)).status, 400, parameter)
})

test('A60: no answer of any route holds a secret, whoever asks', async () => {
  const { app, ask, here, root } = site
  const wrong: string[] = []
  let asked = 0
  for (const operation of app.registry.operations.values()) {
    const [path = ''] = operation.paths
    if (operation.method !== 'GET' || pathParameters(path).length > 0) continue
    const query = new URLSearchParams(
      Object.entries(inputOf(operation)).flatMap(([name, field]) =>
        operation.does.kind === 'action' && field.required ? [[name, 'a'] as [string, string]] : [],
      ),
    )
    for (const who of [here.owner, root, undefined]) {
      asked += 1
      const { body } = await ask(who, 'GET', `${path}?${query}`, undefined, who === root ? inCompany() : {})
      wrong.push(...found(JSON.stringify(body)).map((name) => `${path}: ${name}`))
    }
  }
  for (const path of ['/openapi.json', '/health', '/metrics', '/docs'])
    wrong.push(...found(JSON.stringify((await ask(undefined, 'GET', path)).body)))
  assert.ok(asked > 50, 'there are routes')
  assert.deepEqual(wrong, [])
})

const inCompany = () => ({ 'x-company-id': site.here.companyId })

test('A60: neither events nor the audit log nor the log of the server hold a secret', async () => {
  const { relay } = site.app.db
  const events = await relay`select data::text, actor::text from event_log.event`
  const entries = await relay`select e::text as line from audit.entry e`
  const answers = await relay`select response::text as line from execution.idempotency`
  assert.ok(events.length > 0)
  assert.deepEqual(found(JSON.stringify([...events, ...entries, ...answers])), [])
  site.app.log.error({ authorization: `Bearer ${site.here.owner}`, body: { password } }, 'as careless as can be')
  assert.match(site.log(), /as careless as can be/)
  assert.deepEqual(found(site.log()), [])
})

test('A60: in the database passwords and keys are hashes, and the second step is sealed', async () => {
  const owner = postgres(site.ownerUrl, { max: 1 })
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`
  const wrong: string[] = []
  for (const { name } of tables) {
    const rows = await owner.unsafe<{ line: string }[]>(`select t::text as line from ${name} t`)
    wrong.push(...found(rows.map(({ line }) => line).join('\n')).map((what) => `${name}: ${what}`))
  }
  await owner.end()
  assert.ok(tables.some(({ name }) => name === 'auth."user"'))
  assert.deepEqual(wrong, ['auth.api_key: hash of the API key'])
})
