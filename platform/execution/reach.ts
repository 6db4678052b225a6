/** How far a permission reaches into a table: the conditions that the pipeline ANDs to every read and write. */
import { type Actor, type Context, type EntityEntry, installation, refuse, type Scope } from '#kernel'
import type { Shape } from './columns.ts'
import type { Statement } from './statement.ts'

type Reach = { actor: Actor; scope: Scope; entry: EntityEntry; shape: Shape }

/**
 * Whether a read looks across companies: who reaches all has chosen none, or the records are the companies themselves.
 */
export const looksAcross = ({ scope, companyId }: Pick<Context, 'scope' | 'companyId'>, entry?: EntityEntry): boolean =>
  scope === 'all' && entry !== undefined && (companyId === installation || entry.definition.isCompany === true)

/** The condition that names the company itself, beside row security. */
export const companyCondition = (
  statement: Statement,
  context: Pick<Context, 'scope' | 'companyId'>,
  entry: EntityEntry,
): string => (looksAcross(context, entry) ? 'true' : `company_id = ${statement.value(context.companyId)}`)

/** The condition for reading, to be ANDed; empty where the whole company may be seen. */
export function readCondition(statement: Statement, { actor, scope, entry, shape }: Reach): string {
  if (scope === 'all' || scope === 'company') return ''
  if (scope === 'own') {
    if (!shape.ownerColumn) return ' and false'
    const isOwn = `"${shape.ownerColumn}" = any(${statement.value(ownersOf(actor))}::${shape.ownerType}[])`
    return shape.sharedColumn && !actor.customerId ? ` and (${isOwn} or "${shape.sharedColumn}")` : ` and ${isOwn}`
  }
  if (!shape.shopColumn) return ''
  const inShops = `"${shape.shopColumn}" = any(${statement.value(actor.shopIds)}::uuid[])`
  return entry.definition.sharedWithoutShop ? ` and ("${shape.shopColumn}" is null or ${inShops})` : ` and ${inShops}`
}

/** Whether a record lies within reach for changing. Records of the whole company are beyond a shop's reach. */
export function canChange(row: Record<string, unknown>, { actor, scope, shape, entry }: Reach): boolean {
  if (scope === 'all' || scope === 'company') return true
  if (scope === 'own') return ownersOf(actor).includes(String(row[propertyName(entry, 'owner')]))
  if (!shape.shopColumn) return false
  return actor.shopIds.includes(String(row[propertyName(entry, 'shop')]))
}

/** Completes and checks the shop or owner of a new record; refuses what lies beyond reach as if it did not exist. */
export function settleNew(next: Record<string, unknown>, reach: Reach): void {
  const { actor, scope, shape, entry } = reach
  if (scope === 'shop' && shape.shopColumn && shape.shopColumn !== 'id') {
    const property = propertyName(entry, 'shop')
    if (next[property] === undefined && actor.shopIds.length === 1) next[property] = actor.shopIds[0]
    if (next[property] === undefined) {
      throw refuse('VALIDATION_FAILED', [{ field: property, message: 'Name one of your shops.' }])
    }
    if (!canChange(next, reach)) throw refuse('REFERENCE_NOT_FOUND', [{ field: property, message: 'does not exist' }])
    return
  }
  if (scope === 'own' && shape.ownerColumn) next[propertyName(entry, 'owner')] ??= actor.customerId ?? actor.id
  if (!canChange(next, reach)) throw refuse('FORBIDDEN')
}

const ownersOf = (actor: Actor): string[] => [actor.id, actor.customerId ?? actor.id]

function propertyName(entry: EntityEntry, which: 'shop' | 'owner'): string {
  const name = entry.definition[which] ?? ''
  return entry.definition.fields[name]?.kind === 'link' ? `${name}Id` : name
}
