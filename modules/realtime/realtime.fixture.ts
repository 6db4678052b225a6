/** A world with its sockets on a port of its own. People connect as themselves, or with a real session. */
import type { AddressInfo } from 'node:net'
import type { Actor } from '#kernel'
import { makeIdentify, makeLookAgain } from '#modules/auth'
import { type Feed, feedService, Sockets } from '#platform/realtime'
import { type Client, connectClient, makeClient } from '../../tests/sockets.ts'
import { makeWorld, type World } from '../../tests/world.ts'
import { changesRights } from './contract.ts'

export { makeClient }

export type RealtimeWorld = World & {
  url: string
  feed: Feed
  sockets: Sockets
  counted: { delivered: number; dropped: string[]; refused: string[] }
  /** Connects as a person of the test. */
  as: (who: Actor) => Promise<Client>
  /** From now on the person's credential stands for this actor, or for nobody. */
  become: (who: Actor, now: Actor) => void
}

export async function makeRealtimeWorld(
  options: { clock?: () => number; listeners?: boolean } = {},
): Promise<RealtimeWorld> {
  const world = await makeWorld(options)
  const { app, server } = world
  const people = new Map<string, Actor>()
  const signedIn = makeIdentify(app)
  const feed = app.services.get(feedService.name) as Feed
  const counted: RealtimeWorld['counted'] = { delivered: 0, dropped: [], refused: [] }
  const sockets = new Sockets({
    ...{ app, feed, changesRights, refresh: makeLookAgain(app), origins: ['https://entrepot.test'] },
    identify: (headers, address) => people.get(String(headers['x-api-key'])) ?? signedIn(headers, address),
    counted: {
      delivered: (count) => {
        counted.delivered += count
      },
      dropped: (reason) => void counted.dropped.push(reason),
      refused: (code) => void counted.refused.push(code),
    },
  })
  sockets.attach(server)
  app.eventsAppended = () => {
    world.listeners?.wake()
    feed.wake()
  }
  await server.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return {
    ...world,
    ...{ url, feed, sockets, counted },
    as: (who) => {
      if (!people.has(who.id)) people.set(who.id, who)
      return connectClient(url, { headers: { 'x-api-key': who.id } })
    },
    become: (who, now) => void people.set(who.id, now),
  }
}
