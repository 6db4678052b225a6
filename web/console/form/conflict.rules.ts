/** Two people have changed one record: which fields are in question, and what comes of the choice. */
import { isSame, type Values } from './values.rules.ts'

export type Side = 'yours' | 'theirs'
export type Conflict = {
  field: string
  yours: unknown
  theirs: unknown
  before: unknown
  /** Where only one of them changed it, that is taken unless one says otherwise. Where both did, nothing is. */
  usual: Side | undefined
}

export function conflictsOf(names: readonly string[], before: Values, yours: Values, theirs: Values): Conflict[] {
  return names.flatMap((field) => {
    const each = { field, before: before[field], yours: yours[field], theirs: theirs[field] }
    if (isSame(each.yours, each.theirs)) return []
    const isMine = !isSame(each.yours, each.before)
    const isTheirs = !isSame(each.theirs, each.before)
    return [{ ...each, usual: isMine && isTheirs ? undefined : isMine ? 'yours' : 'theirs' }]
  })
}

/** The values that stand: theirs, with what was chosen of one's own. */
export function settled(
  conflicts: readonly Conflict[],
  chosen: Readonly<Record<string, Side | undefined>>,
  theirs: Values,
): Values {
  const own = conflicts.filter(({ field, usual }) => (chosen[field] ?? usual) === 'yours')
  return { ...theirs, ...Object.fromEntries(own.map(({ field, yours }) => [field, yours])) }
}
