/** Who stands at this till, and which till it is: asked of the server, remembered where it does not answer. */
import { client } from '#web/data/client.ts'
import { readPlace } from '#web/till/core/device.ts'
import { faultOf } from '#web/till/core/fault.ts'
import { type MeFact, openTillDatabase } from '#web/till/offline/database.ts'
import type { Place } from '#web/till/values.ts'

export type Start =
  | { kind: 'ready'; me: MeFact; place: Place }
  | { kind: 'choose'; me: MeFact }
  | { kind: 'sign-in' }
  | { kind: 'no-network' }

export async function findStart(): Promise<Start> {
  const place = readPlace()
  const me = await whoIsHere()
  if (me === 'signed-out') return place ? fromMemory(place, { kind: 'sign-in' }) : { kind: 'sign-in' }
  if (me === 'gone') return place ? fromMemory(place, { kind: 'no-network' }) : { kind: 'no-network' }
  return place?.companyId === me.companyId ? { kind: 'ready', me, place } : { kind: 'choose', me }
}

async function whoIsHere(): Promise<MeFact | 'signed-out' | 'gone'> {
  try {
    const { id, name, companyId, permissions } = await client.call('GET /auth/verify', {
      signal: AbortSignal.timeout(4_000),
    })
    if (!companyId) return 'signed-out'
    return { id: id ?? '', name: name ?? '', companyId, permissions: Object.keys(permissions ?? {}) }
  } catch (error) {
    return faultOf(error) === 'signed-out' ? 'signed-out' : 'gone'
  }
}

/** The person who was here last: the till goes on selling for them. */
async function fromMemory(place: Place, otherwise: Start): Promise<Start> {
  const db = openTillDatabase(place.companyId)
  const me = await db.read('me').finally(() => db.close())
  return me ? { kind: 'ready', me, place } : otherwise
}
