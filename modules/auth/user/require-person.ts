/** Profiles, passwords and sessions belong to people: an API key has none, and must not act on its maker's. */
import { type Context, refuse } from '#kernel'

/** The id of the person who calls. Refuses FORBIDDEN for keys. */
export function requirePerson({ actor }: Pick<Context, 'actor'>): string {
  if (actor.kind !== 'user') throw refuse('FORBIDDEN', 'Only a signed-in person can do this, not an API key.')
  return actor.id
}
