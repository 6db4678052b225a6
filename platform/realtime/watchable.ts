/** Whether somebody may watch: what they may read, they may watch. Foreign, missing and hidden look alike. */
import type { Actor, EntityEntry, Registry, Scope, Sql } from '#kernel'
import { type App, readCondition, Statement, shapeOf } from '#platform/execution'
import type { Topic } from './topics.rules.ts'

/** The places in the list of those topics that may not be watched. */
export async function unwatchable(
  app: App,
  { actor, companyId }: { actor: Actor; companyId: string },
  topics: readonly Topic[],
): Promise<number[]> {
  const found = topics.map((topic) => recordOf(app.registry, actor, topic))
  const asked = found.filter((record) => record !== undefined && record !== true)
  const readable = asked.length === 0 ? new Set<string>() : await readableOf(app, { actor, companyId }, asked)
  const isOpen = (record: Asked | true | undefined) =>
    record === true || (record !== undefined && readable.has(keyOf(record)))
  return found.flatMap((record, index) => (isOpen(record) ? [] : [index]))
}

type Asked = { entry: EntityEntry; scope: Scope; id: string }
const keyOf = ({ entry, id }: Asked): string => `${entry.address} ${id}`

/** The record behind a topic; true where it need not be looked up, undefined where there is no right to it. */
function recordOf(registry: Registry, actor: Actor, topic: Topic): Asked | true | undefined {
  if (topic.kind === 'company') return true
  if (topic.kind === 'shop' && actor.shopIds.includes(topic.id)) return true
  const entry = topic.kind === 'shop' ? shopEntry(registry) : registry.entities.get(topic.entity)
  const scope = entry && actor.grants.get(`${entry.address}.read`)
  return entry && scope ? { entry, scope, id: topic.id } : undefined
}

/** The entity whose records are the shops that others belong to. */
const shopEntry = (registry: Registry): EntityEntry | undefined =>
  [...registry.entities.values()].find(({ definition }) => definition.shop === 'id')

/** One statement for each entity, however many records. */
async function readableOf(
  app: App,
  { actor, companyId }: { actor: Actor; companyId: string },
  asked: readonly Asked[],
): Promise<Set<string>> {
  const groups = [...Map.groupBy(asked, ({ entry }) => entry)]
  const read = (sql: Sql) =>
    groups.map(async ([entry, records]) => {
      const shape = shapeOf(entry)
      const statement = new Statement()
      const scope = records[0]?.scope ?? 'own'
      const ids = statement.value(records.map(({ id }) => id))
      const where = `company_id = ${statement.value(companyId)} and id = any(${ids}::uuid[])`
      const reach = readCondition(statement, { actor, scope, entry, shape })
      const rows = await statement.run(sql, `select id from ${shape.table} where ${where}${reach}`)
      return rows.map(({ id }) => `${entry.address} ${id}`)
    })
  return new Set(await app.db.read(companyId, async (sql) => (await Promise.all(read(sql))).flat()))
}
