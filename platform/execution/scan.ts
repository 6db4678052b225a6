/** All records of a list query, page by page behind the last one: whatever their number, a page is in memory. */
import { type Context, type EntityEntry, refuse } from '#kernel'
import { shapeOf } from './columns.ts'
import { cursorBehind, pageOf } from './list.ts'
import { parseListQuery } from './list-query.ts'
import { type Row, visibleTo } from './records.ts'

/** Records in one statement. */
const scanRows = 1000

/**
 * Reads a list's records without an end to their number, in the order of its `sort`, by id unless told. `reading` lends
 * a context for one page at a time, so that no connection is held while the caller is slow. A record that is changed
 * meanwhile is read once, as it was or as it is, unless the change moves it within the order.
 */
export async function* scanRecords(
  reading: <R>(work: (context: Context) => Promise<R>) => Promise<R>,
  entry: EntityEntry,
  query: Readonly<Record<string, unknown>>,
): AsyncGenerator<Row[], void, undefined> {
  const paging = ['limit', 'page', 'cursor'].find((name) => query[name] !== undefined)
  if (paging) throw refuse('UNKNOWN_FIELD', [{ field: paging, message: 'All records are read: there are no pages.' }])
  const shape = shapeOf(entry)
  let cursor: string | undefined
  do {
    const page = await reading(async (context) => {
      const mayUse = (field: { see?: string }) => !field.see || context.may(field.see)
      const wanted = parseListQuery({ sort: 'id', ...query }, shape, mayUse)
      const rows = await pageOf(context, entry, { ...wanted, limit: scanRows, cursor }, entry.address)
      const shown = rows.slice(0, scanRows)
      const last = rows.length > scanRows ? shown.at(-1) : undefined
      const records = shown.map((row) => visibleTo(context, entry, shape.recordOf(row)))
      return { records, next: last && cursorBehind(entry.address, last) }
    })
    if (page.records.length > 0) yield page.records
    cursor = page.next
  } while (cursor)
}
