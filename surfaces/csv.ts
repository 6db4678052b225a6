/** The door of CSV: files in and out, of every entity with a csv key and every import that a module declares. */
import { join } from 'node:path'

export type { ImportReport } from './csv/answers.ts'
export { detect, sampleBytes } from './csv/detect.ts'
export { type ExportCall, exportEntity } from './csv/export.ts'
export { handOver, type ImportCall, type ImportProgress, type RunImportOptions, runImport } from './csv/import.ts'
export { csvDoors } from './csv/import-doors.ts'
export { readRows } from './csv/read.ts'
export { csvImportRefusals, csvRefusals } from './csv/refusals.ts'
export { type CsvRouteOptions, csvRoutes } from './csv/routes.ts'
export { type ActorOf, type ImportRunner, importRunner, type RunnerOptions, startImports } from './csv/runner.ts'
export { type ImportTarget, targetsFor } from './csv/targets.ts'
export { type UndoCall, undoImport } from './csv/undo.ts'
export { type WriteColumn, writeRows } from './csv/write.ts'

/** The migrations of the tables that imports keep. They refer to no other table, so their place does not matter. */
export const csvMigrations = { module: 'csv', folder: join(import.meta.dirname, 'csv/migrations') }
