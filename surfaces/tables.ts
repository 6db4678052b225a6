/** The `tables` surface: the schema that the registry declares, the one that is migrated, and the way between. */
export type { DeclaredColumn } from './tables/columns.ts'
export { type DeclaredTable, declaredTables } from './tables/declared.ts'
export { type Difference, diff } from './tables/diff.ts'
export { handWrittenFaults, handWrittenTables } from './tables/hand-written.ts'
export { introspect, normalForm, type Schema } from './tables/introspect.ts'
