/** What an import takes from the company's own record: the currency of bare amounts and the zone of bare times. */
import type { Registry, Sql } from '#kernel'
import type { App } from '#platform/execution'
import type { CompanyFacts } from './plan.ts'

/** Read from the entity whose records are companies; GBP and UTC where the installation has none. */
export async function factsIn(sql: Sql, registry: Registry, companyId: string): Promise<CompanyFacts> {
  const usual = { currency: 'GBP', timeZone: 'UTC' }
  const entry = [...registry.entities.values()].find(({ definition }) => definition.isCompany)
  if (!entry?.definition.fields.currency || !entry.definition.fields.timeZone) return usual
  const [row] = await sql<CompanyFacts[]>`
    select currency, time_zone as "timeZone" from ${sql(entry.table)}
    where company_id = ${companyId} and id = ${companyId}`
  return row ? { ...row } : usual
}

export const companyFacts = (app: App, companyId: string): Promise<CompanyFacts> =>
  app.db.read(companyId, (sql) => factsIn(sql, app.registry, companyId))
