/** One action on many records: a few at a time, each on its own, so that one that is refused leaves the others done. */
import { ApiRefusal, client } from '#web/data/client.ts'
import type { EntityDescription } from '#web/data/description.ts'
import type { ListRequest } from '#web/data/queries.ts'
import { nameOfRow } from './cell.tsx'
import type { ListPage, ListRow } from './use-entity-list.ts'

export type Target = { id: string; name: string }
export type BulkProgress = {
  /** Unknown while the records are being looked up. */
  total: number | undefined
  done: number
  failures: (Target & { message: string })[]
}

/** More at once would only wait for each other at the server. */
const atOnce = 4
const pageSize = 200
/** More than this is work for an import or a job. */
export const bulkMost = 10_000

export const targetOf = (entity: EntityDescription, row: ListRow): Target => ({
  id: row.id,
  name: nameOfRow(entity, row),
})

/** Every record that the list finds, looked up before any of them changes: what changes may not match any more. */
export async function findTargets(
  entity: EntityDescription,
  request: ListRequest,
  signal: AbortSignal,
): Promise<Target[]> {
  const found: Target[] = []
  let cursor: string | undefined
  do {
    const query = { ...request, limit: pageSize, include: 'titles', ...(cursor ? { cursor } : {}) }
    const page = (await client.send(`GET ${entity.path}`, { query, signal })) as ListPage
    found.push(...page.data.map((row) => targetOf(entity, row)))
    cursor = page.pagination.nextCursor ?? undefined
  } while (cursor && found.length < bulkMost)
  return found.slice(0, bulkMost)
}

/** Does it until all are done or the signal says stop; tells after each how far it is. */
export async function runBulk(
  targets: readonly Target[],
  { route, signal, onProgress }: { route: string; signal: AbortSignal; onProgress: (progress: BulkProgress) => void },
): Promise<BulkProgress> {
  const waiting = [...targets]
  let progress: BulkProgress = { total: targets.length, done: 0, failures: [] }
  const work = async () => {
    for (let target = waiting.shift(); target && !signal.aborted; target = waiting.shift()) {
      const message = await actOn(route, target.id)
      const failures = message === undefined ? progress.failures : [...progress.failures, { ...target, message }]
      progress = { ...progress, done: progress.done + 1, failures }
      onProgress(progress)
    }
  }
  onProgress(progress)
  await Promise.all(Array.from({ length: atOnce }, work))
  return progress
}

/** Undefined when it was done, else why not. Where the server asks for patience, it is had. */
async function actOn(route: string, id: string): Promise<string | undefined> {
  try {
    await client.send(route, { params: { id }, ...(route.startsWith('POST') ? { body: {} } : {}) })
    return undefined
  } catch (error) {
    if (!(error instanceof ApiRefusal)) return String(error)
    if (error.code === 'RATE_LIMITED') {
      await new Promise((resolve) => setTimeout(resolve, (error.retryAfter ?? 5) * 1000))
      return actOn(route, id)
    }
    const [detail] = error.details
    return detail?.message
      ? `${error.message} ${detail.field ? `${detail.field}: ` : ''}${detail.message}`
      : error.message
  }
}
