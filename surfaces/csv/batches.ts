/** Gathers rows into batches: so many rows for records, whole documents for documents. */
import type { ImportedRow } from './rows.ts'

/** Rows that are written in one transaction. */
export const batchRows = 500

/** A document of more rows is refused, so that one file cannot fill the memory as one document. */
export const documentRows = 10_000

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

/** Neighbouring rows with the same value of a property; each row alone without one. */
export async function* documentsOf(rows: AsyncIterable<ImportedRow>, property: string | undefined) {
  let document: ImportedRow[] = []
  for await (const row of rows) {
    const [first] = document
    const isSame = first && property !== undefined && groupOf(first, property) === groupOf(row, property)
    if (first && (!isSame || document.length >= documentRows)) {
      yield document
      document = []
    }
    document.push(row)
  }
  if (document.length > 0) yield document
}

const groupOf = ({ values, links }: ImportedRow, property: string): string =>
  JSON.stringify(links.get(property) ?? values[property] ?? null)
