/** Gathers rows into batches: so many rows for records, whole documents for documents. */
import type { ImportedRow } from './rows.ts'

/** Rows that are written in one transaction. */
export const batchRows = 500

/** A document of more rows is refused, so that one file cannot fill the memory as one document. */
const documentRows = 10_000

/** Batches of at most `size` rows. */
export async function* batchesOf(rows: AsyncIterable<ImportedRow>, size = batchRows) {
  let batch: ImportedRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/**
 * Neighbouring rows with the same value of a property; each row alone without one. A document of more than `most` rows
 * comes in parts, each of which has the problem that it is too long, so that none of them is brought in alone.
 */
export async function* documentsOf(
  rows: AsyncIterable<ImportedRow>,
  property: string | undefined,
  most = documentRows,
) {
  let document: ImportedRow[] = []
  let isPart = false
  for await (const row of rows) {
    const [first] = document
    const isSame = first && property !== undefined && groupOf(first, property) === groupOf(row, property)
    if (first && (!isSame || document.length >= most)) {
      yield isSame || isPart ? tooLong(document, most) : document
      isPart = isSame === true
      document = []
    }
    document.push(row)
  }
  if (document.length > 0) yield isPart ? tooLong(document, most) : document
}

function tooLong(document: ImportedRow[], most: number): ImportedRow[] {
  const [first] = document
  const message = `a document has at most ${most} rows: this is a part of a longer one`
  first?.problems.push({ row: first.row, code: 'VALIDATION_FAILED', message })
  return document
}

const groupOf = ({ values, links }: ImportedRow, property: string): string =>
  JSON.stringify(links.get(property) ?? values[property] ?? null)
