/**
 * Fields of kind `secret` at rest. They are sealed on their way into the table, bound to company, entity and field, and
 * never read with the record; who needs one in the clear selects its column and opens it.
 */
import type { Context, EntityEntry } from '#kernel'
import { secretBoxService } from '#platform/identity'

type Place = { companyId: string; entity: string; field: string }

/** What a sealed value is bound to: copied elsewhere, it does not open. */
export const placeOfSecret = ({ companyId, entity, field }: Place): string => `${companyId}:${entity}:${field}`

/** Seals the secrets among the values about to be written; nothing given stays nothing. */
export function sealSecrets(context: Context, entry: EntityEntry, next: Record<string, unknown>): void {
  for (const [field, { kind }] of Object.entries(entry.definition.fields)) {
    const plain = next[field]
    if (kind !== 'secret' || typeof plain !== 'string') continue
    const place = placeOfSecret({ companyId: context.companyId, entity: entry.address, field })
    next[field] = plain === '' ? null : context.use(secretBoxService).encrypt(plain, place)
  }
}

/** The clear text of a stored secret. Throws when it was changed or belongs to another place. */
export const openSecret = (
  context: Pick<Context, 'use' | 'companyId'>,
  entity: string,
  field: string,
  sealed: string,
) => context.use(secretBoxService).decrypt(sealed, placeOfSecret({ companyId: context.companyId, entity, field }))
