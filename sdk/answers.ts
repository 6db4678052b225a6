// Written by tools/sdk.ts from the registry.
/** What the doors of imports answer. Types only; the SDK has this file too. */

/** Something detected about a file: how sure (0 to 1) and the evidence as a sentence that a person can check. */
export type ImportFinding<T> = { value: T; confidence: number; evidence: string; ambiguous?: boolean }

export type ImportDetected = {
  encoding: ImportFinding<string>
  separator: ImportFinding<string>
  quote: ImportFinding<string | null>
  hasHeader: ImportFinding<boolean>
  columns: { name: string; decimalMark?: ImportFinding<string>; dateOrder?: ImportFinding<string> }[]
}

export type ImportProblem = { row: number; column?: string; code: string; message: string }
export type ImportRemark = { row: number; message: string }

export type ImportState =
  | 'uploaded'
  | 'queued'
  | 'running'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'undo_queued'
  | 'undoing'
  | 'undone'

/**
 * Counts are of rows: `created + updated + unchanged + skipped + failed` is `rows`. `errors` and `notes` hold the first
 * 1,000; `errorCount` and `noteCount` are complete. `kept` says what an undo could not take back.
 */
export type ImportReport = {
  id: string
  target: string
  fileName: string
  state: ImportState
  dryRun: boolean
  rows: number
  created: number
  updated: number
  unchanged: number
  skipped: number
  failed: number
  errorCount: number
  noteCount: number
  errors: ImportProblem[]
  notes: ImportRemark[]
  undone: number
  keptCount: number
  kept: ImportRemark[]
  failure: { code: string; message: string; details: unknown[] } | null
  /** What its caller said of how to read the file, to say it again when a dry run is followed by the run. */
  options: Record<string, unknown>
  mapping: Record<string, string>
  unmapped: string[]
  detected: ImportDetected | null
  bytesDone: number | null
  bytesTotal: number | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

/** What a file would be read as. `values` of a row are by field; links show what the cell says. */
export type ImportPreview = {
  detected: ImportDetected
  header: string[]
  mapping: Record<string, string>
  unmapped: string[]
  timeZone: string
  currency: string
  proposal: {
    /** `score` runs from 0 to 1; `why` is a sentence. */
    mapped: { header: string; target: string; how: 'name' | 'alias' | 'similar'; score: number; why: string }[]
    unmapped: { header: string; why: string }[]
    unfilled: string[]
  }
  /** Fields that a record needs and no column fills. */
  missing: string[]
  /** The first cells of each column that say something, at most three, as they stand in the file. */
  samples: Record<string, string[]>
  previewed: { row: number; values: Record<string, unknown>; problems: ImportProblem[] }[]
}

export type ImportUploaded = ImportPreview & { id: string; target: string; fileName: string; bytes: number }

/** What can be imported into. */
export type ImportTargetDescription = {
  address: string
  label: string
  /** The column by which a record is known; null where rows become documents. */
  key: string | null
  fields: { name: string; label: string; kind: string; required: boolean; help?: string }[]
}

export type ImportMoved = { id: string; state: ImportState }
