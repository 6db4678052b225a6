/** How far the migrated schema is from the declared one, found on a scratch database. */
import postgres from 'postgres'
import { buildRegistry, type ModuleDefinition } from '#kernel'
import { migrate } from '#platform/db'
import { declaredTables, diff, handWrittenFaults, handWrittenTables, introspect, normalForm } from '#surfaces/tables'
import { foldersOf, installationTablesOf } from '../../processes/module-folders.ts'
import { testDatabase } from '../../tests/database.ts'

/** What one module's migrations lack, a statement each. */
export type Drift = { module: string; statements: string[] }
/** `faults` are hand-written tables that are missing or open, a sentence each. */
export type Drifts = { drifts: Drift[]; faults: string[] }

/** Applies the modules' migrations and compares. Modules come in tier order, with all that they use. */
export async function findDrift(modules: readonly ModuleDefinition[]): Promise<Drifts> {
  const declared = declaredTables(buildRegistry(modules.map(withoutBehaviour)))
  const database = await testDatabase()
  try {
    await migrate(database.url, foldersOf(modules), installationTablesOf(modules))
    const sql = postgres(database.url, { max: 1, onnotice: () => undefined })
    const schemas = modules.map(({ name }) => name)
    const migrated = await introspect(sql, schemas)
    const faults = await handWrittenFaults(sql, modules)
    const wanted = await normalForm(sql, declared)
    const existing = new Set((await sql`select nspname from pg_namespace`).map((row) => String(row.nspname)))
    await sql.end()
    const handWritten = handWrittenTables(modules)
    const drifts = schemas.map((module) => {
      const own = declared.filter((table) => table.module === module)
      const statements = diff(module, { declared: own, wanted, migrated, handWritten })
      if (own.length > 0 && !existing.has(module)) statements.unshift(`create schema ${module}`)
      return { module, statements }
    })
    return { drifts: drifts.filter(({ statements }) => statements.length > 0), faults }
  } finally {
    await database.drop()
  }
}

/** Tables follow from entities alone; what listens to modules that are not loaded would stop the registry. */
const withoutBehaviour = ({ listeners: _, actions: __, ...rest }: ModuleDefinition): ModuleDefinition => rest

/** Statements as the text of an SQL file. */
export const sqlText = (statements: readonly string[]): string => statements.map((each) => `${each};\n`).join('\n')
