/** What holds of one connection when work on it fails, is lost, or crosses other work. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { type Database, openDatabase, roleUrl } from '#platform/db'
import { makeCompany, type TestCompany } from '../company.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let one: TestCompany
let other: TestCompany
/** One connection for transactions and one for reads, so that each test gets what the one before has left. */
let db: Database
let admin: postgres.Sql

before(async () => {
  world = await makeWorld({ listeners: false })
  one = await makeCompany(world)
  other = await makeCompany(world)
  const [appUrl, relayUrl] = [roleUrl(world.ownerUrl, 'entrepot_app'), roleUrl(world.ownerUrl, 'entrepot_relay')]
  db = openDatabase({ appUrl, relayUrl, writeLanes: 1, readLanes: 1 })
  admin = postgres(world.ownerUrl, { max: 1 })
})
after(async () => {
  await db?.close()
  await admin?.end()
  await world?.close()
})

const shopsSeen = async (companyId: string, by: 'transaction' | 'read'): Promise<string[]> => {
  const select = async (sql: Parameters<Parameters<Database['read']>[1]>[0]) =>
    (await sql`select id from shops.shop`).map(({ id }) => String(id))
  return by === 'read'
    ? db.read(companyId, select)
    : db.transaction(companyId, async (sql) => ({ result: await select(sql) }))
}

test('F22: a connection whose work failed shows the next company its own rows only', async () => {
  for (const by of ['transaction', 'read'] as const) {
    const failing = async (sql: Parameters<Parameters<Database['read']>[1]>[0]): Promise<never> => {
      await sql`select id from shops.shop`
      throw new Error('in the middle')
    }
    await assert.rejects(by === 'read' ? db.read(one.companyId, failing) : db.transaction(one.companyId, failing), {
      message: 'in the middle',
    })
    assert.deepEqual(await shopsSeen(other.companyId, by), [other.shopId], by)
    assert.deepEqual(await shopsSeen(one.companyId, by), [one.shopId], by)
  }
})

test('F22: what still runs when its work has ended sends no statement, whichever way it asks', async () => {
  for (const by of ['transaction', 'read'] as const) {
    let kept: Parameters<Parameters<Database['read']>[1]>[0] | undefined
    const keep = async (sql: NonNullable<typeof kept>) => {
      kept = sql
    }
    await (by === 'read'
      ? db.read(one.companyId, keep)
      : db.transaction(one.companyId, async (sql) => ({ result: await keep(sql) })))
    const sql = kept ?? assert.fail('the work was handed nothing')
    assert.throws(() => sql`select 1`, /has ended/, by)
    assert.throws(() => sql.unsafe('select $1::int', [1], { prepare: true }), /has ended/, by)
  }
})

test('F22: what failed work had written is undone before the connection serves another', async () => {
  const renamed = db.transaction(one.companyId, async (sql) => {
    await sql`update shops.shop set name = 'Half done' where company_id = ${one.companyId}`
    await sql`select 1 / 0`
    return { result: undefined }
  })
  await assert.rejects(renamed)
  assert.deepEqual(await shopsSeen(other.companyId, 'transaction'), [other.shopId])
  const [shop] = await admin`select name from shops.shop where id = ${one.shopId}`
  assert.equal(shop?.name, 'Shop S1')
})

test('F12: work whose connection is ended is refused with 503 and leaves no transaction behind', async () => {
  const begun = Promise.withResolvers<number>()
  const lost = db.transaction(one.companyId, async (sql) => {
    const [backend] = await sql`select pg_backend_pid() as pid`
    // Statements of which the driver has sent one and holds the others, as a sale's first batch does.
    const held = [1, 2, 3].map((number) => sql`select pg_sleep(30), ${number}::int`.execute())
    begun.resolve(Number(backend?.pid))
    await Promise.all(held)
    return { result: undefined }
  })
  const refused = assert.rejects(lost, { code: 'DATABASE_UNAVAILABLE', status: 503 })
  await admin`select pg_terminate_backend(${await begun.promise}, 5000)`
  await refused
  assert.deepEqual(await shopsSeen(one.companyId, 'transaction'), [one.shopId])
  const left = await admin`select query from pg_stat_activity
    where application_name = 'entrepot write' and datname = current_database() and xact_start is not null`
  assert.deepEqual([...left], [])
})

test('F13: work for which no connection can be made is refused with 503, again and again', {
  timeout: 20_000,
}, async () => {
  const url = new URL(roleUrl(world.ownerUrl, 'entrepot_app'))
  // Port 1 is reserved, nobody listens there.
  url.port = '1'
  const away = openDatabase({ appUrl: url.href, relayUrl: url.href, writeLanes: 1, readLanes: 1 })
  const refused = { code: 'DATABASE_UNAVAILABLE', status: 503 }
  try {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const written = away.transaction(one.companyId, async (sql) => ({ result: await sql`select ${attempt}::int` }))
      const read = away.read(one.companyId, (sql) => Promise.all([sql`select 1`, sql`select ${attempt}::int`]))
      await Promise.all([assert.rejects(written, refused), assert.rejects(read, refused)])
    }
  } finally {
    await away.close()
  }
})

test('of statements sent together the failure of the first is told, not that the others came after it', async () => {
  for (const order of ['first', 'last'] as const) {
    const failing = db.transaction(one.companyId, async (sql) => {
      const duplicate = sql`insert into shops.register (company_id, id, shop_id, code, name)
        values (${one.companyId}, ${world.app.newId()}, ${one.shopId}, 'R1', ${order})`.execute()
      const after = sql`select ${order}::text`.execute()
      // As where the work awaits the statements through different numbers of functions.
      after.catch(() => undefined)
      duplicate.catch(() => undefined)
      await (order === 'first' ? duplicate : after)
      return { result: undefined }
    })
    await assert.rejects(failing, { code: 'ALREADY_EXISTS' }, order)
  }
})

test('F16: two transactions that lock the same rows in opposed order both succeed, one when tried again', async () => {
  const attempts = { forth: 0, back: 0 }
  const both = Promise.withResolvers<void>()
  let holding = 0
  const rename = (name: keyof typeof attempts, ids: string[]) =>
    world.app.db.transaction(one.companyId, async (sql) => {
      attempts[name] += 1
      const lock = (id: string) =>
        sql`update shops.register set name = name || ${`, ${name}`} where company_id = ${one.companyId} and id = ${id}`
      const [first = '', second = ''] = ids
      await lock(first)
      holding += 1
      if (holding === 2) both.resolve()
      await both.promise
      await lock(second)
      return { result: undefined }
    })
  const body = { shopId: one.shopId, code: 'R2', name: 'Till R2' }
  const { body: made } = await world.call<{ id: string }>(one.owner, 'POST', '/registers', body)
  const ids = [one.registerId, made.data.id]
  await Promise.all([rename('forth', ids), rename('back', ids.toReversed())])
  assert.ok(attempts.forth + attempts.back >= 3, 'PostgreSQL broke off one of them')
  const names = await admin`select name from shops.register where company_id = ${one.companyId}`
  assert.ok(names.every(({ name }) => String(name).includes(', forth') && String(name).includes(', back')))
})
