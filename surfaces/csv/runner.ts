/**
 * Works on imports in the background: one at a time in a company, a few in a process. What waits is in the table, so a
 * restart goes on with it, and several processes share it; a lease tells which of them has died.
 */
import { type Actor, defineService, isRefusal } from '#kernel'
import type { App } from '#platform/execution'
import type { FileStore } from '#platform/files'
import { handOver, runImport } from './import.ts'
import type { RunState } from './run-store.ts'
import { undoImport } from './undo.ts'

/** Who a stored actor is today, with the rights of today; undefined when they may no longer act. */
export type ActorOf = (companyId: string, who: Pick<Actor, 'kind' | 'id' | 'name'>) => Promise<Actor | undefined>

export type RunnerOptions = {
  files: FileStore
  /** Asked for runs that were started before this process was. Without it they wait for a person to resume them. */
  actorOf?: ActorOf
  pollMs?: number
  /** Imports worked on at a time, each of another company. */
  concurrency?: number
}

export type ImportRunner = {
  /** Looks for work now. The actor of a run that was just queued need not be looked up again. */
  wake: (queued?: { id: string; actor: Actor }) => void
  /** Resolves when nothing is being worked on and nothing waits. */
  idle: () => Promise<void>
  /** Stops behind the running batches and leaves the runs to other processes, or to the next start. */
  stop: () => Promise<void>
}

/** What actions reach the runner by. */
export const importRunner = defineService<Pick<ImportRunner, 'wake'>>('imports')

type Waiting = {
  companyId: string
  id: string
  target: string
  state: RunState
  fileKey: string | null
  fileBytes: number | null
  actor: Pick<Actor, 'kind' | 'id' | 'name'>
}

/** Starts working, first on what a killed process left. */
export function startImports(app: App, options: RunnerOptions): ImportRunner {
  const { pollMs = 5000, concurrency = 2 } = options
  const actors = new Map<string, Actor>()
  const active = new Map<string, Promise<void>>()
  const ending = new AbortController()
  let looking: Promise<void> | undefined
  let isWanted = false

  const look = async (): Promise<void> => {
    do {
      isWanted = false
      for (const run of await waitingRuns(app)) {
        if (active.size >= concurrency || ending.signal.aborted) break
        if (active.has(run.companyId)) continue
        const done = workOn(app, run, { ...options, actors, signal: ending.signal })
          .catch((error) => app.log.error({ err: error, importId: run.id }, 'an import could not be worked on'))
          .finally(() => {
            active.delete(run.companyId)
            wake()
          })
        active.set(run.companyId, done)
      }
    } while (isWanted)
  }
  const wake: ImportRunner['wake'] = (queued) => {
    if (queued) actors.set(queued.id, queued.actor)
    isWanted = true
    if (ending.signal.aborted || looking) return
    looking = look()
      .catch((error) => app.log.error({ err: error }, 'looking for imports failed'))
      .finally(() => {
        looking = undefined
        if (isWanted) wake()
      })
  }
  const timer = setInterval(wake, pollMs)
  timer.unref()
  wake()
  return {
    wake,
    idle: async () => {
      while (looking || active.size > 0) await Promise.all([looking, ...active.values()])
    },
    stop: async () => {
      clearInterval(timer)
      ending.abort(handOver)
      await Promise.all([looking, ...active.values()])
    },
  }
}

/** What is queued, and what a worker that is gone has left, the oldest first. */
const waitingRuns = (app: App): Promise<Waiting[]> =>
  app.db.relay<Waiting[]>`
  select company_id as "companyId", id, target, state, file_key as "fileKey", file_bytes as "fileBytes", actor
  from csv.import_run
  where state in ('queued', 'undo_queued')
    or (state = 'running' and file_key is not null and (runner is null or lease_until < now()))
    or (state = 'undoing' and (runner is null or lease_until < now()))
  order by created_at limit 50`.then((rows) => rows.map((row) => ({ ...row })))

/** No fault of the run: it is looked at again, where a worker was lost when its lease is over. */
const passing: ReadonlySet<string> = new Set(['IMPORT_RUNNING', 'DATABASE_UNAVAILABLE', 'OVERLOADED'])

type Working = RunnerOptions & { actors: Map<string, Actor>; signal: AbortSignal }

async function workOn(app: App, run: Waiting, { files, actorOf, actors, signal }: Working): Promise<void> {
  const { companyId, id, target, state, fileKey, fileBytes } = run
  try {
    const actor = actors.get(id) ?? (await actorOf?.(companyId, run.actor))
    if (!actor) return await fail(app, run, 'UNAUTHENTICATED', 'Who started it is not known any more. Resume it.')
    if (state === 'undo_queued' || state === 'undoing') await undoImport(app, { actor, companyId, id, signal })
    else {
      const { stream } = await files.get(fileKey ?? '')
      const options = { resumeOf: id, ...(fileBytes === null ? {} : { totalBytes: fileBytes }) }
      await runImport(app, { actor, companyId, target, source: stream, options }, undefined, signal).finally(() =>
        stream.destroy(),
      )
    }
  } catch (error) {
    if (isRefusal(error) && passing.has(error.code)) return
    if (!isRefusal(error)) app.log.error({ err: error, importId: id }, 'an import failed')
    const [code, message] = isRefusal(error) ? [error.code, error.message] : ['INTERNAL', 'It failed on our side.']
    await fail(app, run, code, message)
  } finally {
    if (!signal.aborted) actors.delete(id)
  }
}

/** Only what nobody has worked on: a run that failed while it was worked on says more of it itself. */
async function fail(app: App, { companyId, id }: Waiting, code: string, message: string): Promise<void> {
  await app.db.transaction(companyId, async (sql) => ({
    result: await sql`
      update csv.import_run set state = 'failed', finished_at = now(), runner = null,
        failure = ${sql.json({ code, message, details: [] })}
      where company_id = ${companyId} and id = ${id}
        and (state in ('queued', 'undo_queued')
          or (state in ('running', 'undoing') and coalesce(lease_until, now()) <= now()))`,
  }))
}
