/**
 * `npm run bench:sockets [-- --sockets 10000]`: many idle sockets on one server process, what they weigh, and how long
 * it takes until all of them have heard of a change, from before it is asked for until the last has it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installation } from '#kernel'
import { type Figure, quantilesOf, short, tableOf } from './bench/figures.ts'
import { type Caller, makeCompany, makePerson, openGround, signIn, withApp } from './bench/ground.ts'
import { cpuSeconds, familyCpuSeconds, memoryMb, startServer } from './bench/processes.ts'
import type { ClientsJob, ClientsSaid } from './sockets/clients.ts'

const { values } = parseArgs({ options: { sockets: { type: 'string' }, rounds: { type: 'string' } } })
const sockets = Number(values.sockets ?? 10_000)
const rounds = Number(values.rounds ?? 20)
const processes = 2
/** One person may open two hundred sockets. */
const people = Math.ceil(sockets / 150)
/** Nothing here takes longer than this, or it does not come at all. */
const patienceMs = 60_000

const ground = await openGround()
await withApp(ground, (app) => makePerson(app, 'root@bench.test', installation))
const server = await startServer({ DATA_DIR: ground.folder, DATABASE_URL: ground.database.url, WEB: 'off' })
const children: ChildProcess[] = []
try {
  const figures = await measure()
  process.stdout.write(`\n${tableOf(figures)}\n`)
  process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0
} finally {
  for (const child of children) child.kill()
  await server.stop()
  await ground.close()
}

async function measure(): Promise<Figure[]> {
  const company = await makeCompany(ground, server.port, 'sockets', 1)
  const emails = Array.from({ length: people }, (_, index) => `person${index}@bench.test`)
  await withApp(ground, async (app) => {
    for (const email of emails) await makePerson(app, email, company.id)
  })
  const owner = await signIn(server.port, company.email)
  const tokens: string[] = []
  for (const email of emails) tokens.push((await signIn(server.port, email)).token)
  const record = await owner.call('POST', '/erp/customers', { name: 'Heard by all', code: 'C-1' })
  const emptyMb = memoryMb(server.pid)
  const seconds = await connectAll(tokens, record.id)
  const idle = await idleCpu()
  const idleMb = memoryMb(server.pid)
  const before = cpuNow()
  const times = await broadcast(owner, record.id)
  const cpu = cpuNow().map((seconds, index) => short(((seconds - (before[index] ?? 0)) * 1_000) / rounds))
  const ended = await Promise.all(children.map((child) => ask(child, 'ended', {})))
  const heard = ended.reduce((sum, each) => sum + (each.is === 'ended' ? each.heard : 0), 0)
  const closed = ended.reduce((sum, each) => sum + (each.is === 'ended' ? each.closed : 0), 0)
  const worst = Math.max(...times)
  const { p50, p95, p99 } = quantilesOf(times)
  const mb = Math.max(idleMb, memoryMb(server.pid))
  return [
    { what: 'connected and watching', figure: `${sockets} in ${short(seconds)} s`, met: closed === 0 },
    { what: 'server memory without sockets', figure: `${emptyMb} MB` },
    { what: `server memory with ${sockets}`, figure: `${mb} MB`, required: '< 1024 MB', met: mb < 1_024 },
    { what: 'server CPU while all are idle', figure: `${short(idle * 100)} % of a core` },
    {
      ...{ what: `a change until all have it, ${rounds} times`, figure: `worst ${short(worst)} ms` },
      ...{
        latency: [p50, p95, p99].map(short).join(' / '),
        cpu: cpu.join(' / '),
        required: '< 1000 ms',
        met: worst < 1_000,
      },
    },
    { what: 'load of the machine', figure: `${short(loadavg()[0] ?? 0)} on ${availableParallelism()} cores` },
    { what: 'told', figure: `${heard} of ${sockets * rounds}`, met: heard === sockets * rounds },
  ]
}

async function connectAll(tokens: string[], recordId: string): Promise<number> {
  const share = Math.ceil(sockets / processes)
  const said = Array.from({ length: processes }, async (_, index) => {
    const first = index * share
    const child = fork(join(import.meta.dirname, 'sockets/clients.ts'))
    children.push(child)
    child.once('exit', (code) => code && process.stderr.write(`clients ended with ${code}\n`))
    const job: ClientsJob = { port: server.port, tokens, first, count: Math.min(share, sockets - first), recordId }
    return ask(child, 'connected', job, patienceMs * 3)
  })
  return Math.max(...(await Promise.all(said)).map((each) => (each.is === 'connected' ? each.seconds : 0)))
}

/** Seconds of CPU so far: of the server, the database, the clients. */
function cpuNow(): number[] {
  const ofClients = children.map(({ pid = 0 }) => cpuSeconds(pid))
  const clients = ofClients.reduce((sum, seconds) => sum + seconds, 0)
  return [cpuSeconds(server.pid), familyCpuSeconds(ground.database.pid), clients]
}

/** Share of a core that the server takes while nothing happens but heartbeats and the look at everybody's rights. */
async function idleCpu(): Promise<number> {
  await pause(5_000)
  const before = cpuSeconds(server.pid)
  await pause(10_000)
  return (cpuSeconds(server.pid) - before) / 10
}

/** Milliseconds from before the request until the last client has heard, for each round. */
async function broadcast(owner: Caller, id: string): Promise<number[]> {
  const times: number[] = []
  for (let version = 2; version <= rounds + 1; version += 1) {
    const heard = children.map((child) => next(child, (said) => said.is === 'heard' && said.version === version))
    const begun = performance.timeOrigin + performance.now()
    await owner.call('PATCH', `/erp/customers/${id}`, { name: `Heard by all, ${version}` })
    const ends = (await Promise.all(heard)).map((said) => (said.is === 'heard' ? said.at : 0))
    times.push(Math.max(...ends) - begun)
    await pause(250)
  }
  return times
}

function ask(child: ChildProcess, is: ClientsSaid['is'], message: object, withinMs = patienceMs): Promise<ClientsSaid> {
  const answer = next(child, (said) => said.is === is, withinMs)
  child.send(message)
  return answer
}

function next(child: ChildProcess, isIt: (said: ClientsSaid) => boolean, withinMs = patienceMs): Promise<ClientsSaid> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the clients do not answer')), withinMs)
    const read = (said: ClientsSaid) => {
      if (!isIt(said)) return
      clearTimeout(timer)
      child.off('message', read)
      resolve(said)
    }
    child.on('message', read)
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
