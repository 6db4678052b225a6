/** What can be done with one record, of all that can be done. */
import type { ActionDescription, EntityDescription, FieldDescription } from '#web/data/description.ts'
import type { AnyRecord } from '#web/data/queries.ts'

export type Offer = {
  action: ActionDescription
  /** What it asks for; its record is known and not asked. */
  input: FieldDescription[]
  /** It stands in none of the states that the move begins in. */
  isOut: boolean
}

/** Moves between states and actions written by hand that are about one record; those that only read come last. */
export function offersFor(
  entity: EntityDescription,
  record: AnyRecord,
  actions: readonly ActionDescription[],
): Offer[] {
  const state = entity.state ? String(record[entity.state]) : undefined
  return actions
    .filter((action) => action.entity === entity.name && action.verb === null && /\/:id(\/|$)/.test(action.path))
    .map((action) => ({
      action,
      input: action.input.filter(({ name }) => name !== 'id' && name !== 'version'),
      isOut: action.transition !== null && state !== undefined && !action.transition.from.includes(state),
    }))
    .toSorted((a, b) => rank(a) - rank(b))
}

const rank = ({ action }: Offer): number => (action.method === 'GET' ? 2 : action.transition ? 0 : 1)
