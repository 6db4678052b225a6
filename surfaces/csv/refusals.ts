import { defineRefusals } from '#kernel'

/** The codes of CSV files. Too many bytes answers the core's `PAYLOAD_TOO_LARGE`, a bad name its `FORBIDDEN_KEY`. */
export const csvRefusals = defineRefusals({
  CSV_INVALID: { status: 422, says: 'The CSV file cannot be read as it is. The details name each row and column.' },
})

/** The codes of imports as a whole. */
export const csvImportRefusals = defineRefusals({
  IMPORT_RUNNING: { status: 409, says: 'Another import of the company is running. Wait for it, or cancel it.' },
  IMPORT_STATE: { status: 409, says: 'The import is not in a state in which this can be done.' },
})

/** At most so many rows and columns are named in one refusal: more helps nobody to repair a file. */
export const maxProblems = 100

/** One thing wrong with a file. `row` counts as a spreadsheet does (header = 1), `column` is a name or a position. */
export type CsvProblem = { row?: number; column?: string | number; message: string }

/** Names that reach the prototype of an object; never a header, never a target of a mapping. */
const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a header or target name is one of the three that may never become a property. */
export const isForbiddenName = (name: string): boolean => forbiddenNames.has(name.trim())
