/** What was odd in the demo's file, written beside the data for a person to look through. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeRows } from '#surfaces/csv'
import type { DemoReport } from './load.ts'

/** Writes the notes of a report, by row, as CSV. Answers the line for the terminal; undefined where nothing was odd. */
export async function writeNotes(folder: string, { notes = [], importId }: DemoReport): Promise<string | undefined> {
  if (notes.length === 0) return undefined
  const path = join(folder, 'demo-notes.csv')
  await mkdir(folder, { recursive: true })
  const rows = notes.map(({ row, message }) => ({ row: String(row), note: message }))
  const columns = [{ name: 'row', isNumber: true }, { name: 'note' }]
  await pipeline(writeRows(rows, { columns }), createWriteStream(path))
  const inReport = importId ? `; those of the invoices also at GET /api/imports/${importId}` : ''
  return `what was odd in the file and what became of it, ${notes.length} notes by row: ${path}${inReport}`
}
