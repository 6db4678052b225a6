/** A process full of idle clients of the sockets, each from one of many addresses of this machine. */
import { openLight } from './light-client.ts'

export type ClientsJob = {
  port: number
  tokens: string[]
  count: number
  /** Of all processes; clients are numbered through from here. */
  first: number
  /** The record that everybody is told of; its versions tell the rounds apart. */
  recordId: string
}
/** `at` is when the last of the clients had it, in milliseconds of this machine's clock. */
export type ClientsSaid =
  | { is: 'connected'; seconds: number }
  | { is: 'heard'; version: number; at: number }
  | { is: 'ended'; heard: number; closed: number }

const handshakesAtOnce = 50
/** Sockets that share one of the addresses. */
const perAddress = 250
const now = () => performance.timeOrigin + performance.now()
const say = (said: ClientsSaid, sent: () => void = () => undefined) => process.send?.(said, sent)

process.once('message', async (job: ClientsJob) => {
  const begun = performance.now()
  const heard = new Map<number, number>()
  let total = 0
  let closed = 0
  const hear = (text: string) => {
    if (!text.startsWith('42["event"') || !text.includes(job.recordId)) return
    const version = Number(/"version":(\d+)/.exec(text)?.[1])
    const count = (heard.get(version) ?? 0) + 1
    heard.set(version, count)
    total += 1
    if (count === job.count) say({ is: 'heard', version, at: now() })
  }
  let next = 0
  const connect = async () => {
    while (next < job.count) {
      const number = job.first + next++
      const token = job.tokens[number % job.tokens.length] ?? ''
      const watching = Promise.withResolvers<void>()
      const listen = (text: string) => (text.startsWith('430') ? watching.resolve() : hear(text))
      const at = { port: job.port, localAddress: addressOf(number) }
      const socket = await openLight({ ...at, token, hear: listen })
      socket.say('watch', { topics: ['company'] })
      await Promise.race([watching.promise, socket.closed])
      void socket.closed.then(() => {
        closed += 1
      })
    }
  }
  await Promise.all(Array.from({ length: handshakesAtOnce }, connect))
  say({ is: 'connected', seconds: (performance.now() - begun) / 1_000 })
  process.once('message', () => say({ is: 'ended', heard: total, closed }, () => process.exit()))
})
process.once('disconnect', () => process.exit())

function addressOf(number: number): string {
  const index = Math.floor(number / perAddress)
  return `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`
}
