/**
 * Lists: one statement for the page and one for the count, sent together. With words the rows that have them are looked
 * up first, and a page is taken from these where they are few.
 */
import { createHmac } from 'node:crypto'
import { type Context, type EntityEntry, Page, refuse } from '#kernel'
import { shapeOf } from './columns.ts'
import { type Filter, type ListQuery, parseListQuery } from './list-query.ts'
import { companyCondition, readCondition } from './reach.ts'
import { visibleTo } from './records.ts'
import { Statement } from './statement.ts'

/** Beyond this many rows a list says "more than" instead of counting on; sooner where words are looked for. */
const countMax = 10_000
const foundMax = 1_000

/** A page of an entity within the caller's reach. `cursorKey` signs the cursors. */
export async function listRecords(
  context: Context,
  entry: EntityEntry,
  query: Readonly<Record<string, unknown>>,
  cursorKey: string,
): Promise<Page> {
  const shape = shapeOf(entry)
  const wanted = parseListQuery(query, shape, (field) => !field.see || context.may(field.see))
  const signing = `${cursorKey}|${context.companyId}|${entry.address}|${wanted.sort.column}|${wanted.sort.descending}`
  const find = wanted.words.length > 0 ? findWords : readThrough
  const { rows, counted } = await find(context, entry, wanted, signing)
  const more = rows.length > wanted.limit
  const shown = rows.slice(0, wanted.limit)
  const last = shown.at(-1)
  const most = mostCounted(wanted)
  const isCapped = counted > most
  return new Page(
    shown.map((row) => visibleTo(context, entry, shape.recordOf(row))),
    {
      page: wanted.page,
      limit: wanted.limit,
      total: isCapped ? null : counted,
      totalPages: isCapped ? null : Math.ceil(counted / wanted.limit),
      ...(isCapped ? { totalMoreThan: most } : {}),
      nextCursor: more && last ? cursorBehind(signing, last) : null,
    },
  )
}

type Found = { rows: unknown[][]; counted: number }

async function readThrough(context: Context, entry: EntityEntry, wanted: ListQuery, signing: string): Promise<Found> {
  const [rows, counted] = await Promise.all([pageOf(context, entry, wanted, signing), countOf(context, entry, wanted)])
  return { rows, counted }
}

/**
 * Left to choose, the planner reads the list in its order until the page is full wherever its samples say that a word
 * is not rare, and reads all of it for a word that stands at the end only. So it is asked for the matches alone, which
 * the index finds; only what has more than a thousand is read in order, where a page is soon full.
 */
async function findWords(context: Context, entry: EntityEntry, wanted: ListQuery, signing: string): Promise<Found> {
  const statement = new Statement()
  const where = conditionsOf(context, entry, wanted, statement)
  const limit = statement.value(foundMax + 1)
  const [row] = await send(
    context,
    statement,
    wanted,
    `select count(*)::int, case when count(*) <= ${foundMax} then json_agg(id) end
     from (select id from ${entry.table} where ${where} limit ${limit}) as found`,
  )
  const counted = Number(row?.[0])
  if (counted > foundMax) return { rows: await pageOf(context, entry, wanted, signing), counted }
  const ids = (row?.[1] ?? []) as string[]
  const rows = ids.length === 0 ? [] : await pageOf(context, entry, { ...wanted, words: [], filters: [], ids }, signing)
  return { rows, counted }
}

/**
 * One row more than the limit, to tell whether there are more. Ends with the key of its place, for `cursorBehind`.
 * `ids` are those that were found: the page is taken from them, still within reach.
 */
export async function pageOf(
  context: Context,
  entry: EntityEntry,
  wanted: ListQuery & { ids?: readonly string[] },
  signing: string,
) {
  const shape = shapeOf(entry)
  const statement = new Statement()
  const { column, descending } = wanted.sort
  let where = conditionsOf(context, entry, wanted, statement)
  if (wanted.ids) where += ` and id = any(${statement.value(wanted.ids)}::uuid[])`
  const direction = descending ? 'desc' : 'asc'
  if (wanted.cursor) where += afterCursor(wanted, statement, signing)
  const offset =
    wanted.cursor || wanted.page === 1 ? '' : ` offset ${statement.value((wanted.page - 1) * wanted.limit)}`
  const order = column === 'id' ? `id ${direction}` : `"${column}" ${direction} nulls last, id ${direction}`
  return send(
    context,
    statement,
    wanted,
    `select ${shape.select}, "${column}"::text as "sortKey" from ${shape.table} where ${where}
     order by ${order} limit ${statement.value(wanted.limit + 1)}${offset}`,
  )
}

async function countOf(context: Context, entry: EntityEntry, wanted: ListQuery): Promise<number> {
  const statement = new Statement()
  const where = conditionsOf(context, entry, wanted, statement)
  const limit = statement.value(mostCounted(wanted) + 1)
  const [row] = await send(
    context,
    statement,
    wanted,
    `select count(*)::int as count from (select 1 from ${entry.table} where ${where} limit ${limit}) as t`,
  )
  return Number(row?.[0])
}

const mostCounted = ({ words }: ListQuery): number => (words.length > 0 ? foundMax : countMax)

/** Words are planned for as they are: a rare one is best found by its index, a common one in the order of the list. */
const send = ({ sql }: Context, statement: Statement, { words }: ListQuery, text: string) =>
  statement.rows(sql, text, { planned: words.length > 0 })

function conditionsOf(context: Context, entry: EntityEntry, wanted: ListQuery, statement: Statement): string {
  const own = companyCondition(statement, context, entry)
  const reach = readCondition(statement, { ...context, entry, shape: shapeOf(entry) })
  const filters = wanted.filters.map((filter) => ` and ${filterCondition(filter, statement)}`).join('')
  return own + reach + filters + wordsCondition(wanted.words, statement)
}

/**
 * Words of three letters and more are found anywhere by trigrams; shorter ones at the beginning of a word. Beside a
 * longer word a short one is no reason to use an index (`is true`): most rows may have it, and all of them were read.
 */
export function wordsCondition(words: readonly string[], statement: Statement): string {
  const isAlone = !words.some(isLong)
  return words.map((word) => ` and ${wordCondition(word, statement, isAlone)}`).join('')
}

const lettersOf = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '')
const isLong = (word: string): boolean => word.length >= 3 || lettersOf(word).length === 0

function wordCondition(word: string, statement: Statement, isAlone: boolean): string {
  if (isLong(word)) return `search_text like ${statement.value(`%${likeLiteral(word)}%`)}`
  const query = `to_tsquery('simple', ${statement.value(`${lettersOf(word)}:*`)})`
  const begins = `to_tsvector('simple', search_text) @@ ${query}`
  return isAlone ? begins : `(${begins}) is true`
}

const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

function filterCondition({ column, kind, operator, value }: Filter, statement: Statement): string {
  const name = `"${column}"`
  switch (operator) {
    case 'eq':
      return `${name} = ${statement.value(value)}`
    case 'ne':
      return `${name} is distinct from ${statement.value(value)}`
    case 'lt':
      return `${name} < ${statement.value(value)}`
    case 'lte':
      return `${name} <= ${statement.value(value)}`
    case 'gt':
      return `${name} > ${statement.value(value)}`
    case 'gte':
      return `${name} >= ${statement.value(value)}`
    case 'in':
      return `${name} = any(${statement.value(value)})`
    case 'contains':
      if (kind === 'tags') return `${name} @> array[${statement.value(value)}]`
      return `${name} ilike ${statement.value(`%${likeLiteral(String(value))}%`)}`
    case 'empty':
      return value ? `${name} is null` : `${name} is not null`
  }
}

function afterCursor(wanted: ListQuery, statement: Statement, signing: string): string {
  const { key, id } = readCursor(signing, wanted.cursor ?? '')
  const { column, descending } = wanted.sort
  const sign = descending ? '<' : '>'
  if (column === 'id') return ` and id ${sign} ${statement.value(id)}`
  if (key === null) return ` and "${column}" is null and id ${sign} ${statement.value(id)}`
  const at = statement.value(key)
  const isTied = `"${column}" = ${at} and id ${sign} ${statement.value(id)}`
  return ` and ("${column}" ${sign} ${at} or "${column}" is null or (${isTied}))`
}

/** The cursor of what follows a row of `pageOf`. */
export function cursorBehind(signing: string, row: readonly unknown[]): string {
  const body = Buffer.from(JSON.stringify([row.at(-1), row[0]])).toString('base64url')
  return `${body}.${seal(signing, body)}`
}

function readCursor(signing: string, cursor: string): { key: string | null; id: string } {
  const [body = '', mark = ''] = cursor.split('.')
  if (cursor.length > 2000 || mark !== seal(signing, body)) throw refuse('CURSOR_INVALID')
  const [key, id] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string | null, string]
  return { key, id }
}

const seal = (signing: string, body: string): string =>
  createHmac('sha256', signing).update(body).digest('base64url').slice(0, 16)
