/**
 * Stands between the server and PostgreSQL and notes what the server sends, so that the very same statements can be run
 * without the server, and so that their number and their round trips are counted where they happen: on the wire.
 * Answers are held back for a while, as a far network would: what is sent meanwhile did not wait for them.
 */
import { connect, createServer, type Socket } from 'node:net'
import { BodyReader, type Message, MessageReader } from './wire.ts'

const holdMs = 25

/** A statement as it was sent. `trip` counts from 1: how many answers it had to wait for, one after the other. */
export type Recorded = { text: string; types: number[]; values: (string | null)[]; trip: number }

export type Recorder = {
  /** The database's address, by way of the recorder. */
  url: string
  /** Forgets what was noted. */
  clear: () => void
  /** What went over connections of this application name since, connection by connection. */
  noted: (application: string) => Recorded[][]
  close: () => Promise<void>
}

export async function startRecorder(databaseUrl: string): Promise<Recorder> {
  const target = new URL(databaseUrl)
  const lines = new Set<Line>()
  const server = createServer({ noDelay: true }, (client) => {
    const line = new Line(client, connect({ host: target.hostname, port: Number(target.port), noDelay: true }))
    lines.add(line)
    client.once('close', () => lines.delete(line))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the recorder has no port')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    clear: () => {
      for (const line of lines) line.clear()
    },
    noted: (application) => [...lines].filter((line) => line.application === application).map((line) => line.noted),
    close: async () => {
      for (const line of lines) line.end()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One connection of the server. */
class Line {
  application = ''
  noted: Recorded[] = []
  readonly #client: Socket
  readonly #database: Socket
  readonly #prepared = new Map<string, { text: string; types: number[] }>()
  #isOpen = false
  #answered = 0
  #waiting: number[] = []

  constructor(client: Socket, database: Socket) {
    this.#client = client
    this.#database = database
    const sent = new MessageReader()
    const answered = new MessageReader()
    client.on('data', (bytes: Buffer) => {
      database.write(bytes)
      for (const message of sent.push(this.#isOpen ? bytes : this.#opening(bytes))) this.#send(message)
    })
    database.on('data', (bytes: Buffer) => {
      setTimeout(() => {
        for (const { type } of answered.push(bytes)) if (type === 'Z') this.#answer()
        client.write(bytes)
      }, holdMs)
    })
    for (const socket of [client, database]) socket.on('error', () => this.end()).once('close', () => this.end())
  }

  clear(): void {
    this.noted = []
    this.#answered = 0
    this.#waiting = []
  }

  end(): void {
    this.#client.destroy()
    this.#database.destroy()
  }

  /** The first message has no letter of type; it names the application. Answers what follows it. */
  #opening(bytes: Buffer): Buffer {
    const end = bytes.readUInt32BE(0)
    const words = bytes.toString('utf8', 8, end).split('\0')
    this.application = words[words.indexOf('application_name') + 1] ?? ''
    this.#isOpen = true
    return bytes.subarray(end)
  }

  #send({ type, body }: Message): void {
    const reader = new BodyReader(body)
    if (type === 'P') {
      const name = reader.text()
      this.#prepared.set(name, { text: reader.text(), types: reader.many(() => reader.uint32()) })
    } else if (type === 'B') {
      reader.text()
      const statement = this.#prepared.get(reader.text())
      reader.many(() => reader.int16())
      const values = reader.many(() => reader.value()?.toString() ?? null)
      const trip = this.#answered + 1
      if (statement) this.noted.push({ ...statement, values, trip })
    } else if (type === 'S') this.#waiting.push(this.#answered + 1)
  }

  #answer(): void {
    this.#answered = Math.max(this.#answered, this.#waiting.shift() ?? 0)
  }
}

/** The transactions among what one connection sent, from BEGIN to COMMIT; trips count from 1 in each. */
export function transactionsOf(noted: readonly Recorded[]): Recorded[][] {
  const found: Recorded[][] = []
  let open: Recorded[] | undefined
  for (const statement of noted) {
    const text = statement.text.trim().toLowerCase()
    if (text === 'begin') open = []
    open?.push(statement)
    if (text === 'commit' && open) {
      const before = (open[0]?.trip ?? 1) - 1
      found.push(open.map((each) => ({ ...each, trip: each.trip - before })))
      open = undefined
    }
  }
  return found
}
