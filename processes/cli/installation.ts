/** Opens the installation for one command and lets go of it afterwards. */
import { installation, refuse } from '#kernel'
import { type Config, readConfig } from '#platform/config'
import { type App, systemActor } from '#platform/execution'
import { createLogger } from '#platform/telemetry'
import { openApp, openStorage } from '../boot.ts'

export type Opened = { app: App; config: Config; ownerUrl: string }

/** Runs a command's work on the open installation. Log lines go to standard error only when something is wrong. */
export async function withInstallation<R>(work: (opened: Opened) => Promise<R>): Promise<R> {
  const config = readConfig(process.env)
  const log = createLogger({ service: 'entrepot cli', level: 'error', sync: true })
  const { ownerUrl, embedded } = await openStorage(config, log)
  try {
    const { app } = await openApp({ ...config, databasePool: Math.min(config.databasePool, 4) }, ownerUrl, log)
    try {
      return await work({ app, config, ownerUrl })
    } finally {
      await app.db.close()
    }
  } finally {
    await embedded?.stop()
  }
}

/** The id of the company with this slug or id. Refuses NOT_FOUND naming those there are. */
export async function companyId({ app }: Opened, named: string): Promise<string> {
  const rows = await app.db.relay`select id, slug from companies.company order by slug limit 200`
  const found = rows.find((row) => row.id === named || row.slug === named)
  if (found) return found.id as string
  throw refuse('NOT_FOUND', `There is no company ${named}. Known: ${rows.map((row) => row.slug).join(', ') || 'none'}.`)
}

/** Who the command line is in the audit log. */
export const operator = (app: App, company: string = installation) => systemActor(app, 'command line', company)
