/** Imports as operations: what there is to import into, the runs of a company, and what can be done with one. */
import {
  boolean,
  type Context,
  choice,
  code,
  defineAction,
  defineModule,
  installation,
  integer,
  list,
  Page,
  record,
  refuse,
  type Sql,
  text,
} from '#kernel'
import { fileService } from '#platform/files'
import { registryService } from '#surfaces/doors'
import type { ImportMoved, ImportTargetDescription } from './answers.ts'
import { factsIn } from './company-facts.ts'
import { sampleBytes } from './detect.ts'
import type { ImportOptions } from './plan.ts'
import { previewFile } from './preview.ts'
import { csvImportRefusals, csvRefusals } from './refusals.ts'
import { makeReport } from './report.ts'
import { findRun, listRuns, problemsOfRun, type RunState, type StoredRun } from './run-store.ts'
import { importRunner } from './runner.ts'
import { peek } from './source.ts'
import { targetOf, targetsFor } from './targets.ts'

const id = code({
  label: 'Import',
  required: true,
  max: 36,
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
})

const reading = {
  mapping: record({ label: 'Mapping', help: 'Header of the file to name of the field; empty to leave a column out.' }),
  encoding: choice(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1'], { label: 'Encoding' }),
  separator: choice([',', ';', '\t', '|'], { label: 'Separator' }),
  hasHeader: boolean({ label: 'The first row names the columns' }),
  decimalMark: choice(['.', ','], { label: 'Decimal mark' }),
  dateOrder: choice(['dmy', 'mdy', 'ymd'], { label: 'Order of dates' }),
  timeZone: text({ label: 'Time zone', max: 64, help: "The company's unless told." }),
  currency: text({ label: 'Currency', max: 3, help: "Of amounts without one; the company's unless told." }),
}

const common = { access: 'signed-in', resource: 'settings' } as const
const stateRefusals = ['NOT_FOUND', 'IMPORT_STATE', 'COMPANY_REQUIRED']

const targets = defineAction('targets', {
  ...common,
  label: 'What can be imported',
  says: 'Lists what files can be imported into, with the fields that columns can fill.',
  method: 'GET',
  path: '/imports/targets',
  input: {},
  answersList: true,
  output: { address: text(), label: text(), key: text(), fields: list(record(), { max: 500 }) },
  run: async (context) =>
    targetsFor(context.use(registryService), context.actor).map(
      (target): ImportTargetDescription => ({
        address: target.address,
        label: target.label,
        key: target.kind === 'records' ? (target.identity[0] ?? null) : null,
        fields: target.columns.map(({ name, label, kind, of, field }) => ({
          name,
          label,
          kind,
          required: of === 'value' && field.required && field.default === undefined,
          ...(field.help ? { help: field.help } : {}),
        })),
      }),
    ),
})

const index = defineAction('list', {
  ...common,
  label: 'Imports',
  says: 'Lists the imports that the caller may see, the latest first.',
  method: 'GET',
  path: '/imports',
  input: { page: integer({ min: 1, max: 1000, default: 1 }), limit: integer({ min: 1, max: 200, default: 50 }) },
  answersList: true,
  output: { id: text(), target: text(), state: text(), rows: integer() },
  run: async (context, { page = 1, limit = 50 }) => {
    const { runs, total } = await listRuns(context.sql, context.companyId, {
      targets: widelySeen(context),
      actorId: context.actor.id,
      limit,
      offset: (page - 1) * limit,
    })
    return new Page(
      runs.map((run) => makeReport(run, [])),
      { page, limit, total, totalPages: Math.ceil(total / limit) },
    )
  },
})

const show = defineAction('read', {
  ...common,
  label: 'Import',
  says: 'Tells how far an import is, and what became of its rows.',
  method: 'GET',
  path: '/imports/:id',
  input: { id },
  refuses: ['NOT_FOUND'],
  run: async (context, input) => {
    const run = await visibleRun(context, input.id)
    return makeReport(run, await problemsOfRun(context.sql, context.companyId, run.id))
  },
})

const preview = defineAction('preview', {
  ...common,
  label: 'Preview an import',
  says: 'Shows what an uploaded file would be read as: dialect with evidence, proposed mapping, the first 20 rows.',
  path: '/imports/:id/preview',
  input: { id, ...reading },
  refuses: [...stateRefusals, 'CSV_INVALID', 'FORBIDDEN_KEY'],
  example: { decimalMark: ',' },
  run: async (context, { id: wanted, ...options }) => {
    const run = await visibleRun(context, wanted)
    if (!run.fileKey) throw csvImportRefusals.refuse('IMPORT_STATE', 'The file of this import is not stored.')
    const { stream } = await context.use(fileService).get(run.fileKey)
    const { sample } = await peek(stream)
    stream.destroy()
    const facts = await factsIn(context.sql, context.use(registryService), context.companyId)
    return previewFile(context.use(registryService), {
      actor: context.actor,
      target: run.target,
      sample: sample.subarray(0, sampleBytes),
      options: options as ImportOptions,
      facts,
    })
  },
})

const start = defineAction('run', {
  ...common,
  label: 'Run an import',
  says: 'Queues an uploaded file, or one that had its dry run; a dry run does everything but the writing.',
  path: '/imports/:id/run',
  status: 202,
  input: { id, dryRun: boolean({ label: 'Dry run' }), ...reading },
  refuses: stateRefusals,
  example: { dryRun: true },
  run: async (context, { id: wanted, dryRun = false, ...options }) => {
    const run = await visibleRun(context, wanted)
    const isAgain = run.dryRun && ['done', 'failed', 'cancelled'].includes(run.state)
    if (!run.fileKey || !(run.state === 'uploaded' || isAgain)) throw notNow(run)
    const { sql, companyId } = context
    await sql`delete from csv.import_problem where company_id = ${companyId} and import_id = ${run.id}`
    await sql`
      update csv.import_run set options = ${sql.json(options as never)}, dry_run = ${dryRun}, plan = null, last_row = 0,
        end_offset = null, rows = 0, created = 0, updated = 0, unchanged = 0, skipped = 0, failed = 0,
        errors = 0, notes = 0
      where company_id = ${companyId} and id = ${run.id}`
    return queue(context, run, 'queued')
  },
})

const resume = defineAction('resume', {
  ...common,
  label: 'Resume an import',
  says: 'Goes on behind the last row that was committed.',
  path: '/imports/:id/resume',
  status: 202,
  input: { id },
  refuses: stateRefusals,
  example: {},
  run: async (context, input) => {
    const run = await visibleRun(context, input.id)
    // What was taken back in part cannot go on: its rows would come again.
    const isWhole = run.undone + run.kept === 0
    if (!run.fileKey || !isWhole || !['failed', 'cancelled'].includes(run.state)) throw notNow(run)
    return queue(context, run, 'queued')
  },
})

const undo = defineAction('undo', {
  ...common,
  isDangerous: true,
  label: 'Undo an import',
  says: 'Removes what the import made and puts back what it changed, where nobody has touched it since.',
  path: '/imports/:id/undo',
  status: 202,
  input: { id },
  refuses: stateRefusals,
  example: {},
  run: async (context, input) => {
    const run = await visibleRun(context, input.id)
    if (run.dryRun || !['done', 'failed', 'cancelled'].includes(run.state)) throw notNow(run)
    return queue(context, run, 'undo_queued')
  },
})

const cancel = defineAction('cancel', {
  ...common,
  label: 'Cancel an import',
  says: 'Stops an import behind the batch that is being written. It can be resumed or undone.',
  path: '/imports/:id/cancel',
  input: { id },
  refuses: stateRefusals,
  example: {},
  run: async (context, input) => {
    const run = await visibleRun(context, input.id)
    if (!['queued', 'running'].includes(run.state)) throw notNow(run)
    await setState(context.sql, run, 'cancelled')
    return { id: run.id, state: 'cancelled' }
  },
})

export const csvDoors = defineModule({
  name: 'imports',
  says: 'Files that come in: uploaded, looked at, brought in, gone on with, taken back.',
  uses: [],
  resource: 'settings',
  actions: [targets, index, show, preview, start, resume, undo, cancel],
  refusals: [csvRefusals, csvImportRefusals],
  tables: ['csv.import_run', 'csv.import_problem', 'csv.import_change'],
})

const notNow = ({ state, fileKey }: StoredRun) =>
  csvImportRefusals.refuse(
    'IMPORT_STATE',
    fileKey ? `The import is ${state}.` : 'The file of this import is not stored.',
  )

/** Targets whose imports are seen whoever made them: those that the caller fills for the whole company. */
function widelySeen(context: Context): string[] {
  return targetsFor(context.use(registryService), context.actor)
    .filter((target) => {
      const scopes = target.kind === 'records' ? [target.reach.create, target.reach.update] : [target.scope]
      return scopes.some((scope) => scope === 'all' || scope === 'company')
    })
    .map(({ address }) => address)
}

/** A run of the caller's own, or of a target that they fill for the whole company. NOT_FOUND for all others. */
async function visibleRun(context: Context, wanted: string): Promise<StoredRun> {
  if (context.companyId === installation) throw refuse('COMPANY_REQUIRED')
  const run = await findRun(context.sql, context.companyId, wanted)
  if (!run || !(run.actor.id === context.actor.id || widelySeen(context).includes(run.target)))
    throw refuse('NOT_FOUND')
  targetOf(context.use(registryService), context.actor, run.target)
  return run
}

async function queue(context: Context, run: StoredRun, state: RunState): Promise<ImportMoved> {
  const { sql, actor } = context
  const who = { kind: actor.kind, id: actor.id, name: actor.name }
  await sql`update csv.import_run set actor = ${sql.json(who)}, failure = null, finished_at = null
    where company_id = ${run.companyId} and id = ${run.id}`
  await setState(sql, run, state)
  context.afterCommit(() => context.use(importRunner).wake({ id: run.id, actor }))
  return { id: run.id, state }
}

/** From the state that was read, so that of two calls one is told that it came late. */
async function setState(sql: Sql, run: StoredRun, state: RunState): Promise<void> {
  const [moved] = await sql`
    update csv.import_run set state = ${state}, runner = null, lease_until = null,
      finished_at = case when ${state} = 'cancelled' then now() end
    where company_id = ${run.companyId} and id = ${run.id} and state = ${run.state} returning id`
  if (!moved) throw csvImportRefusals.refuse('IMPORT_STATE', 'The import has moved on meanwhile.')
}
