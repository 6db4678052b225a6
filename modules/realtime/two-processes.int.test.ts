/** Two processes on one database: what one commits, the sockets of the other are told. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '#platform/config'
import { makeRingKey } from '#platform/identity'
import { createLogger } from '#platform/telemetry'
import { boot, type Running } from '../../processes/boot.ts'
import { openSite, type Site } from '../../tests/abuses/site.ts'
import { connectClient, mustBeOk } from '../../tests/sockets.ts'

let here: Site
let there: Running
let dataDir: string
before(async () => {
  const SECRET_KEYS = makeRingKey('test')
  here = await openSite({ SECRET_KEYS })
  dataDir = await mkdtemp(join(tmpdir(), 'entrepot-second-'))
  const env = { NODE_ENV: 'test', DATABASE_URL: here.ownerUrl, DATA_DIR: dataDir, PORT: '0', SECRET_KEYS }
  there = await boot(readConfig(env), createLogger({ service: 'second', level: 'fatal' }))
})
after(async () => {
  await there?.stop()
  await here?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const connect = (token: string | undefined) => connectClient(there.address, { auth: { token } })

test('a change that one process commits is told by the other within a second', async () => {
  const client = await connect(here.here.owner)
  mustBeOk(await client.watch(['company']))
  await client.until(({ cursor }) => cursor() !== '')
  for (const number of [1, 2, 3, 4, 5]) {
    const begun = performance.now()
    const made = await here.ask(here.here.owner, 'POST', '/erp/customers', { name: `C${number}`, code: `C-${number}` })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    await client.until(({ events }) => events.some(({ id }) => id === String(made.body.data.id)))
    assert.ok(performance.now() - begun < 1_000)
  }
  client.leave()
})

test('a cursor of one process goes on at the other, without a gap and without an event twice', async () => {
  const first = await connectClient(here.url, { auth: { token: here.here.owner } })
  mustBeOk(await first.watch(['company']))
  await first.until(({ cursor }) => cursor() !== '')
  const ids: string[] = []
  const heard: string[] = []
  let cursor = first.cursor()
  first.leave()
  for (let turn = 0; turn < 6; turn += 1) {
    const made = await here.ask(here.here.owner, 'POST', '/erp/customers', { name: `D${turn}`, code: `D-${turn}` })
    ids.push(String(made.body.data.id))
    const at = turn % 2 === 0 ? there.address : here.url
    const client = await connectClient(at, { auth: { token: here.here.owner } })
    mustBeOk(await client.watch(['company'], cursor))
    await client.until(({ events }) => events.some(({ id }) => id === String(made.body.data.id)))
    heard.push(...client.events.filter(({ type }) => type === 'customer.created').map(({ id }) => id))
    cursor = client.cursor()
    client.leave()
  }
  assert.deepEqual(heard, ids)
})

test('signing out at one process ends the sockets at the other within five seconds', async () => {
  const token = await here.signIn(here.here.companyId, 'company_admin')
  const client = await connect(token)
  mustBeOk(await client.watch(['company']))
  assert.equal((await here.ask(token, 'POST', '/auth/logout', {})).status, 200)
  await client.until(({ socket }) => !socket.connected, 5_000)
  assert.equal(client.ended[0]?.reason, 'session_ended')
})
