import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { ConfigError, describeConfig, fileSettings, readConfig, readSecretKeys, settingsList } from './config.ts'
import { makeRingKey } from './identity/secrets.ts'

const forReal = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://shop.example.com',
  SECRET_KEYS: makeRingKey('a'),
  DATABASE_URL: 'postgres://entrepot:hV7wq0fT2k@db.example.com/entrepot',
}

/** The names that are refused, in the order of the message. */
function refusedIn(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.faults.map(({ name }) => name)
  }
}

function messageFor(env: Record<string, string>): string {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('an empty environment is a development installation with demo data on this machine alone', () => {
  const { mode, demo, host, port, webPort, dataDir, databasePool, databaseUrl } = readConfig({})
  assert.deepEqual(
    { mode, demo, host, port, webPort, dataDir, databasePool, databaseUrl },
    {
      mode: 'development',
      demo: true,
      host: '127.0.0.1',
      port: 4000,
      webPort: 3000,
      dataDir: '.data',
      databasePool: 12,
      databaseUrl: undefined,
    },
  )
})

test('a given value replaces the default, and an empty one does not', () => {
  const { port, webPort } = readConfig({ PORT: '8080', WEB_PORT: '' })
  assert.deepEqual([port, webPort], [8080, 3000])
})

test('the public address follows the port of the web pages, and the allowed origins follow the public address', () => {
  assert.deepEqual(readConfig({ WEB_PORT: '3100' }).corsOrigins, ['http://localhost:3100'])
  assert.deepEqual(readConfig({ PUBLIC_URL: 'https://a.example/' }).corsOrigins, ['https://a.example'])
})

test('all wrong settings are told at once, each with its fix', () => {
  const message = messageFor({ PORT: 'eighty', DEMO: 'yes', DATABASE_POOL: '1', CORS_ORIGINS: '*' })
  assert.match(message, /PORT: 'eighty' is not allowed. Give a whole number from 0 to 65535/)
  assert.match(message, /DEMO: 'yes' is not allowed. Give on or off/)
  assert.match(message, /DATABASE_POOL: '1' is not allowed. Give a whole number of connections from 2 to 200/)
  assert.match(message, /CORS_ORIGINS: '\*' is not allowed. Give an address without path/)
})

test('a wrong secret is named and not shown', () => {
  const message = messageFor({ DATABASE_URL: 'mysql://root:hunter2@db/shop', SECRET_KEYS: 'a:hunter2' })
  assert.match(message, /DATABASE_URL: what it is set to is not allowed/)
  assert.match(message, /SECRET_KEYS: what it is set to is not allowed/)
  assert.doesNotMatch(message, /hunter2/)
})

test('a wrong mode is told once', () => {
  assert.deepEqual(refusedIn({ NODE_ENV: 'staging' }), ['NODE_ENV'])
})

test('MODE is another name for NODE_ENV, and the two may not differ', () => {
  assert.equal(readConfig({ MODE: 'test' }).mode, 'test')
  assert.deepEqual(refusedIn({ MODE: 'production', NODE_ENV: 'development' }), ['NODE_ENV'])
})

test('production takes sound settings and leaves the demo data out', () => {
  const config = readConfig(forReal)
  assert.deepEqual([config.mode, config.demo, config.rateLimitPerMinute], ['production', false, 6000])
})

const weaknesses: Record<string, Record<string, string>> = {
  DEMO: { DEMO: 'on' },
  SECRET_KEYS: { SECRET_KEYS: '' },
  PUBLIC_URL: { PUBLIC_URL: 'http://shop.example.com' },
  CORS_ORIGINS: { CORS_ORIGINS: 'https://a.example.com, http://b.example.com' },
  TRUST_PROXY: { TRUST_PROXY: 'on' },
  DATABASE_URL: { DATABASE_URL: 'postgres://postgres:Postgres@db.example.com/entrepot' },
}
for (const [name, weak] of Object.entries(weaknesses)) {
  test(`production refuses ${JSON.stringify(weak)}`, () => {
    assert.deepEqual(refusedIn({ ...forReal, ...weak }), [name])
  })
}

for (const bytes of [
  Buffer.alloc(32),
  Buffer.from('a'.repeat(16) + 'b'.repeat(16)),
  Buffer.from('0123456789abcdefghijklmnopqrstuv'),
]) {
  test(`production refuses a key that was typed: ${bytes.toString('hex').slice(0, 8)}...`, () => {
    assert.deepEqual(refusedIn({ ...forReal, SECRET_KEYS: `a:${bytes.toString('base64')}` }), ['SECRET_KEYS'])
  })
}

test('production asks for a public address when there is none', () => {
  assert.deepEqual(refusedIn({ ...forReal, PUBLIC_URL: '' }), ['PUBLIC_URL'])
})

test('a bucket needs its access key', () => {
  assert.deepEqual(refusedIn({ FILES: 's3://goods' }), ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
})

test('a bucket with its access key becomes the settings of the file store', () => {
  const config = readConfig({ FILES: 's3://goods', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' })
  assert.deepEqual(fileSettings(config), {
    kind: 's3',
    bucket: 'goods',
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'key',
  })
})

test('a mail server needs a sender of its own', () => {
  assert.deepEqual(refusedIn({ SMTP_URL: 'smtp://mail.example.com' }), ['MAIL_FROM'])
})

test('proxies are named by address or network', () => {
  assert.equal(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy, '10.0.0.0/8, ::1')
  assert.deepEqual(refusedIn({ TRUST_PROXY: '10.0.0.0/33' }), ['TRUST_PROXY'])
})

test('what is read cannot be changed', () => {
  const config = readConfig({ CORS_ORIGINS: 'https://a.example' })
  assert.ok(Object.isFrozen(config) && Object.isFrozen(config.corsOrigins))
})

test('a description of the settings holds no secret', () => {
  const text = JSON.stringify(describeConfig(readConfig(forReal)))
  assert.doesNotMatch(text, /hV7wq0fT2k/)
  assert.equal(describeConfig(readConfig(forReal)).SECRET_KEYS, '(set)')
})

test('every setting has a name of its own, a description, and a default that its own kind would read', () => {
  const names = settingsList.flatMap(([, setting]) => [setting.name, ...(setting.also ?? [])])
  assert.equal(new Set(names).size, names.length)
  for (const [, setting] of settingsList) {
    assert.match(setting.says, /\.$/, setting.name)
    const value = setting.default
    if (typeof value === 'string' || typeof value === 'number') {
      assert.equal(setting.kind.read(String(value)), value, setting.name)
    }
  }
})

test('whatever the environment holds, the answer is settings or one error that names them', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.webUrl(),
    fc.constantFrom('on', '0', '-1', '1e3', ' ', '%', ','),
  )
  const names = settingsList.map(([, { name }]) => name)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (env) => {
      for (const name of refusedIn(env)) assert.ok(names.includes(name))
    }),
    { numRuns: 500, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
  )
})

test('of many starts at once one makes the key ring of a development installation, for its owner alone', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'entrepot-keys-'))
  try {
    const starts = Array.from({ length: 20 }, () => readSecretKeys(readConfig({ DATA_DIR: dataDir })))
    assert.equal(new Set(await Promise.all(starts)).size, 1)
    assert.deepEqual(await readdir(join(dataDir, 'keys')), ['secret-keys'])
    assert.equal((await stat(join(dataDir, 'keys', 'secret-keys'))).mode & 0o777, 0o600)
    assert.equal((await stat(join(dataDir, 'keys'))).mode & 0o777, 0o700)
  } finally {
    await rm(dataDir, { recursive: true })
  }
})
