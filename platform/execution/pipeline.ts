/**
 * The one pipeline: identify (by the door), permit, validate (by the door's schema), replay or run, begin, load,
 * decide, write, emit, commit, reply. REST, CSV, jobs, the CLI and the seed all come through here.
 */
import {
  type Context,
  installation,
  isRefusal,
  LastingRefusal,
  type Operation,
  Page,
  Refusal,
  refuse,
  type Scope,
  type Sql,
} from '#kernel'
import { asRefusal, gate } from '#platform/db'
import type { Answer, App, Call } from './app.ts'
import { announce, appendingEvents, makePreparation } from './commit.ts'
import { makeRun, type Run } from './context.ts'
import { type Claim, claimOf, storeAnswer, storedAnswer, takeClaim } from './idempotency.ts'
import { listRecords } from './list.ts'
import { looksAcross } from './reach.ts'
import { createRecord, deleteRecord, moveRecord, readRecord, refuseHidden, updateRecord, visibleTo } from './records.ts'
import { noteRefusedAccess } from './refused-access.ts'
import { withTitles } from './titles.ts'

/** Runs an operation for a caller. Throws a Refusal for every expected no; anything else thrown is a fault. */
export async function execute(app: App, operation: Operation, given: Call): Promise<Answer> {
  const scope = permit(operation, given)
  const call = scope === 'all' ? { ...given, companyId: await companyMeant(app, operation, given) } : given
  try {
    return await (operation.method === 'GET' ? read(app, operation, call, scope) : write(app, operation, call, scope))
  } catch (error) {
    noteRefusedAccess(app, operation, call, error)
    throw error
  }
}

// ── permit ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The reach of the caller's permission; default is deny. */
export function permit(operation: Pick<Operation, 'access' | 'permission'>, { actor }: Pick<Call, 'actor'>): Scope {
  if (operation.access === 'public') return 'own'
  if (actor.kind === 'anonymous') throw refuse('UNAUTHENTICATED')
  if (operation.access === 'signed-in') return 'own'
  const scope = actor.grants.get(operation.permission ?? '')
  if (scope) return scope
  const detail = [{ message: `This needs the permission ${operation.permission}.` }]
  throw actor.kind === 'key' ? refuse('SCOPE_MISSING', detail) : refuse('FORBIDDEN', detail)
}

/**
 * For which company somebody works who reaches all of them: the one they chose by header; where records are companies,
 * the one in the path; for a change of one record, the record's. Lists and reads without a choice look across all.
 */
async function companyMeant(app: App, operation: Operation, call: Call): Promise<string> {
  const { entity, does } = operation
  const named = call.id ?? (does.kind === 'action' ? call.input.id : undefined)
  if (entity?.definition.isCompany && typeof named === 'string') return named
  if (call.companyId !== installation || entity?.definition.isCompany || isCrossCompany(operation))
    return call.companyId
  if (does.kind === 'list' || does.kind === 'read') return installation
  if (!entity || does.kind === 'action' || does.kind === 'create') throw refuse('COMPANY_REQUIRED')
  const [row] = await app.db.relay`select company_id from ${app.db.relay(entity.table)} where id = ${call.id ?? ''}`
  if (!row) throw refuse('NOT_FOUND')
  return row.company_id as string
}

// ── read ─────────────────────────────────────────────────────────────────────────────────────────────────────────

async function read(app: App, operation: Operation, call: Call, scope: Scope): Promise<Answer> {
  const { companyId } = call
  const run = async (sql: Sql) => {
    const { context } = makeRun({ ...call, app, scope, sql, reads: true })
    return answerOf(operation, await perform(app, operation, context, call))
  }
  const isAcross = isCrossCompany(operation) || looksAcross({ scope, companyId }, operation.entity)
  return isAcross ? run(app.db.relay as unknown as Sql) : app.db.read(companyId, run)
}

// ── replay or run, begin, write, emit, commit ────────────────────────────────────────────────────────────────────

/** An answer, or a no whose writes are committed all the same. */
type Finished = { result: Answer | Refusal; last: () => PromiseLike<unknown>[] }

async function write(app: App, operation: Operation, call: Call, scope: Scope): Promise<Answer> {
  const claim = claimFor(operation, call)
  const { companyId } = call
  const known = claim && (await answeredBefore(app, operation, companyId, claim))
  if (known) return known
  const prepared = await prepare(app, operation, call, scope)
  if (app.fault) await app.fault('prepared', operation.address)
  let finished: Run | undefined
  const work = async (sql: Sql): Promise<Finished> => {
    const { sql: working, close } = gate(sql)
    const run = makeRun({ ...call, app, scope, sql: working })
    finished = run
    // The claim travels with the work's first statements. Where it is lost, the work must have ended before the
    // rollback.
    const claimed = claim ? takeClaim(sql, companyId, claim) : undefined
    const done = perform(app, operation, run.context, call, prepared)
    // On a lost connection the claim may stay without an answer; nobody would then hear how the work ended.
    done.catch(() => undefined)
    const lost = await claimed?.then(
      (stored) => stored && new Replay(stored),
      (error: Error) => error,
    )
    if (lost) {
      close()
      await done.catch(() => undefined)
      throw lost
    }
    const result = await done
    if (result instanceof LastingRefusal) {
      return { result: result.refusal, last: () => closing(sql, run, companyId, undefined, undefined) }
    }
    const answer = answerOf(operation, result)
    return { result: answer, last: () => closing(sql, run, companyId, claim, answer) }
  }
  try {
    const answer = await (isCrossCompany(operation) ? relayTransaction(app, work) : app.db.transaction(companyId, work))
    if (app.fault) await app.fault('after_commit', operation.address)
    announce(app, finished)
    if (answer instanceof Refusal) throw answer
    return answer
  } catch (error) {
    if (error instanceof Replay) return error.answer
    if (claim && isRefusal(error) && error.code === 'ALREADY_EXISTS') {
      const stored = await app.db.read(companyId, (sql) => storedAnswer(sql, companyId, claim))
      if (stored) return stored
    }
    throw error
  }
}

function claimFor({ address, does }: Operation, { idempotencyKey, actor, id, input }: Call): Claim | undefined {
  if (idempotencyKey === undefined || (does.kind === 'action' && does.action.unrecorded)) return undefined
  return claimOf(idempotencyKey, address, { actor: actor.id, id, input })
}

/** Where there is work before the transaction, a repeated call must not do it again. */
async function answeredBefore(app: App, operation: Operation, companyId: string, claim: Claim) {
  if (operation.does.kind !== 'action' || !operation.does.action.prepare || isCrossCompany(operation)) return undefined
  return app.db.read(companyId, (sql) => storedAnswer(sql, companyId, claim))
}

async function prepare(app: App, operation: Operation, call: Call, scope: Scope): Promise<unknown> {
  const { does, address } = operation
  if (does.kind !== 'action' || !does.action.prepare) return undefined
  const relay = isCrossCompany(operation) ? (app.db.relay as unknown as Sql) : undefined
  try {
    return await does.action.prepare(makePreparation({ ...call, app, scope }, { relay, as: address }), call.input)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Thrown to leave the transaction when the answer is known already. */
class Replay extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('replayed')
    this.answer = answer
  }
}

function closing(
  sql: Sql,
  run: Run,
  companyId: string,
  claim: Claim | undefined,
  answer: Answer | undefined,
): PromiseLike<unknown>[] {
  const last = appendingEvents(sql, run)
  if (claim && answer) last.push(storeAnswer(sql, companyId, claim, answer))
  return last
}

/** Actions across companies work as the relay role and check everything themselves: sign-in, creating a company. */
async function relayTransaction(app: App, work: (sql: Sql) => Promise<Finished>): Promise<Answer | Refusal> {
  try {
    return (await app.db.relay.begin(async (tx) => {
      const { result, last } = await work(tx as unknown as Sql)
      await Promise.all(last())
      return result
    })) as Answer | Refusal
  } catch (error) {
    throw asRefusal(error)
  }
}

const isCrossCompany = (operation: Operation): boolean =>
  operation.does.kind === 'action' && operation.does.action.crossCompany === true

// ── load, decide, write ──────────────────────────────────────────────────────────────────────────────────────────

async function perform(
  app: App,
  operation: Operation,
  context: Context,
  call: Call,
  prepared?: unknown,
): Promise<unknown> {
  const { does, entity } = operation
  if (does.kind === 'action') return does.action.run(context, call.input, prepared)
  if (!entity) throw new Error(`${operation.address} is a verb without an entity`)
  const id = call.id ?? ''
  const including = (call.query ?? call.input).include === 'titles' ? app.registry : undefined
  if (does.kind === 'list') {
    const page = await listRecords(context, entity, call.query ?? {}, app.cursorKey)
    return including ? new Page(await withTitles(context, including, entity, page.rows), page.pagination) : page
  }
  if (does.kind === 'create' || does.kind === 'update') refuseHidden(context, entity, call.input)
  const row = await {
    read: () => readRecord(context, entity, id),
    create: () => createRecord(context, entity, call.input),
    update: () => updateRecord(context, entity, id, call.input, call.version),
    delete: () => deleteRecord(context, entity, id, call.version),
    transition: () =>
      moveRecord(context, entity, id, does as Extract<typeof does, { kind: 'transition' }>, call.version),
  }[does.kind]()
  const shown = visibleTo(context, entity, row)
  return does.kind === 'read' && including ? (await withTitles(context, including, entity, [shown]))[0] : shown
}

function answerOf(operation: Operation, result: unknown): Answer {
  if (result instanceof Refusal) throw result
  if (result instanceof Page) return { status: operation.status, data: result.rows, pagination: result.pagination }
  return { status: operation.status, data: result ?? null }
}
