/**
 * A process that runs a recorded transaction in a loop, as pgbench does: prepared statements, one connection a client,
 * the statements of one trip sent together, and nothing else. It speaks the protocol itself, because a driver's work
 * would flatter the server beside it.
 */
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import postgres from 'postgres'
import { makeIdSource } from '#kernel'
import type { Template, TemplateStatement } from './template.ts'
import { bindMessage, executeMessage, MessageReader, parseMessage, syncMessage } from './wire.ts'

export type BareJob = {
  url: string
  companyId: string
  connections: number
  seconds: number
  template: Template
  /** For each name that the template swaps, what to choose from; entries of one name stand in a row of their own. */
  choices: Record<string, string[]>
  /** Names that are chosen together: the n-th of each. Others are chosen at random. */
  together: string[]
}
export type BareResult = {
  done: number
  seconds: number
  errors: number
  firstError?: string
  latencies: number[]
  cpuSeconds: number
}

process.once('message', async (job: BareJob) => {
  // A long message is not sent at once; who disconnects before that cuts it off.
  process.send?.(await runJob(job), () => process.disconnect())
})

async function runJob(job: BareJob): Promise<BareResult> {
  const clients = await Promise.all(Array.from({ length: job.connections }, (_, index) => Client.open(job, index)))
  const result: BareResult = { done: 0, seconds: 0, errors: 0, latencies: [], cpuSeconds: 0 }
  const begun = performance.now()
  const until = begun + job.seconds * 1000
  const loop = async (client: Client) => {
    for (let before = performance.now(); before < until; ) {
      const error = await client.once()
      const now = performance.now()
      if (error === undefined) result.done += 1
      else {
        result.errors += 1
        result.firstError ??= error
      }
      result.latencies.push(now - before)
      before = now
    }
  }
  await Promise.all(clients.map(loop))
  result.seconds = (performance.now() - begun) / 1000
  result.cpuSeconds = (process.cpuUsage().user + process.cpuUsage().system) / 1e6
  for (const client of clients) client.close()
  return result
}

class Client {
  readonly #job: BareJob
  readonly #socket: Socket
  readonly #trips: { statement: TemplateStatement; name: string }[][]
  readonly #newId = makeIdSource({ now: Date.now })
  #turn: number
  #missing = 0
  #error: string | undefined
  #answered: () => void = () => undefined

  private constructor(job: BareJob, socket: Socket, turn: number) {
    this.#job = job
    this.#socket = socket
    this.#turn = turn
    const named = job.template.statements.map((statement, index) => ({ statement, name: `s${index}` }))
    const byTrip = Map.groupBy(named, ({ statement }) => statement.trip)
    this.#trips = [...byTrip].sort(([a], [b]) => a - b).map(([, statements]) => statements)
    const reader = new MessageReader()
    socket.on('data', (bytes: Buffer) => {
      for (const { type, body } of reader.push(bytes)) {
        if (type === 'E') this.#error ??= body.toString('utf8').replaceAll('\0', ' ')
        if (type === 'Z') this.#missing -= 1
      }
      if (this.#missing === 0) this.#answered()
    })
  }

  /** The driver signs in and sets the session up as the server's lanes are; then its socket is ours. */
  static async open(job: BareJob, index: number): Promise<Client> {
    const { hostname, port } = new URL(job.url)
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await new Promise((resolve) => socket.once('connect', resolve))
    const sql = postgres(job.url, {
      max: 1,
      fetch_types: false,
      max_lifetime: null,
      connection: { TimeZone: 'UTC', statement_timeout: 15_000, lock_timeout: 4_000 },
      socket: () => socket,
    } as postgres.Options<Record<string, never>>)
    await sql`select set_config('app.company', ${job.companyId}, false)`
    socket.removeAllListeners('data')
    // Nobody would answer what is waited for: better no figure than a bench that hangs.
    socket.once('end', () => socket.destroy(new Error('PostgreSQL closed the connection')))
    const client = new Client(job, socket, index)
    await client.#prepare()
    return client
  }

  /** Runs the transaction once with new ids. Answers the database's error, if any. */
  async once(): Promise<string | undefined> {
    this.#error = undefined
    const fresh = Array.from({ length: this.#job.template.freshCount }, () => this.#newId())
    const chosen = this.#choose()
    for (const trip of this.#trips) {
      const bytes = trip.flatMap(({ statement, name }) => [
        bindMessage(name, valuesOf(statement, fresh, chosen)),
        executeMessage,
        syncMessage,
      ])
      await this.#exchange(bytes, trip.length)
      if (this.#error !== undefined) break
    }
    const failed = this.#error
    if (failed !== undefined) await this.#exchange([bindMessage('rollback', []), executeMessage, syncMessage], 1)
    return failed
  }

  close(): void {
    this.#socket.destroy()
  }

  #choose(): Record<string, string> {
    const { choices, together, connections } = this.#job
    this.#turn += connections
    return Object.fromEntries(
      Object.entries(choices).map(([name, all]) => {
        const at = together.includes(name) ? this.#turn : Math.floor(Math.random() * all.length)
        return [name, all[at % all.length] ?? '']
      }),
    )
  }

  async #prepare(): Promise<void> {
    const all = this.#trips.flat()
    const messages = all.map(({ statement, name }) => parseMessage(name, statement.text, statement.types))
    await this.#exchange([...messages, parseMessage('rollback', 'rollback', []), syncMessage], 1)
    if (this.#error) throw new Error(this.#error)
  }

  #exchange(bytes: readonly Buffer[], answers: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#missing = answers
    this.#answered = resolve
    this.#socket.write(Buffer.concat(bytes))
    return promise
  }
}

const valuesOf = ({ values }: TemplateStatement, fresh: string[], chosen: Record<string, string>) =>
  values.map((pieces) => {
    if (pieces === null) return null
    let text = ''
    for (const piece of pieces) {
      text += typeof piece === 'string' ? piece : 'fresh' in piece ? fresh[piece.fresh] : chosen[piece.swap]
    }
    return text
  })
