/** Who may hear of an event: those whose reading of its entity reaches the record. */
import { createHash } from 'node:crypto'
import { type Actor, compareText, type Grants } from '#kernel'
import type { Notice } from './notice.ts'

/** The same as the condition that the pipeline puts to reads, asked of one record; in doubt no. */
export function mayHear(actor: Actor, { entry, ownerId, message }: Notice): boolean {
  const { address, definition } = entry
  const scope = actor.grants.get(`${address}.read`)
  if (scope === undefined) return false
  if (scope === 'all' || scope === 'company') return true
  if (scope === 'own') return ownerId !== null && (ownerId === actor.id || ownerId === actor.customerId)
  if (!definition.shop) return true
  const shopId = definition.shop === 'id' ? message.id : message.shopId
  return shopId === null ? definition.sharedWithoutShop === true : actor.shopIds.includes(shopId)
}

/** The same text for all who may hear the same: one of them answers for the others. */
export function reachOf({ grants, shopIds, id, customerId }: Actor): string {
  const { mark, isOwn } = readsOf(grants)
  return [mark, shopIds.toSorted(compareText).join(','), isOwn ? `${id} ${customerId}` : ''].join('|')
}

type Reads = { mark: string; isOwn: boolean }
const known = new WeakMap<Grants, Reads>()

function readsOf(grants: Grants): Reads {
  let reads = known.get(grants)
  if (!reads) {
    const lines = [...grants].filter(([permission]) => permission.endsWith('.read')).map((line) => line.join(' '))
    const mark = createHash('sha256').update(lines.sort(compareText).join()).digest('base64url')
    reads = { mark, isOwn: [...grants.values()].includes('own') }
    known.set(grants, reads)
  }
  return reads
}
