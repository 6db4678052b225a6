// Written by tools/sdk.ts from the registry.

import type { ImportTargetDescription, ImportReport, ImportPreview, ImportMoved } from './answers.ts'

export type ImportsPreviewBody = {
  mapping?: Record<string, unknown>
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'latin1'
  separator?: ',' | ';' | '	' | '|'
  hasHeader?: boolean
  decimalMark?: '.' | ','
  dateOrder?: 'dmy' | 'mdy' | 'ymd'
  timeZone?: string
  currency?: string
}

export type ImportsRunBody = {
  dryRun?: boolean
  mapping?: Record<string, unknown>
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'latin1'
  separator?: ',' | ';' | '	' | '|'
  hasHeader?: boolean
  decimalMark?: '.' | ','
  dateOrder?: 'dmy' | 'mdy' | 'ymd'
  timeZone?: string
  currency?: string
}

export type ImportsResumeBody = Record<string, never>

export type ImportsUndoBody = Record<string, never>

export type ImportsCancelBody = Record<string, never>

export interface ImportsRoutes {
  /** Lists what files can be imported into, with the fields that columns can fill. `imports.targets`, signed-in. */
  'GET /imports/targets': {
    params: never
    query: never
    body: never
    answer: ImportTargetDescription
    isList: true
    refuses: never
  }
  /** Lists the imports that the caller may see, the latest first. `imports.list`, signed-in. */
  'GET /imports': {
    params: never
    query: {
      page?: number
      limit?: number
    }
    body: never
    answer: ImportReport
    isList: true
    refuses: never
  }
  /** Tells how far an import is, and what became of its rows. `imports.read`, signed-in. */
  'GET /imports/:id': {
    params: { id: string }
    query: never
    body: never
    answer: ImportReport
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Shows what an uploaded file would be read as: dialect with evidence, proposed mapping, the first 20 rows. `imports.preview`, signed-in. */
  'POST /imports/:id/preview': {
    params: { id: string }
    query: never
    body: ImportsPreviewBody
    answer: ImportPreview
    isList: false
    refuses: 'NOT_FOUND' | 'IMPORT_STATE' | 'COMPANY_REQUIRED' | 'CSV_INVALID' | 'FORBIDDEN_KEY'
  }
  /** Queues an uploaded file, or one that had its dry run; a dry run does everything but the writing. `imports.run`, signed-in. */
  'POST /imports/:id/run': {
    params: { id: string }
    query: never
    body: ImportsRunBody
    answer: ImportMoved
    isList: false
    refuses: 'NOT_FOUND' | 'IMPORT_STATE' | 'COMPANY_REQUIRED'
  }
  /** Goes on behind the last row that was committed. `imports.resume`, signed-in. */
  'POST /imports/:id/resume': {
    params: { id: string }
    query: never
    body: ImportsResumeBody
    answer: ImportMoved
    isList: false
    refuses: 'NOT_FOUND' | 'IMPORT_STATE' | 'COMPANY_REQUIRED'
  }
  /** Removes what the import made and puts back what it changed, where nobody has touched it since. `imports.undo`, signed-in. */
  'POST /imports/:id/undo': {
    params: { id: string }
    query: never
    body: ImportsUndoBody
    answer: ImportMoved
    isList: false
    refuses: 'NOT_FOUND' | 'IMPORT_STATE' | 'COMPANY_REQUIRED'
  }
  /** Stops an import behind the batch that is being written. It can be resumed or undone. `imports.cancel`, signed-in. */
  'POST /imports/:id/cancel': {
    params: { id: string }
    query: never
    body: ImportsCancelBody
    answer: ImportMoved
    isList: false
    refuses: 'NOT_FOUND' | 'IMPORT_STATE' | 'COMPANY_REQUIRED'
  }
}
