/** A verb of the business, written once: route, button, workflow step and tool are all this. */
import type { Context, Sql } from './context.ts'
import type { EntityDefinition } from './entity.ts'
import type { Fields, InputOf, JsonObject } from './field.ts'
import type { Refusals } from './refusal.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** Which column of the permission table an action counts as. */
export type Right = 'create' | 'read' | 'update' | 'delete' | 'do'

/**
 * What an action or job has before its transaction: everything of the context but what would write. `commit` runs work
 * in a transaction of its own, whose writes and events stay whatever becomes of the rest: what is noted before and
 * between calls to outside systems. It works in the caller's company; who works across companies may name one, in which
 * the work is then done by the system. Outside of `commit`, only work across companies has a database to ask.
 */
export type Preparation = Omit<Context, 'emit' | 'afterCommit'> & {
  commit: <R>(work: (context: Context) => Promise<R>, companyId?: string) => Promise<R>
}

export type ActionOptions<I extends Fields, R, P = unknown> = {
  label: string
  /** What it does, in a sentence. */
  says: string
  /** The entity it belongs to; the address is `module.entity.name`, without one `module.name`. */
  entity?: () => EntityDefinition
  method?: Method
  /** `:name` parts come from the path; a GET's other inputs from the query string; the rest from the body. */
  path: string
  also?: readonly string[]
  input: I
  /** What it answers, for docs and clients. */
  output?: Fields
  /** The answer is a list of `output`, with `pagination` when the run returns a page. */
  answersList?: boolean
  /** The answer is a file (the run returns a Download), not the envelope. */
  answersFile?: boolean
  /** Who may: nobody signed in is needed (`public`), anybody signed in (`signed-in`), or by permission. */
  access?: 'public' | 'signed-in'
  /** Another permission than the action's own address. */
  permission?: string
  resource?: string
  right?: Right
  status?: number
  /** Cannot be taken back, or not without harm: clients ask before. */
  isDangerous?: boolean
  /** The answer seldom changes: it carries an ETag, and whoever has it already is told 304. */
  isKept?: boolean
  /** Codes it may refuse with, beside those of the pipeline. */
  refuses?: readonly string[]
  /** Event types it appends. */
  emits?: readonly string[]
  /** A complete, working body for the docs. */
  example?: JsonObject
  /** Fields of the input that never reach logs, events or audit. */
  hides?: readonly string[]
  /** Works across companies on the relay role instead of inside one; the run checks everything itself. */
  crossCompany?: boolean
  /** Requests a minute from one address, where the general limit is too generous. */
  rateLimit?: number
  /** Input or answer carry secrets (passwords, tokens): nothing of the call is stored, so it is never replayed. */
  unrecorded?: boolean
  /**
   * Runs before the transaction, with no connection held: slow work such as checking a password or calling an outside
   * system. Statements of an action across companies commit one by one, such as counts of attempts, which must stay
   * although the run refuses; all others go through `commit`.
   */
  prepare?(context: Preparation, input: InputOf<I>): Promise<P>
  run(context: Context, input: InputOf<I>, prepared: P): Promise<R>
}

export type ActionDefinition<I extends Fields = Fields, R = unknown, P = unknown> = ActionOptions<I, R, P> & {
  name: string
}

/** Declares an action. A GET is a read: no transaction, no events. */
export function defineAction<const I extends Fields, R, P = unknown>(
  name: string,
  options: ActionOptions<I, R, P>,
): ActionDefinition<I, R, P> {
  return { name, ...options }
}

/** A page of a hand-written list; the pipeline puts `pagination` beside the data. */
export class Page {
  readonly rows: readonly unknown[]
  readonly pagination: JsonObject
  constructor(rows: readonly unknown[], pagination: JsonObject) {
    this.rows = rows
    this.pagination = pagination
  }
}

/** Reads again within the caller's company, after the action itself has ended. */
export type ReadAgain = <R>(work: (sql: Sql) => Promise<R>) => Promise<R>

/**
 * A file or text that is not wrapped into the envelope. A long one is made while it is sent, when the action's own
 * `sql` has ended; it reads through what it is handed.
 */
export class Download {
  readonly contentType: string
  readonly fileName: string
  readonly body: string | ((read: ReadAgain) => AsyncIterable<Uint8Array | string>)
  constructor(fileName: string, contentType: string, body: Download['body']) {
    this.fileName = fileName
    this.contentType = contentType
    this.body = body
  }
}

/** An event as listeners get it. */
export type LoggedEvent<D = JsonObject> = {
  seq: number
  id: string
  companyId: string
  type: string
  entity: string
  subjectId: string
  version: number | null
  shopId?: string | null
  data: D
  actor: { kind: string; id: string; name: string }
  requestId: string
  at: string
}

export type ListenerDefinition = {
  name: string
  /** Event types, or `*` for every one. */
  on: readonly string[]
  says: string
  /** Applies events of one company, in order, all in the given transaction. Must not reach outside the database. */
  run: (context: Context, events: readonly LoggedEvent[]) => Promise<void>
  /** Read models name their tables: `rebuild` empties them and reads the log again. */
  rebuilds?: readonly string[]
}
export const defineListener = (name: string, options: Omit<ListenerDefinition, 'name'>): ListenerDefinition => ({
  name,
  ...options,
})

export type JobDefinition = {
  name: string
  says: string
  /** Cron in UTC; without one the job runs when it is sent. */
  schedule?: string
  /** Once for each active company (with its context) or once for the installation (relay role). */
  per: 'company' | 'installation'
  retries?: number
  expireInSeconds?: number
  priority?: number
  /** Runs before the transaction, with no connection held, as an action's does: for jobs that call outside systems. */
  prepare?: (context: Preparation, data: JsonObject) => Promise<void>
  run: (context: Context, data: JsonObject) => Promise<void>
}
export const defineJob = (name: string, options: Omit<JobDefinition, 'name'>): JobDefinition => ({ name, ...options })

/** An equation that must hold over live data: the query answers the rows that break it. */
export type Equation = {
  name: string
  says: string
  /** Runs as the reporting role; one row per breach with columns `company_id`, `what` and figures. */
  sql: string
}

/** One row of a file, its cells read by the kinds of the import's fields; empty cells are absent. */
export type ImportRow = { row: number; values: Record<string, unknown> }

/**
 * A way to bring in a file that is not simply records of one entity, such as past invoices of many lines each. Entities
 * have theirs without saying so.
 */
export type ImportDefinition = {
  name: string
  label: string
  says: string
  /** The columns it can take. */
  fields: Fields
  /** Neighbouring rows with the same value here are one document and succeed or fail together. */
  groupBy?: string
  permission: string
  /**
   * Applies one document in a transaction of its own; a refusal becomes the error of its rows. `note` reports an
   * oddity.
   */
  apply: (
    context: Context,
    rows: readonly ImportRow[],
    note: (row: number, message: string) => void,
  ) => Promise<{ id: string } | undefined>
  /** Takes back what one document made; without it such an import cannot be undone. */
  undo?: (context: Context, id: string) => Promise<void>
}
export const defineImport = (name: string, options: Omit<ImportDefinition, 'name'>): ImportDefinition => ({
  name,
  ...options,
})

export type PermissionOptions = { label: string; resource: string; right: Right }

export type ModuleDefinition = {
  name: string
  says: string
  /** Modules whose contracts this one calls. */
  uses: readonly string[]
  /** The row of the permission table for its entities and actions. */
  resource: string
  entities?: readonly EntityDefinition[]
  actions?: readonly ActionDefinition[]
  listeners?: readonly ListenerDefinition[]
  jobs?: readonly JobDefinition[]
  imports?: readonly ImportDefinition[]
  refusals?: readonly Pick<Refusals, 'kinds'>[]
  /** Event types that it appends beyond those of its entities, with what they say. */
  events?: Record<string, string>
  /** Permissions that are not a verb of an entity or action, such as seeing a cost. */
  permissions?: Record<string, PermissionOptions>
  equations?: readonly Equation[]
  /** Hand-written tables, `schema.table`; those with a company carry row security like all others. */
  tables?: readonly string[]
  /** Hand-written tables without a company, with what the app role may do there. */
  installationTables?: Readonly<Record<string, string>>
}

/** Declares a module. */
export const defineModule = <const M extends ModuleDefinition>(options: M): M => options
