import { type Context, refuse } from '#kernel'
import { catalogRefusals } from '../refusals.ts'

/** Components that one bundle may have; a sale takes them all. */
const componentsMax = 50

type Found = { isBundle: boolean; mayBeComponent: boolean; count: number; decimals: number }

/**
 * Refuses BUNDLE_NOT_ALLOWED for a bundle that is kept in stock, sold by variants or no goods, for a component that is
 * not kept in stock, and for more than 50 components; VALIDATION_FAILED for a quantity finer than the component's unit.
 * Kind, stock and parent of a product never change, so nothing that was allowed stops being so.
 */
export async function guardComponent({ sql, companyId }: Context, next: Record<string, unknown>): Promise<void> {
  const [bundleId, componentId] = [String(next.bundleId), String(next.componentId)]
  // The lock on the bundle makes its components come one after the other, so that they are counted.
  const [found] = await sql<Found[]>`
    with bundle as materialized (
      select * from catalog.product where company_id = ${companyId} and id = ${bundleId} for no key update)
    select b.kind = 'goods' and not b.stocked and coalesce(cardinality(b.option_names), 0) = 0 as "isBundle",
      c.stocked and coalesce(cardinality(c.option_names), 0) = 0 as "mayBeComponent",
      coalesce(u.decimals, 0) as decimals,
      (select count(*)::int from catalog.bundle_component o
        where o.company_id = ${companyId} and o.bundle_id = b.id and o.component_id <> c.id) as count
    from bundle b
      join catalog.product c on c.company_id = ${companyId} and c.id = ${componentId}
      left join catalog.unit u on u.company_id = ${companyId} and u.id = c.unit_id`
  // A product that does not exist is refused by the reference itself.
  if (!found) return
  if (!found.isBundle) throw notAllowed('bundleId', 'A bundle is of kind goods, not kept in stock, without options.')
  if (!found.mayBeComponent) throw notAllowed('componentId', 'A component is kept in stock. Name a variant, if it has.')
  if (found.count >= componentsMax) throw notAllowed('bundleId', `A bundle has at most ${componentsMax} components.`)
  const fraction = String(next.quantity).split('.')[1]?.replace(/0+$/, '') ?? ''
  if (fraction.length <= found.decimals) return
  const message = `The component is counted with ${found.decimals} decimals.`
  throw refuse('VALIDATION_FAILED', [{ field: 'quantity', message }])
}

const notAllowed = (field: string, message: string) =>
  catalogRefusals.refuse('BUNDLE_NOT_ALLOWED', [{ field, message }])
