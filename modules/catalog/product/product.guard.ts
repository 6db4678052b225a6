import { type Context, refuse } from '#kernel'
import { catalogRefusals } from '../refusals.ts'
import { mayRead } from './product.reach.ts'
import { isStocked, type Parent, variantProblem } from './product.rules.ts'

type Values = Record<string, unknown>

/** Keeps kinds and variants in order. Asks the database only where variants are concerned. */
export async function guardProduct(context: Context, next: Values, before: Values | undefined): Promise<void> {
  next.stocked = isStocked(next.kind, next.stocked)
  if (!next.stocked && (next.tracking ?? 'none') !== 'none') {
    const message = 'Only goods that are kept in stock are tracked.'
    throw refuse('VALIDATION_FAILED', [{ field: 'tracking', message }])
  }
  if (next.parentId) {
    if (sizeOf(next.optionNames) > 0) throw notAllowed('optionNames', 'A variant has no options of its own.')
    if (!before || !isSame(before.options, next.options)) await guardVariant(context, next)
  } else if (next.options && Object.keys(next.options).length > 0) {
    throw refuse('VALIDATION_FAILED', [
      { field: 'options', message: 'Only a variant has option values: name its parentId.' },
    ])
  }
  if (before && !isSame(before.optionNames ?? [], next.optionNames ?? []))
    await guardOptionNames(context, String(before.id))
}

/** The lock on the parent keeps its options as they are until the variant is there. */
async function guardVariant(context: Context, next: Values): Promise<void> {
  const { sql, companyId } = context
  const [parent] = await sql<Parent[]>`
    select parent_id as "parentId", shop_id as "shopId", kind, coalesce(option_names, '{}') as "optionNames"
    from catalog.product
    where company_id = ${companyId} and id = ${String(next.parentId)} for share`
  if (!parent || !mayRead(context, parent.shopId))
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'parentId', message: 'does not exist' }])
  const options = (next.options ?? {}) as Values
  const problem = variantProblem(parent, {
    kind: String(next.kind),
    shopId: (next.shopId ?? null) as string | null,
    options,
  })
  if (problem) throw notAllowed('parentId', problem)
}

async function guardOptionNames({ sql, companyId }: Context, id: string): Promise<void> {
  const [variant] =
    await sql`select 1 from catalog.product where company_id = ${companyId} and parent_id = ${id} limit 1`
  if (variant) throw notAllowed('optionNames', 'It has variants already, which have values for these options.')
}

const notAllowed = (field: string, message: string) =>
  catalogRefusals.refuse('VARIANT_NOT_ALLOWED', [{ field, message }])
const sizeOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)
const isSame = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
