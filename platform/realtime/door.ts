/**
 * The HTTP side of sockets. An upgrade goes through the same server as every request (its limits, its request id, the
 * address behind a proxy), so that a refused one is answered like a refused request.
 */

import type { IncomingMessage } from 'node:http'
import { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#kernel'
import { notePath } from '#platform/http'

export const socketPath = '/socket.io'

export type Upgrade = { raw: IncomingMessage; socket: Duplex; head: Buffer; address: string }
export type DoorOptions = {
  /** Pages that may connect, beside those that the server serves itself. */
  origins: readonly string[]
  /** Refuses where there is no room. */
  requireRoom: () => void
  /** Takes the connection over. */
  admit: (upgrade: Upgrade) => void
}

/** Requests that asked for an upgrade, while their route decides. */
type Waiting = WeakMap<IncomingMessage, { socket: Duplex; head: Buffer }>

/** Puts the address on the server. Other addresses go on ignoring an `Upgrade` header. */
export function socketDoor(server: FastifyInstance, { origins, requireRoom, admit }: DoorOptions): void {
  const waiting: Waiting = new WeakMap()
  const http = server.server as typeof server.server & { shouldUpgradeCallback: (request: IncomingMessage) => boolean }
  http.shouldUpgradeCallback = ({ url = '' }) => /^(\/api(\/v1)?)?\/socket\.io(?=[/?]|$)/.test(url)
  http.on('upgrade', (raw: IncomingMessage, socket: Duplex, head: Buffer) => {
    waiting.set(raw, { socket, head })
    socket.on('error', () => socket.destroy())
    const response = new ServerResponse(raw)
    response.shouldKeepAlive = false
    response.assignSocket(socket as never)
    response.once('finish', () => socket.end())
    server.routing(raw, response)
  })
  notePath(server, socketPath, 'GET')
  server.get(socketPath, (request, reply) => {
    const { raw, ip: address, headers } = request
    const upgrade = waiting.get(raw)
    if (!upgrade) throw refuse('VALIDATION_FAILED', [{ field: 'Upgrade', message: 'Connect by WebSocket.' }])
    if (!isWelcome(headers.origin, headers.host, origins)) {
      throw refuse('FORBIDDEN', [{ field: 'Origin', message: 'Pages from there may not connect.' }])
    }
    requireRoom()
    reply.hijack()
    reply.raw.detachSocket(upgrade.socket as never)
    admit({ raw, ...upgrade, address })
  })
}

/** A browser says from which page a connection comes; programs say nothing. */
function isWelcome(origin: string | undefined, host: string | undefined, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}
