/**
 * The doctor: proves over live data that sums are what they are said to be. Every module brings its equations; the
 * platform adds its own. A query answers the rows that break an equation, so no row means that it holds.
 */
import type postgres from 'postgres'
import type { EntityEntry, Equation, Registry } from '#kernel'
import { shapeOf } from '#platform/execution'

export type Finding = {
  equation: string
  says: string
  /** Breaches found, at most `breachesMax`; empty when the equation holds. */
  breaches: readonly Record<string, unknown>[]
  milliseconds: number
}

const breachesMax = 20

/** Checks every equation, one after the other, as the relay role. `now` counts milliseconds for the report. */
export async function* examine(sql: postgres.Sql, registry: Registry, now: () => number): AsyncGenerator<Finding> {
  for (const equation of equationsOf(registry)) {
    const start = now()
    const breaches = await sql.unsafe(`select * from (${equation.sql}) as breach limit ${breachesMax}`)
    yield { equation: equation.name, says: equation.says, breaches, milliseconds: Math.round(now() - start) }
  }
}

/** All equations of an installation, platform first. */
export function equationsOf(registry: Registry): Equation[] {
  const modules = registry.equations.map((equation) => ({ ...equation, name: `${equation.module}.${equation.name}` }))
  return [...changesHaveEvents(registry), ...platformEquations, ...modules]
}

const platformEquations: readonly Equation[] = [
  {
    name: 'event-log.applied-once',
    says: 'No listener counts an event as applied that is also waiting to be applied.',
    sql: `select d.company_id, d.listener as what, d.event_seq from event_log.delivery d
      join event_log.inbox i on i.listener = d.listener and i.event_seq = d.event_seq and i.company_id = d.company_id`,
  },
]

/** Each record's version is the number of its events: one event for each committed change, none lost, none twice. */
function changesHaveEvents(registry: Registry): Equation[] {
  return [...registry.entities.values()].filter(isWrittenByActions).map((entry) => ({
    name: `${entry.address}.one-event-per-change`,
    says: `Every change of a ${entry.definition.label.toLowerCase()} has exactly one event.`,
    sql: `select r.company_id, r.id::text as what, r.version, e.events, e.latest
      from ${shapeOf(entry).table} r
      left join (select company_id, subject_id, count(version) as events, max(version) as latest from event_log.event
        where entity = '${entry.address}' and version is not null group by 1, 2) e
        on e.company_id = r.company_id and e.subject_id = r.id
      where r.created_at >= (select coalesce(min(at), now()) from event_log.event)
        and (e.latest is distinct from r.version or e.events is distinct from r.version::bigint)`,
  }))
}

/** Entities that only the system writes (stock levels, lines) change with the events of their documents. */
const isWrittenByActions = ({ verbs, definition }: EntityEntry): boolean =>
  verbs.includes('create') || verbs.includes('update') || Object.keys(definition.transitions ?? {}).length > 0
