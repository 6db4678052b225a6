import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { startS3Emulator } from '../tests/emulators/s3.ts'
import { type FileStore, fileKey, openFileStore } from './files.ts'

const company = '01890000-0000-7000-8000-000000000001'
const other = '01890000-0000-7000-8000-000000000002'
const text = { contentType: 'text/plain; charset=utf-8' }

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

async function localStore(t: TestContext): Promise<{ store: FileStore; directory: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'files-'))
  t.after(() => rm(directory, { recursive: true }))
  return { store: openFileStore({ kind: 'local', directory }), directory }
}

async function s3Store(t: TestContext) {
  const emulator = await startS3Emulator()
  t.after(emulator.close)
  const store = openFileStore({ kind: 's3', connectTimeoutMs: 500, idleTimeoutMs: 300, ...emulator })
  return { store, emulator }
}

const stores = { local: localStore, s3: s3Store }
for (const [kind, openStore] of Object.entries(stores)) {
  test(`${kind}: what was put is got, with size, type and hash, from a buffer and from a stream`, async (t) => {
    const { store } = await openStore(t)
    const bytes = Buffer.alloc(300_000, 'päckchen')
    const key = fileKey(company, 'products', 'photo.jpg')
    for (const body of [bytes, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)])]) {
      const stored = await store.put(key, body, { contentType: 'image/jpeg' })
      assert.deepEqual(stored, { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      const { stream, size, contentType } = await store.get(key)
      assert.deepEqual([size, contentType], [bytes.length, 'image/jpeg'])
      assert.ok(bytes.equals(await buffer(stream)))
    }
  })

  test(`${kind}: an empty file is a file`, async (t) => {
    const { store } = await openStore(t)
    await store.put(fileKey(company, 'empty'), Buffer.alloc(0), text)
    const { stream, size } = await store.get(fileKey(company, 'empty'))
    assert.deepEqual([size, (await buffer(stream)).length], [0, 0])
  })

  test(`${kind}: putting again replaces bytes and type`, async (t) => {
    const { store } = await openStore(t)
    await store.put(fileKey(company, 'a'), Buffer.from('first'), text)
    await store.put(fileKey(company, 'a'), Buffer.from('second'), { contentType: 'text/csv' })
    const { stream, contentType } = await store.get(fileKey(company, 'a'))
    assert.deepEqual([String(await buffer(stream)), contentType], ['second', 'text/csv'])
  })

  test(`${kind}: a missing file is NOT_FOUND and removing it twice is no error`, async (t) => {
    const { store } = await openStore(t)
    const key = fileKey(company, 'gone')
    await store.put(key, Buffer.from('x'), text)
    await store.remove(key)
    await store.remove(key)
    await assert.rejects(store.get(key), { code: 'NOT_FOUND' })
    await assert.rejects(store.get(fileKey(other, 'never', 'there')), { code: 'NOT_FOUND' })
  })

  test(`${kind}: a body above the limit is refused and leaves what was there`, async (t) => {
    const { store } = await openStore(t)
    const key = fileKey(company, 'limited')
    await store.put(key, Buffer.from('old'), text)
    const long = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(1000)))
    await assert.rejects(store.put(key, long, { ...text, maxBytes: 50_000 }), { code: 'PAYLOAD_TOO_LARGE' })
    assert.equal(String(await buffer((await store.get(key)).stream)), 'old')
  })

  test(`${kind}: a stream that breaks leaves what was there`, async (t) => {
    const { store } = await openStore(t)
    const key = fileKey(company, 'broken')
    await store.put(key, Buffer.from('old'), text)
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        throw new Error('connection lost')
      })(),
    )
    await assert.rejects(store.put(key, broken, text), /connection lost/)
    assert.equal(String(await buffer((await store.get(key)).stream)), 'old')
  })

  test(`${kind}: a listing holds the files of one company below the prefix, in order`, async (t) => {
    const { store } = await openStore(t)
    for (const key of ['b/2', 'a', 'b/1', 'b.txt', 'b-1'])
      await store.put(fileKey(company, ...key.split('/')), Buffer.from(key), text)
    await store.put(fileKey(other, 'a'), Buffer.from('x'), text)
    const keysBelow = async (prefix: string) => (await collect(store.list(prefix))).map(({ key }) => key.slice(37))
    assert.deepEqual(await keysBelow(`${company}/`), ['a', 'b-1', 'b.txt', 'b/1', 'b/2'])
    assert.deepEqual(await keysBelow(`${company}/b/`), ['b/1', 'b/2'])
    assert.deepEqual(await keysBelow(`${company}/none/`), [])
  })

  test(`${kind}: keys that climb, hide or lack a company are refused by every method`, async (t) => {
    const { store } = await openStore(t)
    const bad = [
      '',
      'a',
      '/etc/passwd',
      company,
      `${company}/`,
      `${company}/..`,
      `${company}/../${other}/a`,
      `${company}/.hid`,
      `${company}//a`,
      `${company}/a\0`,
      `${company}/a\nb`,
      `${company}/é`,
      `${company}\\a`,
      `${company.toUpperCase()}x/a`,
      `.types/${company}/a`,
      `${company}/${'a/'.repeat(20)}a`,
      `${company}/${'a'.repeat(200)}`,
    ]
    const refused = { code: 'VALIDATION_FAILED' }
    for (const key of bad) {
      await assert.rejects(store.put(key, Buffer.from('x'), text), refused, key)
      await assert.rejects(store.get(key), refused, key)
      await assert.rejects(store.remove(key), refused, key)
    }
    for (const prefix of ['', '/', company, `${company}/..`, `${company}/../`, `${company}/a`]) {
      await assert.rejects(async () => collect(store.list(prefix)), refused, prefix)
    }
  })
}

test('fileKey cleans the names that people give to files', () => {
  assert.equal(fileKey(company, 'Ré sumé (1).pdf'), `${company}/Re-sume-1-.pdf`)
  assert.equal(fileKey(company, '../../etc/passwd'), `${company}/-..-etc-passwd`)
  assert.equal(fileKey(company, '.env'), `${company}/env`)
  assert.throws(() => fileKey(company, '...'), { code: 'VALIDATION_FAILED' })
  assert.throws(() => fileKey('..', 'a'), { code: 'VALIDATION_FAILED' })
})

test('local: nothing temporary stays behind, failed or not', async (t) => {
  const { store, directory } = await localStore(t)
  await store.put(fileKey(company, 'a'), Buffer.from('x'), text)
  await assert.rejects(store.put(fileKey(company, 'b'), Buffer.alloc(10), { ...text, maxBytes: 5 }))
  assert.deepEqual(await readdir(join(directory, '.tmp')), [])
  assert.equal(await readFile(join(directory, company, 'a'), 'utf8'), 'x')
})

test('local: many writers of one key leave one whole file', async (t) => {
  const { store } = await localStore(t)
  const key = fileKey(company, 'contested')
  const bodies = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000))
  await Promise.all(bodies.map((body) => store.put(key, Buffer.from(body), text)))
  assert.ok(bodies.includes(String(await buffer((await store.get(key)).stream))))
})

test('local: a half-written temporary file of a crash is no file', async (t) => {
  const { store, directory } = await localStore(t)
  await store.put(fileKey(company, 'a'), Buffer.from('x'), text)
  await writeFile(join(directory, '.tmp', 'left-behind'), 'half')
  assert.deepEqual(await collect(store.list(`${company}/`)), [{ key: `${company}/a`, size: 1 }])
})

test('s3: every upload carries a checksum that the store verifies', async (t) => {
  const { store, emulator } = await s3Store(t)
  await store.put(fileKey(company, 'a'), Buffer.from('abc'), text)
  assert.equal(emulator.seen[0]?.checksum, createHash('sha256').update('abc').digest('base64'))
})

test('s3: a wrong secret is refused by the signature check', async (t) => {
  const { emulator } = await s3Store(t)
  const store = openFileStore({ kind: 's3', ...emulator, secretAccessKey: 'wrong' })
  await assert.rejects(store.put(fileKey(company, 'a'), Buffer.from('x'), text), { name: 'SignatureDoesNotMatch' })
  assert.equal(emulator.objects.size, 0)
})

test('s3: a listing of several pages is whole', async (t) => {
  const { store, emulator } = await s3Store(t)
  emulator.behave.pageSize = 2
  for (const name of ['a', 'b', 'c', 'd', 'e']) await store.put(fileKey(company, name), Buffer.from(name), text)
  assert.equal((await collect(store.list(`${company}/`))).length, 5)
})

test('s3: a body too large to hold is streamed, with its checksum', async (t) => {
  const { store, emulator } = await s3Store(t)
  const bytes = Buffer.alloc(9_000_000, 'large')
  const { size } = await store.put(fileKey(company, 'large'), Readable.from([bytes]), text)
  assert.deepEqual([size, emulator.seen[0]?.contentSha256], [bytes.length, 'UNSIGNED-PAYLOAD'])
  assert.ok(emulator.objects.get(fileKey(company, 'large'))?.body.equals(bytes))
})

test('s3: a store that is busy for a moment is asked again', async (t) => {
  const { store, emulator } = await s3Store(t)
  emulator.behave.failures = 1
  await store.put(fileKey(company, 'a'), Buffer.from('x'), text)
  emulator.behave.failures = 1
  assert.equal(String(await buffer((await store.get(fileKey(company, 'a'))).stream)), 'x')
})

test('s3: a store that hangs ends in a time-out', async (t) => {
  const { store, emulator } = await s3Store(t)
  emulator.behave.hang = true
  await assert.rejects(store.put(fileKey(company, 'a'), Buffer.from('x'), text), { name: 'TimeoutError' })
})
