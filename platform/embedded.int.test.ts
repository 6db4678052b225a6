import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import postgres, { type Sql } from 'postgres'
import { isAlive } from './embedded/processes.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'

const isRoot = process.getuid?.() === 0
const cleaning: (() => Promise<unknown>)[] = []
after(async () => {
  for (const clean of cleaning.reverse()) await clean()
})

/** A folder of its own for each test, open to the account of the server. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entrepot-embedded-'))
  await chmod(folder, 0o755)
  cleaning.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function start(dataDir: string, lines: string[] = []): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: (line) => lines.push(line), settings: { shared_buffers: '16MB' } })
  cleaning.push(() => server.stop('immediate'))
  return server
}

async function query<T>(server: { url: string }, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const keepNote = (server: { url: string }) =>
  query(server, (sql) => sql`create table note as select 'kept' as text`.simple())
const readNote = (server: { url: string }) => query(server, async (sql) => (await sql`select text from note`)[0]?.text)

/** Another process that starts the server of `dataDir` and then just lives. */
async function startInChild(dataDir: string): Promise<{ child: ChildProcess; url: string; pid: number }> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined })
    console.log(JSON.stringify({ url: server.url, pid: server.pid }))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleaning.push(async () => child.kill('SIGKILL'))
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, ...JSON.parse(line) }
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((next) => setTimeout(next, 10))
}

test('a server starts from nothing, speaks UTF-8 and keeps its promises about the disk', async () => {
  const server = await start(join(await newFolder(), 'data'))
  const [row] = await query(
    server,
    (sql) => sql`select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as addresses,
      upper('é') as upper, to_tsvector('simple', 'Café')::text as words`,
  )
  assert.deepEqual(
    { ...row },
    {
      encoding: 'UTF8',
      fsync: 'on',
      commit: 'on',
      addresses: '127.0.0.1',
      upper: 'É',
      words: `'café':1`,
    },
  )
})

test('the superuser needs the password, which only its owner can read', async () => {
  const folder = await newFolder()
  const server = await start(join(folder, 'data'))
  const withWrong = { url: server.url.replace(/:[^:@]+@/, ':wrong@') }
  await assert.rejects(
    query(withWrong, (sql) => sql`select 1`),
    { code: '28P01' },
  )
  assert.equal((await stat(join(folder, 'data.password'))).mode & 0o777, 0o600)
})

test('data stays over stop and start, and over a restart on the same port', async () => {
  const dataDir = join(await newFolder(), 'data')
  const first = await start(dataDir)
  await keepNote(first)
  await first.stop()
  const second = await start(dataDir)
  assert.equal(await readNote(second), 'kept')
  const { port, pid } = second
  await second.restart('immediate')
  assert.equal(second.port, port)
  assert.notEqual(second.pid, pid)
  assert.equal(await readNote(second), 'kept')
})

test('a postmaster killed with -9 starts again with what was committed', async () => {
  const dataDir = join(await newFolder(), 'data')
  const server = await start(dataDir)
  await keepNote(server)
  server.kill()
  await untilGone(server.pid)
  await server.restart()
  assert.equal(await readNote(server), 'kept')
})

test('the server of a process killed with -9 is taken over as it runs', async () => {
  const dataDir = join(await newFolder(), 'data')
  const first = await startInChild(dataDir)
  await keepNote(first)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await start(dataDir)
  assert.equal(second.pid, first.pid)
  assert.equal(second.isOwner, true)
  assert.equal(await readNote(second), 'kept')
  await second.stop()
  assert.equal(isAlive(first.pid), false)
})

test('a server whose process lives is shared and not stopped by its guest', async () => {
  const dataDir = join(await newFolder(), 'data')
  const owner = await start(dataDir)
  const { child, pid } = await startInChild(dataDir)
  assert.equal(pid, owner.pid)
  child.kill('SIGTERM')
  await once(child, 'exit')
  await keepNote(owner)
  assert.equal(await readNote(owner), 'kept')
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`the server ends with its process on ${signal}`, async () => {
    const { child, pid } = await startInChild(join(await newFolder(), 'data'))
    child.kill(signal)
    const [, name] = await once(child, 'exit')
    assert.equal(name, signal)
    await untilGone(pid)
  })
}

test('a postmaster.pid that names a stranger does not stand in the way', async () => {
  const dataDir = join(await newFolder(), 'data')
  const first = await start(dataDir)
  first.kill()
  await untilGone(first.pid)
  const left = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')
  const stranger = spawn('sleep', ['60'], isRoot ? { uid: (await stat(dataDir)).uid } : {})
  cleaning.push(async () => stranger.kill())
  await writeFile(join(dataDir, 'postmaster.pid'), [stranger.pid, ...left.slice(1)].join('\n'))
  const second = await start(dataDir)
  assert.notEqual(second.pid, stranger.pid)
})

test('what a maker killed half way left behind is removed', async () => {
  const folder = await newFolder()
  const { child } = await startInChild(join(folder, 'other'))
  child.kill('SIGKILL')
  await once(child, 'exit')
  const draft = join(folder, `data.draft-${child.pid}-00000000`)
  await writeFile(draft, '')
  await start(join(folder, 'data'))
  await assert.rejects(stat(draft), { code: 'ENOENT' })
  await (await start(join(folder, 'other'))).stop()
})

test('of several who start at once all get the same server', async () => {
  const dataDir = join(await newFolder(), 'data')
  const servers = await Promise.all([start(dataDir), start(dataDir), start(dataDir)])
  assert.equal(new Set(servers.map(({ pid }) => pid)).size, 1)
})

test('a lost password is replaced', async () => {
  const folder = await newFolder()
  const first = await start(join(folder, 'data'))
  await keepNote(first)
  await first.stop()
  await rm(join(folder, 'data.password'))
  assert.equal(await readNote(await start(join(folder, 'data'))), 'kept')
})

test('a folder with something else in it is refused', async () => {
  const folder = await newFolder()
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'data', 'letter.txt'), 'dear reader')
  await assert.rejects(start(join(folder, 'data')), /not empty and no PostgreSQL data/)
})

test('a port that is taken is refused by number', async () => {
  const folder = await newFolder()
  const first = await start(join(folder, 'one'))
  const wanted = { dataDir: join(folder, 'two'), port: first.port, log: () => undefined }
  await assert.rejects(startEmbedded(wanted), /port \d+ is taken/)
})

test('without a port the server answers on its socket alone', async () => {
  const dataDir = join(await newFolder(), 'data')
  const server = await startEmbedded({ dataDir, socketOnly: true, log: () => undefined })
  cleaning.push(() => server.stop('immediate'))
  const { username, password } = new URL(server.url)
  const sql = postgres({ host: server.socketDir, port: server.port, username, password, database: 'postgres', max: 1 })
  const [row] = await sql`select inet_server_addr() as address`
  await sql.end()
  assert.equal(row?.address, null)
})

test('root runs the server under another account', { skip: !isRoot && 'needs root' }, async () => {
  const server = await start(join(await newFolder(), 'data'))
  assert.notEqual((await stat(`/proc/${server.pid}`)).uid, 0)
})

test('data in a folder closed to that account goes where it can be reached', {
  skip: !isRoot && 'needs root',
}, async () => {
  const folder = await newFolder()
  await chmod(folder, 0o700)
  const lines: string[] = []
  const first = await start(join(folder, 'data'), lines)
  const data = await realpath(join(folder, 'data'))
  cleaning.push(() => rm(data, { recursive: true, force: true }))
  assert.match(data, /^\/var\/lib\/entrepot\//)
  assert.ok(lines.some((line) => line.includes(data)))
  await keepNote(first)
  await first.stop()
  assert.equal(await readNote(await start(join(folder, 'data'))), 'kept')
})

test('a server that is kept up is brought back at its port when killed, and stays away once stopped', async () => {
  const said: string[] = []
  const settings = { shared_buffers: '16MB' }
  const dataDir = join(await newFolder(), 'data')
  const server = await startEmbedded({ dataDir, log: () => undefined, keepUp: (line) => said.push(line), settings })
  cleaning.push(() => server.stop('immediate'))
  await keepNote(server)
  const { pid, port } = server
  server.kill()
  while (server.pid === pid) await new Promise((next) => setTimeout(next, 20))
  assert.equal(server.port, port)
  assert.equal(await readNote(server), 'kept')
  assert.match(said.join('\n'), new RegExp(`process ${pid}\\) ended unasked`))
  await server.restart()
  await server.stop()
  assert.equal(isAlive(server.pid), false)
  const next = await startInChild(dataDir)
  assert.equal(await readNote(next), 'kept')
  assert.equal(said.length, 2, 'a stop that was asked for is nothing to bring back')
})
