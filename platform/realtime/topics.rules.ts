/** What a client can watch, and which watchers an event concerns. */
import { isId } from '#kernel'

export type Topic =
  | { kind: 'company' }
  | { kind: 'shop'; id: string }
  /** `entity` is an address such as `catalog.product`. */
  | { kind: 'record'; entity: string; id: string }

/** Reads `company`, `shop:<id>` or `record:<entity>:<id>`; undefined for anything else. */
export function readTopic(text: string): Topic | undefined {
  const [kind, first = '', second = '', ...more] = text.split(':')
  if (more.length > 0) return undefined
  if (kind === 'company') return text === 'company' ? { kind } : undefined
  if (kind === 'shop') return second === '' && isId(first) && text === `shop:${first}` ? { kind, id: first } : undefined
  if (kind === 'record')
    return /^[a-z]+\.[A-Za-z]+$/.test(first) && isId(second) ? recordTopic(first, second) : undefined
  return undefined
}

const recordTopic = (entity: string, id: string): Topic => ({ kind: 'record', entity, id })

/** The topics under which an event is told. */
export function topicsOf({ entity, id, shopId }: { entity: string; id: string; shopId: string | null }): string[] {
  return ['company', ...(shopId ? [`shop:${shopId}`] : []), `record:${entity}:${id}`]
}
