/** Records of Gift Wholesale that the examples of the docs page point at. */
import { type EntityEntry, snake } from '#kernel'
import type { App } from '#platform/execution'
import type { RecordIds } from '#surfaces/openapi'

/**
 * The newest record of each entity, and of a document the one that the newest line is of. None before all is loaded.
 */
export async function demoRecordIds({ db, registry }: App): Promise<RecordIds> {
  const [company] = await db.relay`select id from companies.company where slug = 'gift-wholesale'
    and exists (select 1 from auth.user where email = 'owner@cafe.test')`
  const ids = new Map<string, string>()
  if (!company) return ids
  ids.set('companies.company', company.id)
  // Lines come before their documents, so that both are of one sale.
  for (const entry of [...registry.entities.values()].toReversed()) {
    const [row] = await db.relay`
      select * from ${db.relay(entry.table)} where company_id = ${company.id}
        and ${ids.has(entry.address) ? db.relay`id = ${ids.get(entry.address) ?? ''}` : db.relay`true`}
      order by id desc limit 1`
    if (!row) continue
    for (const [address, id] of [[entry.address, String(row.id)], ...linksOf(entry, row, registry.entityOf)] as const) {
      if (!ids.has(address)) ids.set(address, id)
    }
  }
  for (const { address, table } of [...registry.entities.values()].filter(({ verbs }) => verbs.includes('create'))) {
    const [second] = await db.relay`select id from ${db.relay(table)}
      where company_id = ${company.id} and id <> ${ids.get(address) ?? company.id} order by id limit 1`
    if (second) ids.set(`${address}#2`, String(second.id))
  }
  return ids
}

function linksOf(
  { definition }: EntityEntry,
  row: Record<string, unknown>,
  entityOf: App['registry']['entityOf'],
): (readonly [string, string])[] {
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const id = row[`${snake(name)}_id`]
    if (field.kind !== 'link' || !id) return []
    const to = entityOf(field.to())
    return to.verbs.includes('create') ? [] : [[to.address, String(id)] as const]
  })
}
