import { Command } from 'commander'
import { buildRegistry } from '#kernel'
import { readConfig } from '#platform/config'
import { createLogger } from '#platform/telemetry'
import { openStorage, prepareDatabase } from '../boot.ts'
import { modules } from '../modules.ts'

/** `entrepot migrate`: brings the database up to date; harmless when it is. */
export const migrateCommand = (): Command =>
  new Command('migrate').description('Applies the migrations that the database has not seen.').action(async () => {
    const log = createLogger({ service: 'entrepot cli', level: 'error', sync: true })
    const { ownerUrl, embedded } = await openStorage(readConfig(process.env), log)
    try {
      const applied = await prepareDatabase(ownerUrl, { registry: buildRegistry(modules), clock: Date.now })
      process.stdout.write(
        applied.length === 0 ? 'Nothing to apply.\n' : `${applied.map((each) => `applied ${each}`).join('\n')}\n`,
      )
    } finally {
      await embedded?.stop()
    }
  })
