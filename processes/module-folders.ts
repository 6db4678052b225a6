/** What the database gets from a list of modules: where their migrations lie, and their tables without a company. */
import { join } from 'node:path'
import type { ModuleDefinition } from '#kernel'
import type { MigrationFolder } from '#platform/db'
import { csvDoors, csvMigrations } from '#surfaces/csv'

/** The folders of migrations, in the order in which they apply. Imports are a surface's and keep theirs beside it. */
export const foldersOf = (modules: readonly ModuleDefinition[]): MigrationFolder[] =>
  modules.map(({ name }) =>
    name === csvDoors.name
      ? csvMigrations
      : { module: name, folder: join(import.meta.dirname, '../modules', name, 'migrations') },
  )

/** Tables without a company, from all manifests, with what the app role may do there. */
export const installationTablesOf = (modules: readonly ModuleDefinition[]): Record<string, string> =>
  Object.assign({}, ...modules.map((module) => module.installationTables ?? {}))
