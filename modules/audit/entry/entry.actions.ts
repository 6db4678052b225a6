/** Reading the audit log by person, by record, and as a file. */
import { type Context, Download, date, defineAction, integer, Page, type ReadAgain, text } from '#kernel'
import { entry } from './entry.entity.ts'

const pageFields = {
  limit: integer({ min: 1, max: 200, default: 50, help: 'Entries on a page.' }),
  before: integer({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    help: 'Only entries before this position; the last one you saw.',
  }),
}
const output = {
  position: integer(),
  at: text(),
  action: text(),
  resourceType: text(),
  resourceId: text(),
  actorName: text(),
}
type PageInput = { limit?: number | undefined; before?: number | undefined }

/** The columns of an entry as they are answered. */
export const entryColumns = (sql: Context['sql']) => sql`
  id, position, at, action, resource_type as "resourceType", resource_id as "resourceId",
  resource_version as "resourceVersion", actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
  before, after, changed, request_id as "requestId", event_seq as "eventSeq", previous_seal as "previousSeal", seal`

async function pageOf(
  context: Context,
  { limit = 50, before }: PageInput,
  condition: ReturnType<Context['sql']>,
): Promise<Page> {
  const { sql, companyId } = context
  const rows = await sql`select ${entryColumns(sql)} from audit.entry
    where company_id = ${companyId} and ${condition} and position < ${before ?? Number.MAX_SAFE_INTEGER}
    order by position desc limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const isMore = rows.length > limit
  return new Page(shown, {
    limit,
    page: null,
    total: null,
    totalPages: null,
    next: isMore ? (shown.at(-1)?.position ?? null) : null,
  })
}

export const byUser = defineAction('byUser', {
  label: 'Entries of a person',
  says: 'What one person did, newest first.',
  entity: () => entry,
  method: 'GET',
  path: '/audit/user/:userId',
  permission: 'audit.entry.read',
  answersList: true,
  input: { userId: text({ required: true, max: 100 }), ...pageFields },
  output,
  run: (context, { userId, ...page }) => pageOf(context, page, context.sql`actor_id = ${userId}`),
})

export const byResource = defineAction('byResource', {
  label: 'Entries of a record',
  says: 'What happened to one record, newest first. The type is an address such as catalog.product, or its last word.',
  entity: () => entry,
  method: 'GET',
  path: '/audit/resource/:resourceType/:resourceId',
  permission: 'audit.entry.read',
  answersList: true,
  input: {
    resourceType: text({ required: true, max: 100 }),
    resourceId: text({ required: true, max: 36 }),
    ...pageFields,
  },
  output,
  run: (context, { resourceType, resourceId, ...page }) => {
    const { sql } = context
    const isAddress = resourceType.includes('.')
    const type = isAddress ? sql`resource_type = ${resourceType}` : sql`resource_type like ${`%.${resourceType}`}`
    return pageOf(context, page, sql`${type} and resource_id = ${resourceId}`)
  },
})

export const exportEntries = defineAction('export', {
  label: 'Export the audit log',
  says: 'The audit log of a range of days as JSON lines, oldest first, with the seals.',
  entity: () => entry,
  method: 'GET',
  path: '/audit/export',
  answersFile: true,
  right: 'read',
  input: { from: date({ help: 'First day, UTC.' }), to: date({ help: 'Last day, UTC.' }) },
  run: async ({ companyId }, { from = '1970-01-01', to = '9999-12-30' }) =>
    new Download('audit.jsonl', 'application/x-ndjson; charset=utf-8', (read) =>
      linesOf(read, { companyId, from, to }),
    ),
})

const batchSize = 1_000

/** Page by page, so that the size of the log does not matter. */
async function* linesOf(
  read: ReadAgain,
  range: { companyId: string; from: string; to: string },
): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await read(
      (sql) => sql`select ${entryColumns(sql)} from audit.entry
      where company_id = ${range.companyId} and position > ${after}
        and at >= ${range.from}::date and at < ${range.to}::date + 1 order by position limit ${batchSize}`,
    )
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    const last = rows.at(-1)
    if (rows.length < batchSize || !last) return
    after = Number(last.position)
  }
}
